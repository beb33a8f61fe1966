// "calls": the rep's own calls, who sees each, and how to have one gone through.
import { note } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { shorten, toPercent } from "../report/report-lines.ts";
import type { Call } from "./call.ts";
import { expectForMs } from "./is-call.ts";
import type { CallServices } from "./services.ts";
import { requireOwnCalls } from "./take-call.ts";

/** Rows of a phone, each with a button. */
const maxRows = 8;

/** Posts the list, newest first. */
export async function showCalls(
  { store, speech }: Pick<CallServices, "store" | "speech">,
  person: Person,
): Promise<Effect> {
  requireOwnCalls(person);
  const calls = await store.read.calls.find(
    { personId: person.id },
    { order: { by: "at", descending: true } },
  );
  return async (unit) => {
    const card = listCard(unit, { person, calls, hearsRecordings: speech !== undefined });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** The next file is a call, whatever it looks like, for half an hour. */
export function expectCall({ person }: Ask): Effect {
  return async (unit) => {
    requireOwnCalls(person);
    const known = await unit.conversations.get(person.id);
    const state = { ...known?.state, callUntil: unit.now + expectForMs };
    await unit.conversations.put({ id: person.id, state, updatedAt: unit.now });
    return { toast: readingOf(person).texts.calls.expecting({ minutes: expectForMs / 60_000 }) };
  };
}

type Listed = { person: Person; calls: Call[]; hearsRecordings: boolean };

function listCard(unit: Unit, { person, calls, hearsRecordings }: Listed): Card {
  const reading = readingOf(person);
  const { calls: words } = reading.texts;
  const key = `calls:${unit.newId("message")}`;
  const shown = calls.slice(0, maxRows);
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const open = shown.map(({ id }, index): Action => {
    const ref = arm("call.open", { callId: id });
    return { id: `call.open.${index}`, label: words.list.open({ number: index + 1 }), ref };
  });
  const ref = arm("call.expect", {});
  const expect: Action = { id: "call.expect", label: words.list.expect, ref };
  const how = hearsRecordings ? words.list.how : words.list.howWithoutSpeech;
  return {
    ...{ key, title: words.list.title, tone: "info", summary: words.list.title },
    blocks: [
      { t: "text", text: [text(how)] },
      ...tableOf(shown, calls.length, reading),
      { t: "actions", actions: [...open, expect] },
    ],
  };
}

function tableOf(shown: readonly Call[], all: number, reading: Reading): Block[] {
  const { list } = reading.texts.calls;
  if (shown.length === 0) return [note(list.none)];
  const { day, customer, score, seen } = list.columns;
  const rest = all - shown.length;
  return [
    {
      t: "table",
      columns: ["", day, customer, score, seen],
      rows: shown.map((call, index) => rowOf(call, index, reading)),
      numeric: [3],
    },
    ...(rest > 0 ? [note(list.more({ count: rest }))] : []),
  ];
}

function rowOf({ at, analysis, consentedAt }: Call, index: number, reading: Reading): Inline[][] {
  const { list } = reading.texts.calls;
  return [
    [text(String(index + 1))],
    [dateInline(at, "day", reading.format)],
    [text(shorten(analysis?.customer ?? list.reading, 40))],
    [text(analysis ? String(toPercent(analysis.score.score)) : "–")],
    [text(consentedAt === null ? list.mine : list.shared)],
  ];
}
