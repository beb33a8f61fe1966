// What the chains found becomes what people are told: looked up first, then written in the consumer's transaction.
import type { Workdays } from "../../../people/working-time.ts";
import type { Clock, EventLog, Reader, Unit } from "../../../ports.ts";
import type { Library } from "../../../training/library.ts";
import type { ScriptSearch } from "../../../training/script-search.ts";
import { touchesOf } from "../../chains/evidence.ts";
import type { FollowerOptions, Matched } from "../../live/chain-follower.ts";
import { touchesOfCustomer } from "../../live/touches-of-customer.ts";
import { createFindLines, type FindLines } from "../words/find-lines.ts";
import { type FoundMatch, type PreparedMatch, prepareMatch } from "./prepare-action.ts";
import { actionsLeft, mostActionsADay } from "./rule-flood.ts";
import { matchKey, startActions, withdrawActions } from "./start-actions.ts";
import { usualAmounts } from "./value.ts";
import { readCompany } from "./who-acts.ts";

export type ActionServices = {
  read: Reader;
  events: EventLog;
  clock: Clock;
  workdays: Workdays;
  scripts: ScriptSearch;
  library: () => Library;
};

type Write = (unit: Unit) => Promise<void>;
type Looking = ActionServices & { findLines: FindLines; usualNow(): Promise<Map<string, number>> };

/** The newest open deals say what is usual; asked again after ten minutes. */
const dealsLookedAt = 1_000;
const usualForMs = 600_000;

/** Makes what a chain follower calls with what it found. */
export function createActOnMatches(services: ActionServices): FollowerOptions["onFound"] {
  const findLines = createFindLines(services);
  let usual: { until: number; amounts: Map<string, number> } | undefined;
  const usualNow = async () => {
    const now = services.clock();
    if (!usual || usual.until <= now) {
      const newest = {
        order: { by: "updatedAt", descending: true },
        limit: dealsLookedAt,
      } as const;
      const deals = await services.read.deals.find({ status: "open" }, newest);
      usual = { until: now + usualForMs, amounts: usualAmounts(deals) };
    }
    return usual.amounts;
  };
  return async ({ matches, withdrawn }) => {
    const fresh = await onlyNew(services.read, matches);
    const undone = withdrawn.map(({ inForce, match }) => ({ ruleId: inForce.rule.id, ...match }));
    if (fresh.length === 0 && undone.length === 0) return undefined;
    const write = await prepareAll(fresh, { ...services, findLines, usualNow });
    return async (unit) => {
      await write(unit);
      await withdrawActions(unit, undone);
    };
  };
}

const keyOf = ({ inForce, match }: Matched) =>
  matchKey({ ruleId: inForce.rule.id, customer: match.customer, at: match.at });

/** A restart finds again what was found before. */
async function onlyNew(read: Reader, matches: readonly Matched[]): Promise<Matched[]> {
  if (matches.length === 0) return [];
  const known = await read.matches.find({ key: matches.map(keyOf) });
  const keys = new Set(known.map(({ key }) => key));
  return matches.filter((one) => !keys.has(keyOf(one)));
}

async function prepareAll(fresh: readonly Matched[], looking: Looking): Promise<Write> {
  const { read, clock, findLines, workdays } = looking;
  const company = await readCompany(read, clock());
  const mostADay = mostActionsADay(company.people);
  const usual = fresh.length > 0 ? await looking.usualNow() : new Map<string, number>();
  const left = await actionsLeft(read, { fresh, mostADay, now: clock() });
  const prepared: PreparedMatch[] = [];
  for (const one of fresh) {
    const { id } = one.inForce.rule;
    const places = left.get(id) ?? 0;
    left.set(id, places - 1);
    // Of a rule that fires too often nothing is looked up: it will start nothing.
    if (places <= 0) {
      prepared.push({ inForce: one.inForce, ...one.match, touches: [], heldOut: false });
      continue;
    }
    const found = await toFound(one, looking);
    prepared.push(await prepareMatch(found, company, { read, clock, findLines, usual }));
  }
  return (unit) => startActions(unit, prepared, { workdays, mostADay });
}

async function toFound({ inForce, match }: Matched, looking: Looking): Promise<FoundMatch> {
  const { rule } = inForce;
  const { customer, at, from, to } = match;
  const history = await touchesOfCustomer(
    { scope: rule.scope, id: customer },
    { from, to },
    looking,
  );
  return { inForce, customer, at, touches: touchesOf({ rule, from, to }, history) };
}
