// Everything a first day holds, as data: three customers, a practice for each, five scripts, a buddy. Reads only.
import { RetryLater } from "../../errors.ts";
import { groupBy } from "../../group-by.ts";
import { customerName } from "../../leads/gathering/customer.ts";
import { type HeldLead, ownLeads } from "../../leads/visible-leads.ts";
import type { Person } from "../../model.ts";
import { type Expected, expectObjection } from "../../pipeline/brief/objection.ts";
import { gatherStory } from "../../pipeline/brief/story.ts";
import type { Clock, EventLog, Reader, Store } from "../../ports.ts";
import { textsFor } from "../../text/texts.ts";
import type { Library } from "../../training/library.ts";
import { readLibrary } from "../../training/practice/open-brief.ts";
import type { ScriptHit, ScriptSearch } from "../../training/script-search.ts";
import { verticalNamed, verticalOf } from "../../training/verticals.ts";
import type { Workdays } from "../working-time.ts";
import { type Candidate, chooseBuddy, type Kind } from "./choose-buddy.ts";
import { choosePractices, type Practice } from "./choose-practice.ts";
import { isNew } from "./when.ts";

export type FirstDayServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  workdays: Workdays;
  scripts: ScriptSearch;
  /** Throws RetryLater before it was read once. */
  library: () => Library;
};

/** One of the three, with what to expect of them. */
export type FirstCustomer = {
  held: HeldLead;
  name: string;
  expected: Expected | undefined;
  practice: Practice | undefined;
};

export type FirstDayFacts = {
  customers: FirstCustomer[];
  scripts: ScriptHit[];
  buddy: Person | undefined;
  /** The vertical most of their customers are in. */
  vertical: string | undefined;
  /** Playbooks or their index are still being read: what is missing may be in them. */
  isReading: boolean;
};

/** A first day has no time for more. */
export const mostCustomers = 3;
const mostScripts = 5;

/** Reads and decides, for one rep. */
export async function gatherFirstDay(
  services: FirstDayServices,
  person: Person,
): Promise<FirstDayFacts> {
  const library = readLibrary(services);
  const verticals = [...new Set((library?.playbooks ?? []).map((each) => each.vertical))];
  const held = await bestLeads(services.store.read, person);
  const expected = await Promise.all(
    held.map((one) => expectOf(services, { person, held: one, library, verticals })),
  );
  const practices = library
    ? choosePractices(
        library,
        person.language,
        held.map(({ account }, index) => ({
          vertical: verticalNamed(account?.industry ?? "", verticals),
          tactic: expected[index]?.first.tactic,
        })),
      )
    : [];
  const customers = held.map((one, index): FirstCustomer => {
    const about = { expected: expected[index], practice: practices[index] };
    return { held: one, name: customerName(one), ...about };
  });
  const vertical = verticalOf(person, { leads: held, verticals });
  const found = await findScripts(services, { person, customers, vertical });
  return {
    ...{ customers, vertical, scripts: found ?? [] },
    buddy: await findBuddy(services, { person, customers, verticals, vertical }),
    isReading: !library || !found,
  };
}

/** Those that fit best of what assignment gave them; their own finds after those. */
async function bestLeads(read: Reader, person: Person): Promise<HeldLead[]> {
  const held = await ownLeads(read, person);
  const fitOf = ({ assignment }: HeldLead) => assignment?.fit ?? -1;
  return held.sort((one, other) => fitOf(other) - fitOf(one)).slice(0, mostCustomers);
}

type Asking = {
  person: Person;
  held: HeldLead;
  library: Library | undefined;
  verticals: readonly string[];
};

async function expectOf(
  { store, events, clock }: FirstDayServices,
  { person, held, library, verticals }: Asking,
): Promise<Expected | undefined> {
  const { lead, contact, account } = held;
  const customer = {
    ...{ id: lead.accountId ?? lead.contactId ?? lead.id, label: customerName(held) },
    ...{ accountId: lead.accountId, contactIds: contact ? [contact.id] : [], subjects: [] },
  };
  const now = clock();
  const reads = { read: store.read, events, now };
  const story = await gatherStory(reads, { customer, deal: undefined, reader: person });
  const vertical = verticalNamed(account?.industry ?? "", verticals);
  return expectObjection(story, now, { library, vertical, language: person.language });
}

type Looking = {
  person: Person;
  customers: readonly FirstCustomer[];
  vertical: string | undefined;
};

/** Nearest to what their customers object to and need: from their vertical first. Undefined while the index is read. */
async function findScripts(
  { scripts }: FirstDayServices,
  { person, customers, vertical }: Looking,
): Promise<ScriptHit[] | undefined> {
  const { language } = person;
  const { tactics } = textsFor(language).scripts;
  const words = customers.flatMap(({ held, expected }) => [
    ...(expected ? [tactics[expected.first.tactic] ?? expected.first.tactic] : []),
    ...[held.account?.segment, held.account?.industry, held.lead.need],
  ]);
  const query = words.filter(Boolean).join(" ") || person.industries.join(" ");
  if (query === "") return [];
  try {
    const near = vertical ? await scripts.search(query, { language, vertical }, mostScripts) : [];
    if (near.length >= mostScripts) return near;
    const all = await scripts.search(query, { language }, 2 * mostScripts);
    const known = new Set(near.map(({ entry }) => entry.id));
    return [...near, ...all.filter(({ entry }) => !known.has(entry.id))].slice(0, mostScripts);
  } catch (error) {
    if (error instanceof RetryLater) return undefined;
    throw error;
  }
}

type Matching = Looking & { verticals: readonly string[] };

/** The buddy they have, while that holds; else the best of those who agreed. */
async function findBuddy(
  { store, clock }: FirstDayServices,
  { person, customers, vertical, verticals }: Matching,
): Promise<Person | undefined> {
  const { read } = store;
  if (!isNew(person, clock())) return undefined;
  const willing = await willingColleagues(read, clock());
  const known = (await read.firstDays.get(person.id))?.buddyId;
  const kept = willing.find(({ id }) => id === known);
  if (kept) return kept;
  const own: Kind[] = customers.map(({ held: { account } }) => ({
    vertical: verticalNamed(account?.industry ?? "", verticals) ?? null,
    segment: account?.segment ?? null,
  }));
  const kinds = own.length > 0 ? own : [{ vertical: vertical ?? null, segment: null }];
  const candidates = await toCandidates(read, willing, verticals);
  const id = chooseBuddy({ person: speaker(person), kinds }, candidates);
  return willing.find((one) => one.id === id);
}

/** What somebody can be asked in: what they sell in, and what they talk to us in. */
function speaker({ id, language, languages }: Person): Candidate["person"] {
  return { id, languages: [...languages, language] };
}

/** Reps who agreed to it and are there. */
async function willingColleagues(read: Reader, now: number): Promise<Person[]> {
  const given = await read.consents.find({ purpose: "buddy" });
  const standing = given.filter(({ withdrawnAt }) => withdrawnAt === null);
  const people = await read.people.find({
    ...{ id: standing.map(({ personId }) => personId), role: "rep", active: true },
  });
  const away = await read.absences.find({ from: { lte: now }, to: { gte: now } });
  return people.filter(({ id }) => !away.some(({ personId }) => personId === id));
}

async function toCandidates(
  read: Reader,
  people: readonly Person[],
  verticals: readonly string[],
): Promise<Candidate[]> {
  const ids = people.map(({ id }) => id);
  const won = await read.deals.find({ ownerId: ids, status: "won" });
  const accounts = await read.accounts.find({
    id: won.flatMap(({ accountId }) => accountId ?? []),
  });
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const dealsOf = groupBy(won, ({ ownerId }) => ownerId);
  const days = await read.firstDays.find({ buddyId: ids });
  return people.map((person) => ({
    person: speaker(person),
    newcomers: days.filter(({ buddyId }) => buddyId === person.id).length,
    won: (dealsOf.get(person.id) ?? []).map(({ accountId }): Kind => {
      const account = accountOf.get(accountId ?? "");
      const vertical = verticalNamed(account?.industry ?? "", verticals) ?? null;
      return { vertical, segment: account?.segment ?? null };
    }),
  }));
}
