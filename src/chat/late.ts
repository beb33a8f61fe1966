// Words that reach us long after they were said: whoever said them is asked whether they still want it.
import { type Card, emph, text } from "../core/card.ts";
import type { Person } from "../core/model.ts";
import type { Clock } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import type { Effect } from "../core/use-case.ts";
import type { ChatEvent, Interaction } from "./adapter.ts";

type Input = ChatEvent | Interaction;
type Message = Extract<ChatEvent, { kind: "message" }>;
type Route = (event: Input, person: Person) => Promise<Effect>;

/** Of something this old nobody can say that it is still wanted. */
const lateAfterMs = 30 * 60_000;
/** More than this is not repeated to ask about it. */
const maxText = 2_000;

/** Whether it comes too late to act on unasked. Only Lark delivers for hours; Slack gives up after minutes. */
export function isLate({ surface, at }: Pick<Input, "surface" | "at">, now: number): boolean {
  return surface === "lark" && now - at > lateAfterMs;
}

/** A router that asks about late words, once per message, and hands on everything else. */
export function askWhenLate(route: Route, clock: Clock): Route {
  return async (event, person) => {
    const isAsked = event.kind === "message" && isAskable(event.text) && isLate(event, clock());
    return isAsked ? askWhether(event, person) : route(event, person);
  };
}

const isAskable = (said: string) => said.trim() !== "" && said.length <= maxText;

function askWhether(event: Message, person: Person): Effect {
  return async (unit) => {
    const { texts, format } = readingOf(person);
    const { late } = texts.chat;
    const when = `${format.day(event.at)} ${format.time(event.at)}`;
    const cardKey = `late:${event.key}`;
    const params = { text: event.text };
    const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
    const card: Card = {
      key: cardKey,
      title: late.title,
      tone: "warn",
      summary: late.title,
      blocks: [
        { t: "text", text: [text(late.body({ when }))] },
        { t: "text", text: [emph(event.text)] },
        { t: "actions", actions: [{ id: "ask", label: late.yes, ref, style: "primary" }] },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}
