// The end of a session: evidence on the rep's skills and the report, kept only for those who agreed, and the card.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Skill } from "../playbook.ts";
import type { Session } from "../session/session.ts";
import { recordEvidence } from "../twin/record-evidence.ts";
import { skillsOfTactic } from "../twin/skills-of-tactic.ts";
import type { PreparedReport } from "./prepare-report.ts";
import { reportCard } from "./report-card.ts";

/** A session that is over, with its report (prepare-report.ts). `sessionId` names it for good. */
export type Closed = {
  person: Person;
  sessionId: string;
  session: Session;
  prepared: PreparedReport;
};

/**
 * Keeps a closed session's report and evidence, and gives the report's card; doing it again changes nothing. Without
 * the rep's consent nothing is kept and the card says so.
 */
export async function closeWithReport(unit: Unit, closed: Closed): Promise<Card> {
  const { person, sessionId, session, prepared } = closed;
  const known = await unit.practiceReports.get(sessionId);
  if (known) return reportCard(unit, person, { id: sessionId, body: known.body, kept: known });
  const { isKept, before, after } = await recordEvidence(unit, {
    ...{ person, source: "practice", sourceId: sessionId, at: unit.now },
    ...{ score: prepared.report.score, only: shownSkills(session), asks: prepared.asks },
  });
  const body = { ...prepared, before, after };
  if (!isKept) return reportCard(unit, person, { id: sessionId, body, kept: null });
  const kept = { id: sessionId, personId: person.id, body, sharedAt: null, at: unit.now };
  await unit.practiceReports.put(kept);
  return reportCard(unit, person, { id: sessionId, body, kept });
}

/** Fewer turns than this show nothing. */
const fewestTurns = 2;

/**
 * What a session is evidence of: nothing when the rep gave up (it is not held against them) or hardly spoke, the
 * objection's skills when it was a drill, else every skill.
 */
function shownSkills({ plan, turns, ending }: Session): Skill[] | undefined {
  const spoken = turns.filter(({ who, text }) => who === "rep" && text.trim() !== "");
  if (ending === "given-up" || spoken.length < fewestTurns) return [];
  const [objection] = plan.scenario.objections;
  return plan.isDrill && objection
    ? [...skillsOfTactic(objection.tactic), "compliance"]
    : undefined;
}
