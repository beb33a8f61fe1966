// The deterministic score of a transcript: yes/no checks per skill, breaches, sentiment. The same words, the same score.
import { has } from "../moves/understand-rep.ts";
import { type Skill, skills } from "../playbook.ts";
import { findBreaches } from "./breaches.ts";
import { decideConduct } from "./conduct.ts";
import { decideChecks } from "./decide-checks.ts";
import type { CheckResult, Rulebook, Score, ScoredTurn, SkillScore } from "./model.ts";
import { readTranscript, type Transcript } from "./read-transcript.ts";

/** Scores a transcript against a rulebook. A sentence that breaches compliance shows no skill. */
export function scoreTranscript(turns: readonly ScoredTurn[], rulebook: Rulebook): Score {
  const transcript = readTranscript(turns);
  const breaches = findBreaches(transcript.sentences, rulebook.forbidden);
  const fit = transcript.sentences.filter(
    ({ turn, text }) => !breaches.some((breach) => breach.turn === turn && breach.quote === text),
  );
  const talkRatio = ratioOf(turns);
  const checks = [
    ...decideChecks(rulebook.checks, fit).filter(cameUp),
    ...decideConduct({ ...transcript, breaches, talkRatio }),
  ];
  const bySkill = scoreSkills(checks, calledFor(transcript));
  return {
    score: overall(bySkill),
    skills: bySkill,
    checks,
    breaches,
    customerSentiment: transcript.customerTurns.map(({ customer }) => customer.sentiment),
    talkRatio,
    questions: transcript.sentences.filter(({ moves }) => has(moves, "question")).length,
  };
}

/** What is improper is declined where it is asked for: a rule of compliance that nothing shows did not come up. */
const cameUp = ({ skill, passed }: CheckResult): boolean => passed || skill !== "compliance";

/** Skills that the talk gave occasion for: nobody is marked down for a rival or a price that never came up. */
function calledFor({ customerTurns, sentences }: Transcript): (skill: Skill) => boolean {
  const raised = (tactics: readonly string[]) =>
    customerTurns.some(({ customer }) =>
      customer.tactics.some(({ label }) => tactics.includes(label)),
    );
  const did = (labels: readonly string[]) =>
    sentences.some(({ moves }) => moves.some(({ label }) => labels.includes(label)));
  const isPrice =
    raised(["discount_demand", "price_anchoring", "competitor_quote", "budget_freeze"]) ||
    did(["concession", "trade"]);
  const isRival = raised(["competitor_quote"]) || did(["comparison"]);
  return (skill) => {
    if (skill === "price_negotiation") return isPrice;
    return skill === "competitor_comparison" ? isRival : true;
  };
}

function scoreSkills(
  checks: readonly CheckResult[],
  isCalledFor: (skill: Skill) => boolean,
): Record<Skill, SkillScore> {
  const scored = skills.map((skill) => {
    const own = checks.filter((check) => check.skill === skill);
    if (own.length === 0 || !isCalledFor(skill)) return [skill, null];
    return [skill, round(own.filter(({ passed }) => passed).length / own.length)];
  });
  return Object.fromEntries(scored) as Record<Skill, SkillScore>;
}

/** Compliance is a score of its own: it neither lifts nor lowers the rest. */
function overall(bySkill: Record<Skill, SkillScore>): number {
  const counted = skills.flatMap((skill) => {
    const score = bySkill[skill];
    return skill === "compliance" || score === null ? [] : [score];
  });
  return counted.length === 0
    ? 0
    : round(counted.reduce((sum, each) => sum + each, 0) / counted.length);
}

function ratioOf(turns: readonly ScoredTurn[]): number {
  let [rep, all] = [0, 0];
  for (const { who, text } of turns) {
    const size = text.match(/\p{Script=Han}|[\p{L}\p{N}'-]+/gu)?.length ?? 0;
    all += size;
    if (who === "rep") rep += size;
  }
  return all === 0 ? 0 : round(rep / all);
}

const round = (value: number) => Math.round(value * 1000) / 1000;
