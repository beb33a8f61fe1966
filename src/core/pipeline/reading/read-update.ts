// Reads a rep's update without a model: which deal, and the facts the rep asserts, each with the words that decided it.
import type { Stage } from "../../model.ts";
import { localTime } from "../../people/working-time.ts";
import { chooseAmount } from "./amounts/choose-amount.ts";
import { findAmounts } from "./amounts/find-amounts.ts";
import { type Clause, readOn, toClauses, turn, withoutQuoted } from "./clauses.ts";
import { findDates } from "./dates/find-dates.ts";
import { createFinder, type Meant, outermost } from "./find-meanings.ts";
import { findStage } from "./find-stage.ts";
import { findPlans } from "./find-steps.ts";
import { type Folded, fold, omit, placesOf, spanOf } from "./folded.ts";
import { moods, risks } from "./lexicon/moods.ts";
import { budgetFacts, lossFacts } from "./lexicon/patterns.ts";
import { findCompetitor } from "./names/find-competitor.ts";
import { findDecisionMaker } from "./names/find-decider.ts";
import { ownAccounts } from "./names/person-names.ts";
import { wordPattern } from "./pattern.ts";
import { toSegments } from "./segments.ts";
import type {
  DealMeant,
  Facts,
  Span,
  Understood,
  UpdateContext,
  UpdateDeal,
} from "./understood.ts";
import { findDeals, type Named } from "./which-deal.ts";

const findBudget = createFinder(budgetFacts);
const findLoss = createFinder(lossFacts);
const findMood = createFinder(moods);
const findRisk = createFinder(risks);

/** "The budget is 55k, approved": of the budget in the clause before. */
const approval = new RegExp(
  `^\\s*(?:已经?|刚|也|都|and |just |already |now |it's |all )*${wordPattern("approved")}`,
  "u",
);

type Draft = { [Name in keyof Facts]?: (Span & { value: Facts[Name] }) | undefined };

/** Letters that are read: an update has some sentences, and patterns take time by the square of it. */
const mostRead = 4_000;

/**
 * Understands an update by the conventions of "Reading an update": hedges, conditions, hearsay, sarcasm, negations,
 * ranges and other people's words are no facts. A field that is not stated as a fact is absent. Never throws on text.
 */
export function readUpdate(text: string, context: UpdateContext): Understood {
  const read = text.slice(0, mostRead);
  const folded = withoutFillers(fold(read));
  const clauses = toClauses(folded.text);
  const named = findNamed(folded.text, clauses, context);
  const draft = {
    ...readDeal(folded, clauses, context, named),
    ...readMoods(toClauses(withoutNames(folded.text, context.deals))),
  };
  const facts = toFacts(draft, folded);
  const isUpdate = named.deals.length > 0 || Object.keys(facts).length > 0;
  if (!isUpdate) return { deal: { kind: "none" }, facts };
  const several = dealsOfSeveral(read, context.deals);
  const deal = several.length > 1 ? ask(several) : toMeant(named, folded, context);
  return { deal, facts };
}

/** What voice notes are full of. */
const fillers = /(?<![a-z])(?:um+|uh+|hmm+)(?![a-z])[,\s]*|\s*[呃嗯]+[\s,]*/gu;

function withoutFillers(folded: Folded): Folded {
  return omit(folded, placesOf(folded.text, fillers)).folded;
}

/** Of several deals the one the rep speaks of in words of the rep's own: another may be hearsay. */
function findNamed(text: string, clauses: readonly Clause[], context: UpdateContext): Named {
  const all = findDeals(text, context);
  if (all.deals.length < 2) return all;
  const told = clauses.filter(({ status }) => status !== "asserted");
  const own = told.reduce(
    (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
    text,
  );
  const ofOwn = findDeals(own, context);
  return ofOwn.span ? ofOwn : all;
}

function readDeal(
  folded: Folded,
  clauses: readonly Clause[],
  context: UpdateContext,
  named: Named,
): Draft {
  const text = withoutQuoted(folded.text);
  const { now, timeZone, workdays, deals } = context;
  const own = clauses.filter(({ status }) => status === "asserted");
  const told = clauses.filter(({ status }) => status === "asserted" || status === "hearsay");
  const today = localTime(now, timeZone).day;
  const dates = findDates(text, { today, timeZone, workdays });
  const present = (named.deals.length > 0 ? named.deals : deals).map(({ stage: each }) => each);
  const isBegun = ({ start }: Span) => text.startsWith("since ", start);
  const ahead = dates.filter((date) => !isBegun(date) && (!date.day || date.day > today));
  const competitor = findCompetitor({ folded, clauses: own, deals });
  const stage = findStage(own, { present, ahead });
  const amount = chooseAmount(withoutDates(findAmounts(text, timeZone), dates), {
    clauses,
    text,
    timeZone,
  });
  return {
    ...findPlans({ text, clauses, dates, today }),
    stage: isOfRival(stage, competitor) ? undefined : stage,
    amount,
    currency: amount?.currency
      ? { value: amount.currency, start: amount.start, end: amount.end }
      : undefined,
    decisionMaker: findDecisionMaker(folded, deals),
    competitor,
    budgetStatus: onlyOf(findBudget([...own, ...readOn(own, approval)])),
    // Why it was lost is what the customer said.
    lossReason: stage?.value === "lost" ? findLoss(told)[0] : undefined,
  };
}

/** Characters between a rival and what it did: 金蝶中标了, "Zoho won it". */
const nextTo = 8;

/** A deal that a rival won is not won. */
function isOfRival(stage: Meant<Stage> | undefined, rival: Span | undefined): boolean {
  if (stage?.value !== "won" || !rival) return false;
  return (
    rival.start >= stage.clause.start && rival.end < stage.end && stage.end - rival.end <= nextTo
  );
}

function withoutDates<T extends Span>(amounts: readonly T[], dates: readonly Span[]): T[] {
  return amounts.filter(
    ({ start, end }) => !dates.some((date) => date.start < end && date.end > start),
  );
}

/** Cold Storage is a name and no mood. */
function withoutNames(text: string, deals: readonly UpdateDeal[]): string {
  return ownAccounts(text, deals).reduce(
    (rest, { start, end }) =>
      rest.slice(0, start) + rest.slice(start, end).replace(/[a-z]/g, "x") + rest.slice(end),
    text,
  );
}

function readMoods(clauses: readonly Clause[]): Draft {
  const own = clauses.filter(({ status }) => status === "asserted");
  const isMine = ({ clause, start }: Span & { clause: Clause }) =>
    /(?<![a-z])(?:i'm|i am|i was|i|we're|we are|my|so|lunch|weather)(?![a-z])[^,]{0,12}$|(?<![对给跟和向让与])我(?:们)?(?!们?的)[^,客对他她]{0,5}$|天气/u.test(
      clause.text.slice(0, start - clause.start),
    );
  return {
    sentiment: onlyOf(outermost(findMood(own)).filter((mood) => !isMine(mood))),
    risk: onlyOf(outermost(findRisk(own))),
  };
}

/** Where two are told, the one told of is not certain: none. */
function onlyOf<T>(found: readonly Meant<T>[]): Meant<T> | undefined {
  const [first] = found;
  return found.every(({ value }) => value === first?.value) ? first : undefined;
}

/** Where a text goes on to another deal, by name or as "the other one": those it may be about. */
function dealsOfSeveral(text: string, deals: readonly UpdateDeal[]): readonly string[] {
  const isOwn = ({ status, text: words }: Clause) =>
    status === "asserted" && words.replace(turn, "").trim() !== "";
  const segments = toSegments(text, deals).filter(({ clauses }) => clauses.some(isOwn));
  if (segments.length < 2) return [];
  const isOther = segments.some((segment) => segment.isOther);
  return isOther
    ? deals.map(({ id }) => id)
    : [...new Set(segments.flatMap(({ deals: ids }) => ids))];
}

const ask = (ids: readonly string[]): DealMeant => ({ kind: "ask", ids: [...ids] });

/** Facts about no deal in particular are about the only one there is. */
function toMeant({ deals: named, span }: Named, folded: Folded, context: UpdateContext): DealMeant {
  const deals = named.length > 0 ? named : context.deals;
  const [first, ...others] = deals;
  if (!first) return { kind: "none" };
  if (others.length > 0) return ask(deals.map(({ id }) => id));
  if (!span) return { kind: "one", id: first.id, span: null, words: null };
  const { words, ...place } = spanOf(folded, span);
  return { kind: "one", id: first.id, span: place, words };
}

function toFacts(draft: Draft, folded: Folded): Understood["facts"] {
  const facts = Object.entries(draft).flatMap(([name, found]) => {
    if (!found) return [];
    const { words, ...span } = spanOf(folded, found);
    return [[name, { value: found.value, span, words }]];
  });
  return Object.fromEntries(facts);
}
