// Which nudges a manager's morning brief takes the place of: what could wait is in it, and no message of its own.
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import type { Nudge, NudgeKind } from "../nudge.ts";
import { comesTo } from "./routine.ts";

/** Each has a section of the brief that says the same. */
const covered: ReadonlySet<NudgeKind> = new Set(["escalation", "slipping", "alert"]);

/** From here on it does not wait: above a promised next step that is late (0.9), and below a rule that floods a team (1). */
const urgentValue = 0.95;

type Offered = Pick<Nudge, "kind" | "value">;

/** Whether a section of the brief says it. */
export function isCovered({ kind, value }: Offered): boolean {
  return covered.has(kind) && value < urgentValue;
}

/** Whether it is left to this person's next morning brief. */
export async function waitsForBrief(
  read: Pick<Reader | Unit, "preferences">,
  person: Person,
  offered: Offered,
): Promise<boolean> {
  return isCovered(offered) && comesTo(read, person, "morning_brief");
}
