// The identity consumer: what touches call their visitors is written down, and visitors are linked as soon as they can be.
import type { Touch } from "../model.ts";
import type { Workdays } from "../people/working-time.ts";
import type { Reader, Unit } from "../ports.ts";
import { tellClaim } from "./claims.ts";
import { type NameReaders, namesIn } from "./names.ts";
import { resolveVisitors } from "./resolve.ts";
import { type CustomerIdentity, keyOf, newVisitor } from "./visitor.ts";

export type IdentityServices = {
  read: Reader;
  readers: NameReaders;
  workdays: Workdays;
};

/** Names kept of one visitor: a device with more is a crowd's. */
const mostNames = 50;

type Entry = { position: number; touch: Touch };
type Work = ((unit: Unit) => Promise<void>) | undefined;

/** One batch of the log: each visitor and each name once, however many touches they made. */
export async function consumeTouches(services: IdentityServices, entries: Entry[]): Promise<Work> {
  const called = collectNames(entries, services.readers);
  const visitorIds = [...new Set(called.map(({ visitorId }) => visitorId))];
  const known = await services.read.customerIdentities.find({ visitorId: visitorIds });
  const fresh = withoutKnown(called, known);
  if (fresh.length === 0) return undefined;
  return async (unit) => {
    const theirs = new Set(fresh.map(({ visitorId }) => visitorId));
    const stored = new Set((await unit.visitors.find({ id: [...theirs] })).map(({ id }) => id));
    const met = [...theirs].filter((id) => !stored.has(id));
    await unit.visitors.put(...met.map((id) => newVisitor(id, unit.now)));
    const rows = fresh.map((name) => ({ ...name, id: unit.newId("customerIdentity") }));
    await unit.customerIdentities.put(...rows);
    const earlier = known.filter(({ visitorId }) => theirs.has(visitorId));
    await linkVisitors(unit, services, [...earlier, ...rows]);
  };
}

/** Links who can be linked by these names, and asks about visitors that were called as two people. */
export async function linkVisitors(
  unit: Unit,
  { workdays }: Pick<IdentityServices, "workdays">,
  names: readonly CustomerIdentity[],
): Promise<void> {
  const { visitors, claimed } = await resolveVisitors(unit, names, unit.now);
  await unit.visitors.put(...visitors);
  for (const visitor of claimed) await tellClaim(unit, workdays, visitor);
}

/** What each visitor was called in these touches, each name once. */
function collectNames(entries: readonly Entry[], readers: NameReaders): CustomerIdentity[] {
  const names = new Map<string, CustomerIdentity>();
  for (const { touch } of entries) {
    const visitorId = touch.anonymousId;
    if (visitorId === null) continue;
    for (const name of namesIn(touch, readers)) {
      const key = `${visitorId}\u0000${keyOf(name)}`;
      if (names.has(key)) continue;
      const { id: touchId, source, receivedAt } = touch;
      names.set(key, { id: "", visitorId, ...name, source, touchId, seenAt: receivedAt });
    }
  }
  return [...names.values()];
}

function withoutKnown(
  called: readonly CustomerIdentity[],
  known: readonly CustomerIdentity[],
): CustomerIdentity[] {
  const counts = new Map<string, number>();
  const keys = new Set<string>();
  for (const name of known) {
    keys.add(`${name.visitorId}\u0000${keyOf(name)}`);
    counts.set(name.visitorId, (counts.get(name.visitorId) ?? 0) + 1);
  }
  return called.filter((name) => {
    const count = counts.get(name.visitorId) ?? 0;
    if (keys.has(`${name.visitorId}\u0000${keyOf(name)}`) || count >= mostNames) return false;
    counts.set(name.visitorId, count + 1);
    return true;
  });
}
