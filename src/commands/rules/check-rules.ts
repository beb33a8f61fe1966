// What a folder of rules holds and what is wrong with it.
import { readPlaybooks } from "../../sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../sources/playbooks/shipped.ts";
import { type RuleProblem, readRules } from "../../sources/rules/read-rules.ts";
import { shippedRules } from "../../sources/rules/shipped.ts";
import { countProblems, sayProblem } from "../say-problems.ts";

type RulesReport = {
  ok: boolean;
  rules: { id: string; scope: string; steps: number; file: string; line: number }[];
  problems: RuleProblem[];
};

/** Reads and checks rules; their talk tracks have to be in the shipped libraries. */
export async function checkRules(path: string = shippedRules): Promise<RulesReport> {
  const { library } = await readPlaybooks(shippedPlaybooks);
  const entries = library.playbooks.flatMap((playbook) => playbook.entries);
  const talkTracks = new Set(entries.map(({ id }) => id));
  const { rules, problems } = await readRules(path, { talkTracks });
  return {
    ok: problems.length === 0,
    rules: rules.map(({ rule: { id, scope, steps }, place: { file, line } }) => ({
      ...{ id, scope, steps: steps.length, file, line },
    })),
    problems,
  };
}

/** A report as lines for a terminal. */
export function toLines({ rules, problems }: RulesReport): string[] {
  return [
    ...problems.map(sayProblem),
    ...rules.map(({ id, scope, steps }) => `${id}: ${scope}, ${steps} steps`),
    countProblems(problems),
  ];
}
