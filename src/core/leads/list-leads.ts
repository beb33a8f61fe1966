// "my leads": the list.
import { note, sentence } from "../blocks.ts";
import { type Action, type Block, type Card, type Inline, longestLabel, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Store } from "../ports.ts";
import { dateInline, type Reading, readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";
import type { Arm } from "./cards/assignment-card.ts";
import { leadButton } from "./cards/lead-button.ts";
import { customerName } from "./gathering/customer.ts";
import { type HeldLead, ownLeads, teamLeads } from "./visible-leads.ts";

/** Rows a phone shows without endless scrolling. */
const maxRows = 20;
/** Leads that get a button of their own. */
const maxButtons = 5;

/** "my leads": what is theirs, and what waits for an answer. */
export async function listOwnLeads({ store }: { store: Store }, person: Person): Promise<Effect> {
  const held = await ownLeads(store.read, person);
  return async (unit) => {
    const reading = readingOf(person);
    const { leads } = reading.texts;
    const cardKey = `my_leads:${person.id}:${unit.newId("message")}`;
    const arm: Arm = (action, params) => unit.arm({ action, params, personId: person.id, cardKey });
    const actions = [
      ...held.slice(0, maxButtons).map((one) => leadButton(one, arm)),
      ...toDealButton(held, reading, arm),
    ];
    const blocks = held.length > 0 ? tableOf(held, reading) : [sentence(leads.none)];
    const card = listCard({
      key: cardKey,
      title: leads.mine,
      blocks: [...blocks, ...buttons(actions)],
    });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** "team leads": a manager's open leads, with who has them; nobody's and those nobody answers can be given to others. */
export async function listTeamLeads({ store }: { store: Store }, person: Person): Promise<Effect> {
  const held = await teamLeads(store.read, person);
  const people = await store.read.people.find({});
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return async (unit) => {
    const reading = readingOf(person);
    const { leads } = reading.texts;
    const cardKey = `team_leads:${person.id}:${unit.newId("message")}`;
    const waiting = held.filter(({ lead: { status } }) => status === "new" || status === "offered");
    const actions = waiting.slice(0, maxButtons).map(
      (one): Action => ({
        id: "lead.give",
        label: leads.giveTitle({ customer: customerName(one) }).slice(0, longestLabel),
        ref: unit.arm({
          action: "lead.give",
          params: { leadId: one.lead.id },
          personId: person.id,
          cardKey,
        }),
      }),
    );
    const blocks = held.length > 0 ? tableOf(held, reading, names) : [sentence(leads.teamNone)];
    const card = listCard({
      key: cardKey,
      title: leads.team,
      blocks: [...blocks, ...buttons(actions)],
    });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Where some are accepted: which of them became a deal is asked. */
function toDealButton(held: readonly HeldLead[], { texts }: Reading, arm: Arm): Action[] {
  if (!held.some(({ lead }) => lead.status === "accepted")) return [];
  const { listButton: label } = texts.fromLead;
  return [{ id: "lead.to_deal", label, ref: arm("lead.to_deal", {}) }];
}

function listCard({ key, title, blocks }: { key: string; title: string; blocks: Block[] }): Card {
  return { key, title, tone: "info", summary: title, blocks };
}

function buttons(actions: Action[]): Block[] {
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}

/** With `names`, a column says whose each lead is. */
function tableOf(held: HeldLead[], reading: Reading, names?: Map<string, string>): Block[] {
  const { texts, format } = reading;
  const { listColumns, states } = texts.leads;
  const rows = held.slice(0, maxRows).map(({ assignment, ...view }): Inline[][] => {
    const { lead } = view;
    const rep = names?.get(lead.ownerId ?? assignment?.repId ?? "") ?? "";
    const state = names && lead.status === "offered" ? states.offered_to : states[lead.status];
    return [
      [text(customerName(view))],
      ...(names ? [[text(rep)]] : []),
      [text(assignment ? format.points(assignment.fit) : "")],
      [text(state ?? lead.status)],
      [dateInline(lead.createdAt, "day", format)],
    ];
  });
  const columns = [
    listColumns.lead,
    ...(names ? [listColumns.rep] : []),
    listColumns.fit,
    listColumns.state,
    listColumns.since,
  ];
  const rest = held.length - rows.length;
  const table: Block = { t: "table", columns, rows, numeric: [names ? 2 : 1] };
  return rest > 0 ? [table, note(texts.leads.more({ count: rest }))] : [table];
}
