// "what became of my leads": leads by where they came from. Counts alone: whoever brings leads in reads no names.
import { note, sentence } from "../blocks.ts";
import { type Block, type Card, type Inline, text } from "../card.ts";
import { dayMs } from "../durations.ts";
import { groupBy } from "../group-by.ts";
import type { Deal, Lead, Person } from "../model.ts";
import { readOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import type { Clock, Reader, Store } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";

/** A quarter: long enough for a lead to be won, short enough to tell of the work of now. */
const days = 90;
/** Sources with a row of their own, the largest. */
const maxRows = 12;

/** What became of the leads of one source; null: they came without one. */
export type SourceCount = {
  source: string | null;
  leads: number;
  /** Accepted by a rep, then or later. */
  taken: number;
  /** Of those, the ones that became a deal, whatever became of it. */
  deals: number;
  won: number;
  lost: number;
};

/** By source, the largest first. `deals` are those the leads became. */
export function countBySource(
  leads: readonly Pick<Lead, "id" | "source" | "status" | "outcome">[],
  deals: readonly Pick<Deal, "leadId" | "status">[],
): SourceCount[] {
  const endings = new Map(deals.map(({ leadId, status }) => [leadId, status]));
  const counts = [...groupBy(leads, ({ source }) => source)].map(([source, own]) => {
    const ends = own.map(({ id, outcome }) => outcome ?? endings.get(id) ?? null);
    return {
      ...{ source, leads: own.length },
      taken: own.filter(({ status }, index) => isTaken(status) || ends[index]).length,
      deals: own.filter(({ id, status }) => status === "converted" || endings.has(id)).length,
      won: ends.filter((end) => end === "won").length,
      lost: ends.filter((end) => end === "lost").length,
    };
  });
  return counts.toSorted((a, b) => b.leads - a.leads);
}

const isTaken = (status: Lead["status"]) => status === "accepted" || status === "converted";

/** Those of the last 90 days: a rep's own, a manager's people's and nobody's, for a contributor all of them. */
export async function readSourceCounts(
  read: Reader,
  person: Person,
  now: number,
): Promise<SourceCount[]> {
  const recent = await read.leads.find({ createdAt: { gte: now - days * dayMs } });
  const leads = person.role === "contributor" ? recent : await visibleOf(read, person, recent);
  const deals = await read.deals.find({ leadId: leads.map(({ id }) => id) });
  return countBySource(leads, deals);
}

async function visibleOf(read: Reader, person: Person, leads: Lead[]): Promise<Lead[]> {
  const org = await readOrg(read);
  return leads.filter(({ ownerId }) =>
    may(person, "lead.read", { ownerIds: ownerId === null ? [] : [ownerId] }, org),
  );
}

/** Posts the table. */
export async function showLeadSources(
  { store, clock }: { store: Store; clock: Clock },
  person: Person,
): Promise<Effect> {
  const counts = await readSourceCounts(store.read, person, clock());
  return async (unit) => {
    const reading = readingOf(person);
    const { leadSources } = reading.texts;
    const card: Card = {
      ...{ key: `lead_sources:${unit.newId("message")}`, title: leadSources.title({ days }) },
      ...{ tone: "info", summary: leadSources.summary, blocks: sourceBlocks(counts, reading) },
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** The table with what it does not tell, or that there is nothing to tell. */
export function sourceBlocks(counts: readonly SourceCount[], { texts, format }: Reading): Block[] {
  const { leadSources, leads } = texts;
  if (counts.length === 0) return [sentence(leadSources.none({ days }))];
  const { source, arrived, taken, deals, won, lost } = leadSources.columns;
  const rows = counts.slice(0, maxRows).map((one): Inline[][] => {
    const name =
      one.source === null ? leadSources.unknown : (leads.sources[one.source] ?? one.source);
    const numbers = [one.leads, one.taken, one.deals, one.won, one.lost];
    return [[text(name)], ...numbers.map((each) => [text(format.number(each))])];
  });
  const columns = [source, arrived, taken, deals, won, lost];
  return [{ t: "table", columns, rows, numeric: [1, 2, 3, 4, 5] }, note(leadSources.footnote)];
}
