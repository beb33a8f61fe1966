// What needs a manager, as data: each list with the worst first, and only of their own people.
import { hourMs } from "../../durations.ts";
import type { NextAction } from "../../journey/actions/next-action.ts";
import type { SlippingAlert } from "../../journey/slipping/alert.ts";
import { ownersMs } from "../../journey/slipping/look.ts";
import { customerName } from "../../leads/gathering/customer.ts";
import { teamLeads } from "../../leads/visible-leads.ts";
import type { HealthServices } from "../../pipeline/health/in-chat/services.ts";
import type { Reader } from "../../ports.ts";
import { type DealExceptions, dealExceptions } from "./deal-exceptions.ts";
import { nameIn, type Team } from "./team.ts";

export type Exceptions = DealExceptions & {
  /** Offered past their deadline, or nobody's. */
  leads: { customer: string; since: number }[];
  /** Past their deadline, and told of. */
  overdue: { action: NextAction; owner: string }[];
  /** Silent customers whose alert nobody has taken up. */
  slipping: { alert: SlippingAlert; owner: string }[];
  /** How many skill alerts were told to them and not taken up; whose, they see where they ask. */
  alerts: number;
};

/** A lead that came so lately is still finding its first rep. */
const settleMs = hourMs;

/** Everything that needs them now. */
export async function findExceptions(services: HealthServices, team: Team): Promise<Exceptions> {
  const { read } = services.store;
  const now = services.clock();
  return {
    leads: await leadsOf(read, team, now),
    overdue: await overdueOf(read, team, now),
    slipping: await slippingOf(read, team, now),
    ...(await dealExceptions(services, team)),
    alerts: await read.alerts.count({ managerId: team.manager.id, state: "manager" }),
  };
}

async function leadsOf(read: Reader, { manager }: Team, now: number): Promise<Exceptions["leads"]> {
  const held = await teamLeads(read, manager);
  return held
    .filter(({ lead, assignment }) =>
      assignment?.state === "offered"
        ? (assignment.deadlineAt ?? now) < now
        : lead.status === "new" && lead.createdAt < now - settleMs,
    )
    .map((one) => ({ customer: customerName(one), since: one.lead.createdAt }))
    .sort((one, other) => one.since - other.since);
}

async function overdueOf(read: Reader, team: Team, now: number): Promise<Exceptions["overdue"]> {
  if (team.ids.length === 0) return [];
  const late = await read.nextActions.find(
    { personId: team.ids, state: "open", dueAt: { lt: now } },
    { order: { by: "dueAt" } },
  );
  return late
    .filter(({ reasons }) => reasons.escalatedAt !== undefined)
    .map((action) => ({ action, owner: nameIn(team, action.personId) }));
}

/** Their owners hear of it first. */
async function slippingOf(read: Reader, team: Team, now: number): Promise<Exceptions["slipping"]> {
  if (team.ids.length === 0) return [];
  const createdAt = { lte: now - ownersMs };
  const open = await read.slippingAlerts.find({ personId: team.ids, state: "open", createdAt });
  return open
    .map((alert) => ({ alert, owner: nameIn(team, alert.personId) }))
    .sort((one, other) => other.alert.reasons.value - one.alert.reasons.value);
}
