// What the customers of each deal did while it was under way, thinned to one moment per kind and hour: looking again
// within the hour is the same look, and a robot's hundred thousand touches are a few thousand moments.
import { hourMs } from "../../durations.ts";
import { leadUpMs, serviceOf } from "../../leads/gathering/signals.ts";
import type { Stage, Touch } from "../../model.ts";
import type { Step } from "../paths/path-model.ts";
import { isBehaviour, kindOf } from "../touch-kind.ts";

/** A deal, as far as behaviour is looked at. */
export type JourneyDeal = {
  id: string;
  label: string;
  /** Ids its customers' touches lie under: the account, and whoever it began with. */
  customers: readonly string[];
  ownerId: string | null;
  status: "open" | "won" | "lost";
  openedAt: number;
  closedAt: number | null;
  segment: string | null;
  stage: Stage | null;
  amount: number | null;
  currency: string | null;
  /** Its stages since when, oldest first. */
  stages: readonly { at: number; stage: string }[];
};

/** When each kind of touch happened, at most once an hour; `service`: what says how they stand with service. */
export type Trail = { kinds: Map<string, Map<number, number>>; service: Touch[] };

export type Trails = {
  /** Takes a touch of somebody, in any order; `customers`: their contact's and account's id. */
  take(touch: Touch, customers: readonly (string | null)[]): void;
  of(dealId: string): Trail;
  /** When the first touch of anybody happened; infinite where there is none. */
  firstAt(): number;
  touches(): number;
};

const serviceTypes = new Set(["ticket.opened", "ticket.solved", "survey.score"]);
const mostService = 200;

/** Prepares to follow some deals; each from two weeks before it opened until it was decided. */
export function createTrails(deals: readonly JourneyDeal[]): Trails {
  const byCustomer = new Map<string, JourneyDeal[]>();
  for (const deal of deals) {
    for (const customer of deal.customers) {
      byCustomer.set(customer, [...(byCustomer.get(customer) ?? []), deal]);
    }
  }
  const trails = new Map(deals.map(({ id }) => [id, emptyTrail()]));
  let [first, count] = [Number.POSITIVE_INFINITY, 0];
  return {
    take(touch, customers) {
      if (!isBehaviour(touch)) return;
      count += 1;
      first = Math.min(first, touch.at);
      const all = customers.flatMap((customer) => byCustomer.get(customer ?? "") ?? []);
      for (const deal of new Set(all)) {
        if (isDuring(touch.at, deal)) add(trails.get(deal.id) as Trail, touch);
      }
    },
    of: (dealId) => trails.get(dealId) ?? emptyTrail(),
    firstAt: () => first,
    touches: () => count,
  };
}

const emptyTrail = (): Trail => ({ kinds: new Map(), service: [] });

function isDuring(at: number, { openedAt, closedAt }: JourneyDeal): boolean {
  return at >= openedAt - leadUpMs && (closedAt === null || at < closedAt);
}

function add(trail: Trail, touch: Touch): void {
  const kind = kindOf(touch);
  const hours = trail.kinds.get(kind) ?? new Map<number, number>();
  const hour = Math.floor(touch.at / hourMs);
  hours.set(hour, Math.min(touch.at, hours.get(hour) ?? touch.at));
  trail.kinds.set(kind, hours);
  if (!serviceTypes.has(touch.type)) return;
  trail.service.push(touch);
  if (trail.service.length <= 2 * mostService) return;
  trail.service = trail.service.sort((a, b) => a.at - b.at).slice(-mostService);
}

/** Every moment of a trail, in any order. */
export function momentsOf({ kinds }: Trail): number[] {
  return [...kinds.values()].flatMap((hours) => [...hours.values()]);
}

/** Steps a path holds at most, the latest: earlier ones say little about the next. */
const mostSteps = 300;

/** A path's step with its moment. */
export type TimedStep = Step & { at: number };

/** The trail as a path, oldest first, each step with the stage the deal was in. */
export function pathOf(trail: Trail, { stages }: Pick<JourneyDeal, "stages">): TimedStep[] {
  const moments = [...trail.kinds].flatMap(([kind, hours]) =>
    [...hours.values()].map((at) => ({ kind, at })),
  );
  moments.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
  return moments.slice(-mostSteps).map(({ kind, at }) => {
    const stage = stages.findLast((each) => each.at <= at)?.stage ?? stages[0]?.stage ?? "";
    return { kind, at, stage };
  });
}

/** When the customer became unhappy with service, and content again (leads/gathering/signals.ts says what that is). */
export function unhappySpans({ service }: Trail): { from: number; to: number }[] {
  const sorted = service.toSorted((a, b) => a.at - b.at);
  const spans: { from: number; to: number }[] = [];
  for (const [index, { at }] of sorted.entries()) {
    const isUnhappy = serviceOf(sorted.slice(0, index + 1)) === "unhappy";
    const last = spans.at(-1);
    const isOpen = last?.to === Number.POSITIVE_INFINITY;
    if (isUnhappy && !isOpen) spans.push({ from: at, to: Number.POSITIVE_INFINITY });
    if (!isUnhappy && last && isOpen) last.to = at;
  }
  return spans;
}
