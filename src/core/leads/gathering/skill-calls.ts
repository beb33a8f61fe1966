// Which skills a kind of customer puts to the test: by the objections its playbook lists, and by what deals met with.
import { RetryLater } from "../../errors.ts";
import type { Library } from "../../training/library.ts";
import { understandCustomer } from "../../training/moves/understand-customer.ts";
import type { Skill } from "../../training/playbook.ts";
import { skillsOfTactic } from "../../training/twin/skills-of-tactic.ts";
import { verticalNamed } from "../../training/verticals.ts";
import type { ClosedDeal, TeamFacts } from "./facts.ts";

/** How often each skill is called for. */
export type SkillCalls = ReadonlyMap<Skill, number>;

/** The calls of every vertical's scenarios, one per objection; empty while the library is being read. */
export function callsOfLibrary(library: (() => Library) | undefined): Map<string, SkillCalls> {
  const playbooks = readNow(library)?.playbooks ?? [];
  const verticals = [...new Set(playbooks.map(({ vertical }) => vertical))];
  return new Map(
    verticals.map((vertical) => {
      const scenarios = playbooks
        .filter((each) => each.vertical === vertical)
        .flatMap((each) => each.scenarios);
      const objections = scenarios.flatMap((scenario) => scenario.objections);
      return [vertical, count(objections.flatMap(({ tactic }) => skillsOfTactic(tactic)))];
    }),
  );
}

function readNow(library: (() => Library) | undefined): Library | undefined {
  try {
    return library?.();
  } catch (error) {
    if (error instanceof RetryLater) return undefined;
    throw error;
  }
}

/** What one deal met with: a rival that was named, and the objections in the words for why it was lost. */
export function callsOfDeal({
  competitor,
  lossReason,
}: Pick<ClosedDeal, "competitor" | "lossReason">): Skill[] {
  const tactics = lossReason ? understandCustomer(lossReason).tactics : [];
  const objections = tactics.flatMap(({ label }) => skillsOfTactic(label));
  return [...new Set([...(competitor ? (["competitor_comparison"] as const) : []), ...objections])];
}

/** What customers of an industry call for, by its vertical's playbook and the team's deals in it; kept once counted. */
export function callsFor(industry: string | null | undefined, team: TeamFacts): SkillCalls {
  const key = industry ?? "";
  const known = team.calls?.known.get(key);
  if (known) return known;
  const calls = new Map(callsOfIndustry(key, team));
  for (const deal of team.reps.flatMap(({ deals }) => deals)) {
    if (!industry || deal.account?.industry !== industry) continue;
    for (const skill of callsOfDeal(deal)) calls.set(skill, (calls.get(skill) ?? 0) + 1);
  }
  team.calls?.known.set(key, calls);
  return calls;
}

function callsOfIndustry(industry: string, { calls }: TeamFacts): SkillCalls {
  if (!calls || industry === "") return new Map();
  const vertical = verticalNamed(industry, [...calls.byVertical.keys()]);
  return calls.byVertical.get(vertical ?? "") ?? new Map();
}

function count(skills: readonly Skill[]): SkillCalls {
  const counts = new Map<Skill, number>();
  for (const skill of skills) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  return counts;
}
