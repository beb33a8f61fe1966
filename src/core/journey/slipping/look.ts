// Once a day: who has fallen silent is told to whoever they belong to, once for each silence and while it lasts; to the
// manager only where much is at stake and nobody has taken it up. What has ended is taken off people's cards.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { actionValue, usualAmounts } from "../actions/starting/value.ts";
import { type Company, readCompany, whoActs } from "../actions/starting/who-acts.ts";
import type { DiscoveryServices } from "../discovery/ask.ts";
import { type DiscoveryInput, lookForSilence } from "../discovery/discover.ts";
import { gatherJourneys } from "../discovery/gather.ts";
import { momentsOf } from "../discovery/trail.ts";
import type { AlertReasons, SlippingAlert } from "./alert.ts";
import { alertCard, managerCard } from "./alert-card.ts";
import type { SlippingBacktest } from "./backtest-slipping.ts";
import type { Slipping } from "./find-slipping.ts";
import { keepAlert } from "./keep-alert.ts";
import { toVisits } from "./rhythm.ts";

export const slippingJob = "slipping.look";

export type SlippingServices = DiscoveryServices & { workdays: Workdays };

/** A deal whose alert was not useful is left alone for so long. */
const restMs = 60 * dayMs;
/** The owner has so long before anybody above hears of it. */
export const ownersMs = 3 * dayMs;
/** From here on a deal is worth one of a manager's two messages (actions/starting/value.ts: money and stage). */
const managersValue = 0.6;
/** What history does not bear out competes with less for attention. */
const unprovenShare = 0.5;

/** Has it looked at tomorrow, once; the job calls it for itself. */
export function scheduleSlipping(unit: Unit): void {
  const runAt = (Math.floor(unit.now / dayMs) + 1) * dayMs;
  unit.schedule({ kind: slippingJob, key: `${slippingJob}:${runAt}`, runAt, payload: {} });
}

type Found = { now: Slipping[]; values: ReadonlyMap<string, number>; backtest: SlippingBacktest };

/** The job. */
export async function lookForSlipping({
  store,
  events,
  clock,
  pause,
  workdays,
}: SlippingServices): Promise<(unit: Unit) => Promise<void>> {
  const { read } = store;
  const input = await gatherJourneys({ read, events, now: clock(), pause });
  const { now, backtest } = await lookForSilence(input);
  const usual = usualAmounts(input.deals.filter(({ status }) => status === "open"));
  const values = new Map(now.map((one) => [one.deal.id, worthOf(one, { usual, backtest })]));
  const company = await readCompany(read, clock());
  return async (unit) => {
    scheduleSlipping(unit);
    const found = { now, values, backtest };
    await endOthers(unit, input);
    for (const one of now) await tellOne(unit, one, { found, company, workdays });
  };
}

/** Whether the alarm names clearly more of those who were lost than of those who were won. */
function isProven({ own }: SlippingBacktest): boolean {
  return own !== null && own.lostNamed.low > own.keptNamed.value;
}

function worthOf(
  { deal: { amount, currency, stage } }: Slipping,
  { usual, backtest }: { usual: ReadonlyMap<string, number>; backtest: SlippingBacktest },
): number {
  const usualAmount = usual.get(currency ?? "") ?? null;
  const value = actionValue({ amount, usualAmount, stage, ageMs: 0, isNobodys: false });
  return isProven(backtest) ? value : value * unprovenShare;
}

/** Alerts whose silence is no longer: they came back, or the deal was decided. */
async function endOthers(unit: Unit, { deals, trails }: DiscoveryInput): Promise<void> {
  const open = await unit.slippingAlerts.find({ state: ["open", "snoozed", "acknowledged"] });
  for (const alert of open) {
    const deal = deals.find(({ id }) => id === alert.dealId);
    const isDecided = deal?.status !== "open";
    const latest = deal ? (toVisits(momentsOf(trails.of(deal.id))).at(-1) ?? 0) : 0;
    if (isDecided || latest > alert.since) {
      await endAlert(unit, alert, isDecided ? "decided" : "came_back");
    }
  }
}

async function endAlert(
  unit: Unit,
  alert: SlippingAlert,
  over: NonNullable<AlertReasons["over"]>,
): Promise<void> {
  const person = await unit.people.get(alert.personId);
  const reasons = { ...alert.reasons, over };
  await keepAlert(unit, person, { ...alert, reasons, state: "over", closedAt: unit.now });
}

type Telling = { found: Found; company: Company; workdays: Workdays };

async function tellOne(unit: Unit, one: Slipping, telling: Telling): Promise<void> {
  const { deal, since } = one;
  const earlier = await unit.slippingAlerts.find({ dealId: deal.id });
  const known = earlier.find((alert) => alert.since === since);
  const actor = whoActs({ ownerId: deal.ownerId, assignTo: "owner" }, telling.company);
  const isTheirs = known?.personId === actor?.person.id;
  if (known && (isTheirs || !actor)) return goOn(unit, known, { ...telling, one });
  const isResting = earlier.some(
    ({ state, closedAt }) => state === "useless" && (closedAt ?? 0) > unit.now - restMs,
  );
  if (isResting || !actor || (known && known.state !== "open")) return;
  // Whoever had it before has it no longer: the deal went to somebody else.
  if (known) await endAlert(unit, known, "moved");
  const alert: SlippingAlert = {
    ...{ id: known?.id ?? unit.newId("slipping"), dealId: deal.id, since, state: "open" },
    ...{ personId: actor.person.id, reasons: reasonsOf(one, telling.found), createdAt: unit.now },
    ...{ snoozedTo: null, managerToldAt: known?.managerToldAt ?? null, closedAt: null },
  };
  await unit.slippingAlerts.put(alert);
  await offerNudge(unit, telling.workdays, {
    ...{ person: actor.person, kind: "slipping", value: alert.reasons.value },
    card: alertCard(unit, actor.person, alert),
  });
}

function reasonsOf(one: Slipping, { values, backtest: { own } }: Found): AlertReasons {
  const { deal, silence, gapDays, isUnhappy } = one;
  const { silentMs, usualMs, lasting } = silence;
  return {
    ...{ customer: deal.label, silentMs, usualMs, lasting, gapDays, isUnhappy },
    ...{ value: values.get(deal.id) ?? 0, round: 0 },
    record: own && { lostNamed: own.lostNamed, keptNamed: own.keptNamed },
  };
}

/** A silence that goes on: its card says how long by now, and the manager hears of it where it matters. */
async function goOn(
  unit: Unit,
  known: SlippingAlert,
  { one, found, company, workdays }: Telling & { one: Slipping },
): Promise<void> {
  if (known.state !== "open") return;
  const { round } = known.reasons;
  const alert = { ...known, reasons: { ...reasonsOf(one, found), round } };
  const owner = await unit.people.get(alert.personId);
  const manager = owner && managerWho(owner, company);
  const isTold = alert.managerToldAt !== null || !manager || !matters(alert, found, unit.now);
  const kept = isTold ? alert : { ...alert, managerToldAt: unit.now };
  await keepAlert(unit, owner, kept);
  if (isTold || !manager) return;
  const card = managerCard(manager, { alert: kept, owner, now: unit.now });
  const { value } = kept.reasons;
  await offerNudge(unit, workdays, { person: manager, kind: "slipping", value, card });
}

function managerWho(owner: Person, { people, teams }: Company): Person | undefined {
  return managerOf(owner, people, teams);
}

function matters({ reasons, createdAt }: SlippingAlert, { backtest }: Found, now: number): boolean {
  return isProven(backtest) && reasons.value >= managersValue && now - createdAt >= ownersMs;
}
