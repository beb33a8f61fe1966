// My leads and my actions: those that wait for an answer first, each with a button that shows its card.
import { heading, sentence } from "../blocks.ts";
import type { Action, Block, Inline } from "../card.ts";
import { text } from "../card.ts";
import { minuteMs } from "../durations.ts";
import { titleOf } from "../journey/actions/action-card.ts";
import { ownActions } from "../journey/actions/my-actions.ts";
import type { NextAction } from "../journey/actions/next-action.ts";
import type { Arm } from "../leads/cards/assignment-card.ts";
import { leadButton } from "../leads/cards/lead-button.ts";
import { customerName } from "../leads/gathering/customer.ts";
import { type HeldLead, ownLeads } from "../leads/visible-leads.ts";
import { dateInline, type Reading } from "../text/format.ts";
import type { Looking, Section } from "./section.ts";

const maxRows = 5;

/** A manager without leads of their own is not told so. */
export const ownLines: Section = async (looking) => {
  const { store, person } = looking;
  const held = await ownLeads(store.read, person);
  const toDo = (await ownActions(store.read, person)).filter(({ state }) => state === "open");
  if (held.length === 0 && toDo.length === 0 && person.role !== "rep") return () => [];
  const waiting = held.filter(isWaiting).sort((a, b) => urgency(a) - urgency(b));
  const accepted = held.filter((one) => !isWaiting(one));
  return (arm) => {
    const { texts } = looking.reading;
    const mine = texts.chat.help.examples.my_leads ?? "";
    const listed = (make: Arm): Action => {
      const words = texts.chat.help.examples.my_actions ?? "";
      return { id: "ask.my_actions", label: words, ref: make("ask", { text: words }) };
    };
    const ask: Action = { id: "ask.my_leads", label: mine, ref: arm("ask", { text: mine }) };
    return [
      heading(texts.home.leads),
      ...leadBlocks([...waiting, ...accepted], waiting.length, looking.reading),
      {
        t: "actions",
        actions: [...waiting.slice(0, maxRows).map((one) => leadButton(one, arm)), ask],
      },
      { t: "divider" },
      heading(texts.home.actions),
      ...actionBlocks(waiting, toDo, looking),
      ...(toDo.length > 0 ? [{ t: "actions" as const, actions: [listed(arm)] }] : []),
    ];
  };
};

function isWaiting({ assignment }: HeldLead): boolean {
  return assignment?.state === "offered";
}

/** By deadline; without one, by how long it waits. */
function urgency({ assignment }: HeldLead): number {
  return assignment?.deadlineAt ?? assignment?.decidedAt ?? 0;
}

function leadBlocks(held: HeldLead[], waiting: number, { texts, format }: Reading): Block[] {
  const { home, leads } = texts;
  if (held.length === 0) return [sentence(home.noLeads)];
  const rows = held.slice(0, maxRows).map((one): Inline[][] => {
    const since = one.assignment?.decidedAt ?? one.lead.createdAt;
    const state = leads.states[one.lead.status] ?? one.lead.status;
    return [[text(customerName(one))], [text(state)], [dateInline(since, "day", format)]];
  });
  const rest = held.length - rows.length;
  const { lead, state, since } = home.columns;
  return [
    sentence(home.leadCounts({ waiting, accepted: held.length - waiting })),
    { t: "table", columns: [lead, state, since], rows },
    ...(rest > 0 ? [sentence(home.more({ count: rest }))] : []),
  ];
}

/** Leads that wait for an answer, then what customers' behaviour calls for. */
function actionBlocks(waiting: HeldLead[], toDo: NextAction[], looking: Looking): Block[] {
  const { home } = looking.reading.texts;
  if (waiting.length + toDo.length === 0) return [sentence(home.noActions)];
  return [
    ...answerBlocks(waiting, looking),
    ...toDo.slice(0, maxRows).map((action) => toDoBlock(action, looking)),
  ];
}

function toDoBlock(action: NextAction, { reading, now }: Looking): Block {
  const { home, actions } = reading.texts;
  const { dueAt } = action;
  const what = text(titleOf(action, reading));
  if (dueAt === null) return { t: "text", text: [what] };
  const late = dueAt < now ? [text(` · ${home.overdue}`)] : [];
  const by = dateInline(dueAt, "both", reading.format);
  return { t: "text", text: [what, text(` · ${actions.by} `), by, ...late] };
}

function answerBlocks(waiting: HeldLead[], { reading, now }: Looking): Block[] {
  const { home } = reading.texts;
  return waiting.slice(0, maxRows).map((one): Block => {
    const customer = customerName(one);
    const { deadlineAt = null, decidedAt = now } = one.assignment ?? {};
    if (deadlineAt === null) {
      const since = dateInline(decidedAt, "both", reading.format);
      return { t: "text", text: [text(home.answerSince({ customer })), since] };
    }
    const by = dateInline(deadlineAt, "both", reading.format);
    const minutes = Math.floor((deadlineAt - now) / minuteMs);
    const left = minutes < 0 ? home.overdue : home.left({ minutes });
    return { t: "text", text: [text(home.answerBy({ customer })), by, text(` · ${left}`)] };
  });
}
