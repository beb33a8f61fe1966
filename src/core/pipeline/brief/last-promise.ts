// What was last promised: by a confirmed update, a note, or the reader's own words in a call of theirs.
import type { Person } from "../../model.ts";
import type { Workdays } from "../../people/working-time.ts";
import { fold, toSentences } from "../../training/moves/text.ts";
import { understandUpdate } from "../updates/saying/understand.ts";
import type { UpdateValues } from "../updates/stored.ts";
import type { Basis } from "./basis.ts";
import type { Story } from "./story.ts";

/** `step`, `day`: what was understood of it; `words`: as it was said, empty where a form was filled in. */
export type LastPromise = {
  at: number;
  step?: UpdateValues["nextStep"];
  day?: string | undefined;
  words: string;
  basis: Basis;
};

type Told = Pick<Story, "updates" | "notes" | "calls">;
type Reads = { reader: Pick<Person, "timeZone">; workdays: Workdays };

/** We promise; what the customer promises, or nobody did, is none of ours. */
const ours =
  /\b(?:i|we)(?:'ve| have| had)? (?:promised|agreed to|committed to|owe)\b|\b(?:i|we)(?:'ll| will) (?:send|share|get|bring|call|prepare|confirm|check)\b|^promised\b|(?:^|[,;，；、\s]|我们?|并|已经?)(?:答应|承诺|说好)/u;

/** The latest of all there are. An update that says there is no next step promises nothing. */
export function lastPromise(story: Told, reads: Reads): LastPromise | undefined {
  const found = [...fromUpdates(story), ...fromNotes(story, reads), ...fromCalls(story)];
  return found.sort((one, other) => other.at - one.at)[0];
}

function fromUpdates({ updates }: Told): LastPromise[] {
  return updates.flatMap(({ text, understood, confirmedAt, createdAt, personId: by }) => {
    const at = confirmedAt ?? createdAt;
    const basis: Basis = { kind: "update", at, by };
    const { values, words } = understood;
    return toPromise({ text, values, words: words.nextStep ?? "", at, basis });
  });
}

function fromNotes({ notes }: Told, { reader: person, workdays }: Reads): LastPromise[] {
  return notes.flatMap(({ text, at, authorId: by }) => {
    const { values, words } = understandUpdate(text, { person, now: at, workdays, deals: [] });
    const basis: Basis = { kind: "note", at, by };
    return toPromise({ text, values, words: words.nextStep ?? "", at, basis });
  });
}

type Said = { text: string; values: UpdateValues; words: string; at: number; basis: Basis };

/** A next step as it was understood; else the sentence in which we promise something. */
function toPromise({ text, values, words, at, basis }: Said): LastPromise[] {
  const { nextStep: step, nextStepDate: day } = values;
  if (step !== undefined && step !== "none") return [{ at, step, day, words, basis }];
  const said = toSentences(text).find((sentence) => ours.test(fold(sentence)));
  return said ? [{ at, words: said, basis }] : [];
}

function fromCalls({ calls }: Told): LastPromise[] {
  return calls.flatMap(({ at, analysis }) => {
    const own = analysis?.commitments.filter(({ who }) => who === "rep").at(-1);
    return own ? [{ at, words: own.quote, basis: { kind: "call", at } as const }] : [];
  });
}
