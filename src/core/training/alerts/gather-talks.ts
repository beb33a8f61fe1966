// The talks of a rep that a rule may go by: shared sessions and calls, past the first 30 days, that called for its skill.
import type { Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { SkillEvidence } from "../twin/skill-evidence.ts";
import { type VisibleRead, visibleOf } from "../twin/visible.ts";
import type { TalkEvidence } from "./alert.ts";
import type { AlertRule } from "./rules.ts";

type Read = VisibleRead & Pick<Reader, "practiceReports" | "calls">;

/** Talks by rule: exactly what a manager may see, and nothing else. */
export type Talks = (rule: AlertRule) => TalkEvidence[];

/** Reads what is visible of one rep. */
export async function gatherTalks(read: Read, person: Person, now: number): Promise<Talks> {
  const [visible] = await visibleOf(read, [person], now);
  const evidence = visible?.evidence ?? [];
  const feelings = await readFeelings(read, evidence);
  return (rule) =>
    evidence
      .filter(({ skill }) => skill === rule.skill)
      .flatMap((piece) => toTalk(piece, rule, feelings.get(piece.sourceId)));
}

/** How the customer felt, turn by turn, by the id of the talk. */
async function readFeelings(
  read: Read,
  evidence: readonly SkillEvidence[],
): Promise<Map<string, readonly number[]>> {
  const id = [...new Set(evidence.map(({ sourceId }) => sourceId))];
  const reports = await read.practiceReports.find({ id });
  const calls = await read.calls.find({ id });
  return new Map([
    ...reports.map((one) => [one.id, one.body.report.score.customerSentiment] as const),
    ...calls.map((one) => [one.id, one.analysis?.score.customerSentiment ?? []] as const),
  ]);
}

function toTalk(
  piece: SkillEvidence,
  { measure }: AlertRule,
  feelings: readonly number[] = [],
): TalkEvidence[] {
  const { source, sourceId, at, passed, checks, quotes } = piece;
  if (source === "crm") return [];
  const failed = quotes.find((one) => !one.passed && one.quote !== undefined);
  const about = { source, sourceId, at, quote: failed?.quote ?? null };
  if (measure === "checks_passed") return [{ ...about, value: passed / checks, n: checks }];
  if (feelings.length === 0) return [];
  const value = feelings.reduce((sum, one) => sum + one, 0) / feelings.length;
  return [{ ...about, value, n: feelings.length }];
}
