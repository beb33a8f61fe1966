// What comes to somebody regularly, at a minute of their own day: the daily report they asked for, the morning brief.
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { type NudgeKind, usualDelivery } from "../nudge.ts";

/** Kinds of nudges that come at an hour of their own. */
export const routineKinds = ["report", "morning_brief"] as const satisfies readonly NudgeKind[];
export type RoutineKind = (typeof routineKinds)[number];

/** The hour somebody chose for one of them; `minutes` since midnight where they are. */
export type Routine = {
  id: string;
  personId: string;
  kind: RoutineKind;
  minutes: number;
  updatedAt: number;
};

/** When each comes where nobody said otherwise: the report half an hour before the day ends. */
const usualMinutes: Record<RoutineKind, number> = {
  report: 17 * 60 + 30,
  morning_brief: 9 * 60,
};

type Reads = Pick<Reader | Unit, "routines" | "preferences">;
type Whose = Pick<Person, "id" | "role" | "active">;

/** The minute of the day at which one of them comes to a person. */
export async function minutesOf(
  { routines }: Pick<Reads, "routines">,
  { id: personId }: Pick<Person, "id">,
  kind: RoutineKind,
): Promise<number> {
  const [known] = await routines.find({ personId, kind });
  return known?.minutes ?? usualMinutes[kind];
}

/** Keeps the hour a person chose. */
export async function setMinutes(
  unit: Unit,
  { id: personId }: Pick<Person, "id">,
  { kind, minutes }: Pick<Routine, "kind" | "minutes">,
): Promise<void> {
  const [known] = await unit.routines.find({ personId, kind });
  const id = known?.id ?? unit.newId("routine");
  await unit.routines.put({ id, personId, kind, minutes, updatedAt: unit.now });
}

/** Whether it comes to this person by itself: the brief to managers who did not mute it, the report to who asked for it. */
export async function comesTo(
  { preferences }: Pick<Reads, "preferences">,
  { id: personId, role, active }: Whose,
  kind: RoutineKind,
): Promise<boolean> {
  const sells = role === "manager" || role === "rep";
  if (!active || !(kind === "morning_brief" ? role === "manager" : sells)) return false;
  const [decided] = await preferences.find({ personId, kind });
  return (decided?.delivery ?? usualDelivery(kind)) !== "mute";
}
