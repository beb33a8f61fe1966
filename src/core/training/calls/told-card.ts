// What becomes of a call, in one sentence on its one card: being read, or why it is not.
import { type Action, type Block, type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { callKey } from "./call.ts";

/** Why there is no analysis; each has its sentence, and says what to do. */
export type CallProblem =
  | "noSpeech"
  | "notAudio"
  | "tooLong"
  | "tooBig"
  | "silent"
  | "wordless"
  | "otherLanguage"
  | "notTold"
  | "unanswered"
  | "withdrawn"
  | "lost"
  | "unread"
  | "deleted";

/** Nothing of the call is left; the card says why and what to do. */
export function endedCard(person: Person, callId: string, problem: CallProblem): Card {
  const { problems } = readingOf(person).texts.calls;
  const { title, body } = problems[problem];
  const isChosen = problem === "deleted" || problem === "withdrawn";
  return {
    ...{ key: callKey(callId), title, summary: title, tone: isChosen ? "info" : "warn" },
    blocks: [{ t: "text", text: [text(body)] }],
  };
}

/** The card while a call is read. */
export function readingCard(
  person: Person,
  callId: string,
  { done, of, isWaiting = false }: { done: number; of: number; isWaiting?: boolean },
): Card {
  const { progress } = readingOf(person).texts.calls;
  const blocks: Block[] =
    of > 1 ? [{ t: "progress", label: progress.pieces({ done, of }), ratio: done / of }] : [];
  return {
    ...{ key: callKey(callId), title: progress.title, summary: progress.title, tone: "info" },
    blocks: [
      ...blocks,
      ...(isWaiting ? [{ t: "context" as const, text: [text(progress.waiting)] }] : []),
    ],
  };
}

/** The endpoint gave up, or we did: what is done stays done, and the rep says whether to go on. */
export function failedCard(unit: Pick<Unit, "arm">, person: Person, callId: string): Card {
  const { failed } = readingOf(person).texts.calls;
  const key = callKey(callId);
  const button = (id: string, label: string): Action => ({
    ...{ id, label },
    ref: unit.arm({ action: id, params: { callId }, personId: person.id, cardKey: key }),
  });
  return {
    ...{ key, title: failed.title, summary: failed.title, tone: "warn" },
    blocks: [
      { t: "text", text: [text(failed.body)] },
      {
        t: "actions",
        actions: [button("call.retry", failed.retry), button("call.delete", failed.remove)],
      },
    ],
  };
}

/** Asks for the consent that is missing, and says what it means: who sees what, and where a recording goes. */
export function consentCard(
  unit: Pick<Unit, "arm">,
  person: Person,
  { callId, endpoint }: { callId: string; endpoint: string | undefined },
): Card {
  const { ask } = readingOf(person).texts.calls;
  const key = callKey(callId);
  const action = "consent.grant";
  const params = { purpose: "calls" };
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  const label = ask.agree;
  const sentences = [
    ask.what,
    ask.seen,
    endpoint ? ask.there({ endpoint }) : ask.here,
    ask.deleted,
  ];
  return {
    ...{ key, title: ask.title, summary: ask.title, tone: "info" },
    blocks: [
      ...sentences.map((sentence): Block => ({ t: "text", text: [text(sentence)] })),
      { t: "actions", actions: [{ id: action, label, ref, style: "primary" }] },
    ],
  };
}
