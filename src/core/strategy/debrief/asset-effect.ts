// What goes with using a talk track: deals where it was used beside comparable ones, by the tester of claims. It says no
// more than that one does: nobody drew lots, and a talk track is used where it fits.
import { dayMs } from "../../durations.ts";
import type { EventLog, Reader, Store } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import type { Claim } from "../claim.ts";
import { applyUses, type DealCourse, gatherCourses } from "../gather-courses.ts";
import { hasFigures, judge } from "../testing/judge.ts";
import { type Tested, testClaim } from "../testing/test-claim.ts";
import { usesOf } from "../uses.ts";

export type EffectServices = {
  store: Store;
  events: Pick<EventLog, "after">;
  clock: () => number;
  pause: () => Promise<void>;
};

/** How often a talk track was used for a deal, and what the test of it found. */
export type AssetEffect = { used: number; tested: Tested };

const lookBackMs = 365 * dayMs;
/** Won within so many days of its first use. */
const windowDays = 30;
const won: Omit<Claim, "action"> = {
  ...{ population: { stages: [] }, outcome: "won", direction: "up" },
  ...{ windowDays, points: 10, isSuggested: false },
};

/** The effect of each, by id: the deals are gathered once. Over the whole company, as talk tracks are. */
export async function assetEffects(
  services: EffectServices,
  ids: readonly string[],
): Promise<Map<string, AssetEffect>> {
  const { read } = services.store;
  const now = services.clock();
  const uses = await usesOf(read, ids);
  const courses = uses.length > 0 ? await allCourses(services, now) : [];
  const found = new Map<string, AssetEffect>();
  for (const id of ids) {
    const theirs = uses.filter(({ scriptId, at }) => scriptId === id && at <= now);
    const own = courses.map((course) => ({ ...course, actedAt: null }));
    applyUses(own, theirs);
    const tested = testClaim(own, { windowDays }, { from: now - lookBackMs, to: now });
    found.set(id, { used: theirs.length, tested });
  }
  return found;
}

async function allCourses(services: EffectServices, now: number): Promise<DealCourse[]> {
  const people = await peopleOf(services.store.read);
  const action = { kind: "script", scriptId: "" } as const;
  return gatherCourses(services, { ...won, action }, { managerId: people, now });
}

async function peopleOf(read: Reader): Promise<string[]> {
  return (await read.people.find({})).map(({ id }) => id);
}

/** The difference with its interval, or that there is too little. */
export function sayEffect({ tested }: AssetEffect, { texts, format }: Reading): string {
  const { effect } = texts.debrief;
  if (!tested.estimate || !hasFigures(judge(won, tested))) return effect.few;
  const said = (share: number) => format.number(Math.round(share * 1000) / 10);
  const { value, low, high } = tested.estimate.difference;
  const figures = { difference: said(value), low: said(low), high: said(high) };
  return effect.line({ ...figures, deals: tested.matched });
}
