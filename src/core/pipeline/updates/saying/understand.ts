// From somebody's words to a draft: which deal, and what of it would change.
import type { Person } from "../../../model.ts";
import { localTime, type Workdays } from "../../../people/working-time.ts";
import { mentionsIn } from "../../reading/deal-names.ts";
import { fold } from "../../reading/folded.ts";
import { readUpdate } from "../../reading/read-update.ts";
import { partAbout, splitUpdate } from "../../reading/split-update.ts";
import type { Facts, Understood, UpdateContext } from "../../reading/understood.ts";
import type { OpenDeal } from "../deals.ts";
import { type UpdateBody, updateFields } from "../stored.ts";

/** Who says it, when, and of which deals it may be. */
export type Saying = {
  person: Pick<Person, "timeZone">;
  now: number;
  workdays: Workdays;
  deals: readonly OpenDeal[];
  /** What "it" means: the deal of the call that just ended, or of the last update. */
  recentDealId?: string | undefined;
};

/** What was understood. `isNamed`: the words say which deal, or which of several. */
export type Draft = Pick<UpdateBody, "choices" | "values" | "words"> & {
  dealId: string | null;
  isNamed: boolean;
};

/** Facts that make an update of a sentence nobody asked for; a mood alone may be a customer's own words. */
const telling = [
  "stage",
  "amount",
  "nextStep",
  "nextStepDate",
  "closeDate",
  "decisionMaker",
] as const;

/** What reading needs to know. */
function contextOf({ person, now, workdays, deals, recentDealId }: Saying): UpdateContext {
  return { now, timeZone: person.timeZone, workdays, deals, recentDealId };
}

/** Reads words as an update. Where several deals fit it reads each fact against all of them, and asks which. */
export function understandUpdate(text: string, saying: Saying): Draft {
  const { deals } = saying;
  const { deal, facts } = readUpdate(text, contextOf(saying));
  const dealId = deal.kind === "one" ? deal.id : null;
  const choices = deal.kind === "ask" ? deal.ids : [];
  const isNamed =
    deal.kind === "one" ? deal.words !== null : mentionsIn(fold(text).text, deals).length > 0;
  return { dealId, choices, isNamed, ...toValues(facts, saying) };
}

/** The same words, about this deal: what of them is about another counts for nothing. */
export function understandFor(text: string, deal: OpenDeal, saying: Saying): Draft {
  const own = partAbout(text, { deals: saying.deals, dealId: deal.id });
  return { ...understandUpdate(own, { ...saying, deals: [deal] }), dealId: deal.id, choices: [] };
}

/** Words with what was understood of them. */
export type Said = { text: string; draft: Draft };

/** Words that name several deals, each with its own news, as an update of each; nothing for any other words. */
export function understandEach(text: string, saying: Saying): Said[] {
  return splitUpdate(text, contextOf(saying)).flatMap((part) => {
    const deal = saying.deals.find(({ id }) => id === part.dealId);
    const draft = deal && understandFor(part.text, deal, saying);
    return draft ? [{ text: part.text, draft: { ...draft, isNamed: true } }] : [];
  });
}

/** Whether it says enough for a sentence nobody asked for. */
export function isTelling({ values }: Pick<Draft, "values">): boolean {
  return telling.some((field) => values[field] !== undefined);
}

function toValues(facts: Understood["facts"], { person, now }: Saying) {
  const today = localTime(now, person.timeZone).day;
  const found = updateFields.flatMap((field) => {
    const fact = facts[field];
    return fact && isPossible(field, fact.value, today) ? [[field, fact] as const] : [];
  });
  const values = Object.fromEntries(found.map(([field, { value }]) => [field, value]));
  const words = Object.fromEntries(found.map(([field, fact]) => [field, fact.words]));
  return { values, words } as Pick<UpdateBody, "values" | "words">;
}

/** What is planned does not lie in the past, and nobody's amount is 0: such words were about something else. */
function isPossible(field: keyof Facts, value: unknown, today: string): boolean {
  if (field === "amount") return Number(value) > 0;
  return (field !== "nextStepDate" && field !== "closeDate") || String(value) >= today;
}
