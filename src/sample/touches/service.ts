// What customers do after they have bought: the happy ones use and praise, the others open tickets.
import { dayMs, hourMs } from "../../core/durations.ts";
import { wakingTime } from "../calendar.ts";
import { logistic } from "../outcome.ts";
import type { DealPlan } from "../plans.ts";
import type { Random } from "../random.ts";
import { type TouchDraft, touch, useFeature } from "./moves.ts";

const serviceDays = 60;

/** The touches in the two months after a win: usage, perhaps a ticket, perhaps a survey. */
export function serveCustomer(plan: DealPlan, now: number, random: Random): TouchDraft[][] {
  if (plan.status !== "won" || plan.closedAt === null) return [];
  const { customer, contact, closedAt } = plan;
  const happy = logistic(customer.contentment);
  const to = Math.min(closedAt + serviceDays * dayMs, now);
  const when = () =>
    wakingTime(random.between(closedAt, to), {
      offsetHours: customer.offsetHours,
      from: closedAt,
      to,
      random,
    });
  const uses = random.chance(happy) ? random.whole(1, 3) : 0;
  const episodes = Array.from({ length: uses }, () => [
    useFeature({ contact, at: when(), random }),
  ]);
  if (random.chance(0.45 * (1 - happy))) episodes.push(ticket(plan, { at: when(), now, random }));
  if (random.chance(0.35)) {
    const score = Math.min(10, Math.max(0, Math.round(7 + 2 * customer.contentment)));
    episodes.push([
      touch({ contact, at: when() }, "survey.score", "zendesk", { kind: "nps", score }),
    ]);
  }
  return episodes;
}

/** Most tickets are solved within three days. */
function ticket(
  plan: DealPlan,
  options: { at: number; now: number; random: Random },
): TouchDraft[] {
  const { at, now, random } = options;
  const opened = touch({ contact: plan.contact, at }, "ticket.opened", "zendesk");
  const solvedAt = at + random.whole(2, 72) * hourMs;
  if (solvedAt > now || !random.chance(0.85)) return [opened];
  return [opened, touch({ contact: plan.contact, at: solvedAt }, "ticket.solved", "zendesk")];
}
