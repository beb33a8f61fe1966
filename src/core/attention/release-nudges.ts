// The morning after: nudges held over night, the most valuable first, as far as today's budget goes.
import type { Workdays } from "../people/working-time.ts";
import type { Unit } from "../ports.ts";
import { settleNudge } from "./offer-nudge.ts";

/** The job: settles what is held for a person; what is not worth a message goes to the digest. */
export async function releaseNudges(
  { personId }: { personId: string },
  { workdays }: { workdays: Workdays },
): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const person = await unit.people.get(personId);
    if (!person?.active) return;
    const held = await unit.nudges.find(
      { personId, state: "held" },
      { order: { by: "value", descending: true } },
    );
    for (const nudge of held) await settleNudge(unit, workdays, { person, nudge });
  };
}
