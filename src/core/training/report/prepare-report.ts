// The report of a closed session, with a better answer looked up in the library. Outside the transaction: it searches.
import { RetryLater } from "../../errors.ts";
import type { Plan } from "../customer/model.ts";
import { findPlaybook, type Library } from "../library.ts";
import { placeWords } from "../place.ts";
import { skills } from "../playbook.ts";
import type { Judge } from "../scorer/judge.ts";
import type { ScriptSearch } from "../script-search.ts";
import { reportSession, type SessionReport } from "../session/report.ts";
import type { Session } from "../session/session.ts";
import type { BetterLine, ModelView, Played, ReportBody } from "./practice-report.ts";

/** What better answers are looked up with. */
export type LookUp = { scripts: ScriptSearch; library: () => Library; judge?: Judge };

/** A report before it is known what the twin makes of it. */
export type PreparedReport = Omit<ReportBody, "before" | "after">;

type Given = { session: Session; level?: Played["level"] };

/** Scores and reports on a session as it stands; the same session, the same report. */
export async function prepareReport(
  services: LookUp,
  { session, level = 0 }: Given,
): Promise<PreparedReport> {
  const { plan } = session;
  const report = reportSession(session);
  const worst = session.turns[(report.worst?.turn ?? 0) - 2];
  const objection = worst?.who === "customer" ? worst.text : null;
  const [better, model] = await Promise.all([
    findBetter(services, { plan, report, objection }),
    askJudge(services, session, report),
  ]);
  return {
    ...{ played: toPlayed(plan, level), report, objection, better, model },
    asks: Object.fromEntries(plan.rubric.map(({ id, check }) => [id, check])),
  };
}

/** A model's answers to the same checks, where one is connected and answers. */
async function askJudge(
  { judge }: LookUp,
  { plan, turns }: Session,
  { score }: SessionReport,
): Promise<ModelView | null> {
  const judged = await judge?.judge({ plan, turns, score });
  if (!judged || "failure" in judged) return null;
  const { n, share, kappa } = judged.agreement;
  const agreed = Math.round((share ?? 0) * n);
  const passed = new Set(judged.opinions.filter((one) => one.passed).map(({ id }) => id));
  const answered = new Set(judged.opinions.map(({ id }) => id));
  const percents = skills.flatMap((skill) => {
    const own = score.checks.filter((check) => check.skill === skill && answered.has(check.id));
    const yes = own.filter(({ id }) => passed.has(id)).length;
    return own.length > 0 ? [[skill, Math.round((100 * yes) / own.length)]] : [];
  });
  return { by: judged.by, checks: n, agreed, kappa, skills: Object.fromEntries(percents) };
}

function toPlayed(
  { scenario, persona, vertical, language, isDrill }: Plan,
  level: Played["level"],
) {
  const drill = isDrill ? (scenario.objections[0]?.id ?? null) : null;
  return {
    ...{ scenario: scenario.id, title: scenario.title, persona: persona.name },
    ...{ vertical, language, drill, level },
  };
}

type Wanted = { plan: Plan; report: SessionReport; objection: string | null };

/** The line nearest to what the customer had said; while the index is being built, one the scenario names. */
async function findBetter(
  { scripts, library }: LookUp,
  { plan, report, objection }: Wanted,
): Promise<BetterLine | null> {
  if (!objection) return null;
  const { vertical, language } = plan;
  try {
    const [hit] = await scripts.search(objection, { vertical, language }, 1);
    if (hit) return toBetter(hit);
  } catch (error) {
    if (!(error instanceof RetryLater)) throw error;
  }
  const line = report.worst?.better[0];
  const playbook = findPlaybook(library(), { vertical, language });
  const entry = playbook?.entries.find(({ say }) => line !== undefined && say.includes(line));
  return entry ? toBetter({ entry, at: entry.at, vertical, language }) : null;
}

/** What a search or the library gave. */
export type Found = Pick<
  Awaited<ReturnType<ScriptSearch["search"]>>[number],
  "entry" | "at" | "vertical" | "language"
>;

/** A line of the library as a report keeps it. */
export function toBetter({ entry, at, vertical, language }: Found): BetterLine {
  return {
    ...{ line: entry.say[0] ?? "", when: entry.when, why: entry.why, tactic: entry.tactic },
    ...{ vertical, language, place: placeWords(at) },
  };
}
