// Stretches of a text that are about one deal each, by the names in them.
import { type Clause, toClauses } from "./clauses.ts";
import { accountsIn, type DealNames, locateAll, namesOf } from "./deal-names.ts";
import { fold, spanOf } from "./folded.ts";
import type { UpdateDeal } from "./understood.ts";

/** Clauses that follow each other about one deal. `deals`: all that fit. `isOther`: about one that is not named. */
export type Segment = {
  deals: readonly string[];
  isOther: boolean;
  clauses: Clause[];
  text: string;
};

/** Another deal, pointed at instead of named. */
const another =
  /(?<![a-z])(?:the|my|that) other (?:one|deal|customer|client|account)(?![a-z])|(?<![a-z])another (?:one|deal|customer|client|account)(?![a-z])|另(?:外)?(?:那|一)(?:个|家|单)|另一(?:个|家|单)/u;

/** The stretches of a text, in order; one where it names a single deal, or none. */
export function toSegments(text: string, deals: readonly UpdateDeal[]): Segment[] {
  const folded = fold(text);
  const names = deals.map((deal) => ({ deal, ...namesOf(deal) }));
  const segments: Segment[] = [];
  for (const clause of toClauses(folded.text)) {
    const named = dealsIn(clause.text, names);
    const isOther = named.length === 0 && another.test(clause.text);
    const last = segments.at(-1);
    if (last && goesOn(last, { named, isOther })) {
      last.clauses.push(clause);
      if (named.length > 0) last.deals = narrowed(last.deals, named);
    } else segments.push({ deals: named, isOther, clauses: [clause], text: "" });
  }
  return segments.map((segment) => ({ ...segment, text: wordsOf(segment, folded) }));
}

/** Nothing is named, or the same; before the first name everything is about it. */
function goesOn(
  { deals, isOther }: Segment,
  next: { named: readonly string[]; isOther: boolean },
): boolean {
  const { named } = next;
  if (next.isOther) return isOther;
  if (named.length === 0) return true;
  const isLead = deals.length === 0 && !isOther;
  return isLead || named.some((id) => deals.includes(id));
}

/** Of several deals of one account those that were told apart since. */
function narrowed(deals: readonly string[], named: readonly string[]): readonly string[] {
  const both = deals.filter((id) => named.includes(id));
  return both.length > 0 ? both : named;
}

function wordsOf({ clauses }: Segment, folded: ReturnType<typeof fold>): string {
  const [start, end] = [clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0];
  return spanOf(folded, { start, end }).words.trim();
}

type Named = DealNames & { deal: UpdateDeal };

/** Deals that words name for sure: by account, product or somebody's whole name. First names are anybody's. */
function dealsIn(words: string, names: readonly Named[]): string[] {
  const calledBy = (toAliases: (each: Named) => DealNames["account"]) =>
    names
      .filter((each) => toAliases(each).some((alias) => locateAll(words, alias).length > 0))
      .map(({ deal }) => deal);
  const called = accountsIn(words, names);
  const accounts = names.filter((_, index) => called[index]).map(({ deal }) => deal);
  const products = calledBy(({ product }) => product.slice(0, 1));
  const people = calledBy(({ contact }) => contact.slice(0, 1).filter(isWhole));
  const others = products.length > 0 ? products : people;
  const nearer = accounts.filter((deal) => products.includes(deal) || people.includes(deal));
  const isOne = new Set(accounts.map(({ account }) => account)).size === 1;
  const named = accounts.length === 0 ? others : accounts;
  return (isOne && nearer.length > 0 ? nearer : named).map(({ id }) => id);
}

const isWhole = ({ words }: { words: string }) => /\s|\p{Script=Han}{2}/u.test(words);
