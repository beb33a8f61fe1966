// "why not me Acme": for any rep who may see the lead, their own numbers against the decision; colleagues as bands.
import { note, sentence } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import type { Lead, Person } from "../../model.ts";
import type { Reader, Store, Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { Alternative, Assignment } from "../assigning/assignment.ts";
import { customerName, type LeadView, viewLead } from "../gathering/customer.ts";
import { latestOf } from "../ownership/own-assignment.ts";
import { findByName } from "../visible-leads.ts";
import { bandOf, fewerOpen, rivalOf, smallestRise } from "./compare.ts";

export async function whyNotMe(
  { store }: { store: Store },
  person: Person,
  name: string,
): Promise<Effect> {
  const views = await seenLeads(store.read, person);
  const found = name ? findByName(views, name) : views;
  return async (unit) => {
    const reading = readingOf(person);
    const [only] = found;
    const card = only
      ? await answerCard(unit, { person, view: only, reading })
      : plainCard(unit, reading.texts.ownership.whyNotMe.notFound({ name }));
    unit.post({ to: person.id, card });
    return {};
  };
}

/**
 * Leads whose decision a rep may ask about: offered to them at any time, in the public pool, or at an account that is
 * theirs. The latest changed first.
 */
async function seenLeads(
  read: Reader,
  person: Person,
): Promise<(LeadView & { assignment: null })[]> {
  const offers = await read.assignments.find({ repId: person.id });
  const accounts = await read.accounts.find({ ownerId: person.id });
  const accountIds = accounts.map(({ id }) => id);
  const leads = new Map<string, Lead>();
  const all = await Promise.all([
    read.leads.find({ id: offers.map(({ leadId }) => leadId) }),
    read.leads.find({ status: "pool" }),
    read.leads.find({ accountId: accountIds, status: ["new", "offered", "accepted"] }),
  ]);
  for (const lead of all.flat()) leads.set(lead.id, lead);
  const latest = [...leads.values()].sort((a, b) => b.updatedAt - a.updatedAt);
  const views = await Promise.all(latest.map(({ id }) => viewLead(read, id)));
  return views.flatMap((view) => (view ? [{ ...view, assignment: null }] : []));
}

function plainCard(unit: Unit, title: string): Card {
  const key = `why_not_me:${unit.newId("message")}`;
  return { key, title, tone: "info", summary: title, blocks: [] };
}

type Asked = { person: Person; view: LeadView; reading: Reading };

async function answerCard(unit: Unit, { person, view, reading }: Asked): Promise<Card> {
  const { whyNotMe: words, dispute } = reading.texts.ownership;
  const latest = await latestOf(unit, view.lead.id);
  const card = plainCard(unit, words.title({ customer: customerName(view) }));
  const mine = latest?.alternatives.find(({ repId }) => repId === person.id);
  if (!latest || !mine) {
    const isMine = latest?.repId === person.id;
    const why = latest ? words.absent : words.none;
    return { ...card, blocks: [sentence(isMine ? words.yours : why)] };
  }
  const params = { assignmentId: latest.id };
  const ref = unit.arm({ action: "lead.dispute", params, personId: person.id, cardKey: card.key });
  return {
    ...card,
    blocks: [
      sentence(verdict(latest, mine, reading).join("\n")),
      numbersOf(mine, latest, reading),
      note(reading.texts.leads.bandsOnly),
      { t: "actions", actions: [{ id: "lead.dispute", label: dispute.button, ref }] },
    ],
  };
}

function verdict(latest: Assignment, mine: Alternative, { texts, format }: Reading): string[] {
  const { whyNotMe: words } = texts.ownership;
  const { blockedBy, rank, fit } = mine;
  if (blockedBy) {
    const why = texts.leads.blocks[blockedBy.code]?.(blockedBy.params, format) ?? blockedBy.code;
    return [words.blocked({ why })];
  }
  const gap = latest.fit - fit;
  const told = [words.bands[bandOf(gap)], words.rank({ rank })];
  if (latest.authorId) return [words.manager, ...told];
  if (latest.batch > 1) return [words.batch, ...told];
  const rival = rivalOf(mine, latest);
  const fewer = fewerOpen(rival, gap);
  const rise = smallestRise(rival.shares, gap);
  return [
    ...told,
    ...(fewer === undefined ? [] : [words.freer({ count: fewer })]),
    ...(rise
      ? [words.rise({ ...rise, factor: texts.leads.factors[rise.factor] ?? rise.factor })]
      : []),
  ];
}

/** The rep's own numbers, which are theirs to see. */
function numbersOf(mine: Alternative, latest: Assignment, { texts, format }: Reading): Block {
  const { columns, factors, neutral, total } = texts.leads;
  const rows = rivalOf(mine, latest).shares.map(({ factor, value, known, weight, points }) => [
    [text(factors[factor] ?? factor)],
    [text(known ? String(value) : neutral({ value }))],
    [text(String(weight))],
    [text(format.points(points))],
  ]);
  const sum = [[text(total)], [text("")], [text("")], [text(format.points(mine.fit))]];
  return {
    t: "table",
    columns: [columns.factor, columns.value, columns.weight, columns.points],
    rows: [...rows, sum],
    numeric: [1, 2, 3],
  };
}
