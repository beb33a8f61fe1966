// What the customers of single scenarios know beside what their scenario says: the files of facts/.
import { join } from "node:path";
import { checkFile as checkLanguageOf } from "../../core/training/checks/language.ts";
import type { Path, Problem, Sourced } from "../../core/training/library.ts";
import { type Fact, factsSchema } from "../../core/training/playbook.ts";
import { readYaml, type YamlFile } from "../yaml/read-yaml.ts";
import { type FoundPlaybook, factsFolder } from "./find-playbooks.ts";
import { parseList } from "./parse-files.ts";

/** The facts of scenarios by id, and everything wrong with their files; `scenarios` are those there are. */
export async function readFacts(
  { folder, facts, language }: FoundPlaybook,
  scenarios: ReadonlySet<string>,
): Promise<{ facts: Map<string, Sourced<Fact>[]>; problems: Problem[] }> {
  const found = new Map<string, Sourced<Fact>[]>();
  const problems: Problem[] = [];
  for (const name of facts) {
    const id = name.slice(0, -".yaml".length);
    const yaml = await readYaml(join(folder, factsFolder, name));
    if (!("placeOf" in yaml)) {
      problems.push(yaml);
      continue;
    }
    const parsed = parseList(factsSchema, yaml, { isOwn: false });
    const findings = checkLanguageOf(parsed.things, language);
    problems.push(
      ...parsed.problems,
      ...findings.map(({ path, message, fix }) => sayAt(yaml, path, { message, fix })),
    );
    if (!scenarios.has(id)) problems.push(noScenario(yaml, id));
    found.set(id, parsed.things);
  }
  return { facts: found, problems };
}

function noScenario(yaml: YamlFile, id: string): Problem {
  const fix = "call the file by the id of a scenario that stands in scenarios.yaml beside facts/";
  return sayAt(yaml, [], { message: `no scenario here has the id "${id}"`, fix });
}

function sayAt(yaml: YamlFile, path: Path, said: Pick<Problem, "message" | "fix">): Problem {
  return { ...yaml.placeOf(path), ...said };
}
