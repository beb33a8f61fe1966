// The port to a model that reads an update beside us, and what it is given: the rep's words and the day, no record of ours.
import type { Language } from "../../../model.ts";
import { localTime } from "../../../people/working-time.ts";
import type { Failure } from "../../../training/customer/guided/voice.ts";
import type { ModelEndpoint } from "../../../training/model-leaving.ts";
import { mentionsIn } from "../../reading/deal-names.ts";
import { fold, spanOf } from "../../reading/folded.ts";
import type { UpdateDeal } from "../../reading/understood.ts";
import type { ModelReading } from "./model-reading.ts";

/** What goes to the model. Deals are numbers, each with the words of the text that name it. */
export type ReadingQuestion = {
  text: string;
  /** YYYY-MM-DD, and which day of the week that is. */
  today: string;
  weekday: string;
  timeZone: string;
  deals: { number: number; namedAs: string }[];
};

export type ReadAlong = {
  endpoint: ModelEndpoint;
  /** Ends within a few seconds, whatever the endpoint does; never throws for it. */
  read(
    question: ReadingQuestion,
    language: Language,
  ): Promise<{ reading: ModelReading } | { failure: Failure }>;
};

type Said = { text: string; now: number; timeZone: string; deals: readonly UpdateDeal[] };

/** The question; `ids`: what each number stands for, which stays here. */
export function toQuestion({ text, now, timeZone, deals }: Said): {
  question: ReadingQuestion;
  ids: string[];
} {
  const folded = fold(text);
  const named = mentionsIn(folded.text, deals);
  const today = localTime(now, timeZone).day;
  const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone }).format(now);
  const numbered = named.map(({ span }, index) => ({
    ...{ number: index + 1, namedAs: spanOf(folded, span).words },
  }));
  return {
    question: { text, today, weekday, timeZone, deals: numbered },
    ids: named.map(({ deal }) => deal.id),
  };
}
