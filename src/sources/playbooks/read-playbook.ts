// One playbook: its files, what conforms in them, and everything that is wrong.
import { join } from "node:path";
import type { z } from "zod";
import { checkPlaybook } from "../../core/training/check-playbook.ts";
import type { Reading } from "../../core/training/checks/check.ts";
import type { Playbook, PlaybookFile, Problem, Sourced } from "../../core/training/library.ts";
import { type Fact, playbookFiles } from "../../core/training/playbook.ts";
import { readYaml, type YamlFile } from "../yaml/read-yaml.ts";
import { type FoundPlaybook, fileNames } from "./find-playbooks.ts";
import { type Parsed, parseList, parseRubric } from "./parse-files.ts";
import { readFacts } from "./read-facts.ts";

type Yamls = Partial<Record<PlaybookFile, YamlFile>>;

/** Reads the playbook of a folder. `shipped` is the one that a company's own adds to, if there is one. */
export async function readPlaybook(
  found: FoundPlaybook,
  { isOwn, shipped }: { isOwn: boolean; shipped?: Playbook | undefined },
): Promise<{ playbook: Playbook; problems: Problem[] }> {
  const files = mapFiles((name) => join(found.folder, name));
  const { yamls, problems } = await readFiles(found, files);
  const missing = shipped ? [] : fileNames.filter((name) => !found.files.includes(name));
  const { playbook, rejected, broken } = parse(found, yamls, isOwn);

  const unread = [...missing, ...found.files.filter((name) => !Array.isArray(yamls[name]?.value))];
  const findings = checkPlaybook({ playbook, files, unread, rejected, shipped, isOwn });
  const placed = findings.map(({ file, path, message, fix }) => {
    const yaml = Object.values(yamls).find((each) => each.file === file);
    return { ...(yaml?.placeOf(path) ?? { file, line: 1, column: 1 }), message, fix };
  });
  const absent = missing.map((name) => sayMissing(files[name]));
  const known = [...playbook.scenarios.map(({ id }) => id), ...rejected["scenarios.yaml"]];
  const more = await readFacts(found, new Set(known.filter((id) => id !== undefined)));
  return {
    playbook: { ...playbook, scenarios: withFacts(playbook.scenarios, more.facts) },
    problems: [...absent, ...problems, ...broken, ...placed, ...more.problems],
  };
}

function withFacts(
  scenarios: Playbook["scenarios"],
  more: ReadonlyMap<string, readonly Sourced<Fact>[]>,
): Playbook["scenarios"] {
  return scenarios.map((scenario) => {
    const added = more.get(scenario.id)?.map(({ at: _, ...fact }) => fact) ?? [];
    return added.length === 0
      ? scenario
      : { ...scenario, facts: [...(scenario.facts ?? []), ...added] };
  });
}

async function readFiles(
  found: FoundPlaybook,
  files: Record<PlaybookFile, string>,
): Promise<{ yamls: Yamls; problems: Problem[] }> {
  const yamls: Yamls = {};
  const problems: Problem[] = [];
  for (const name of found.files) {
    const read = await readYaml(files[name]);
    if ("placeOf" in read) yamls[name] = read;
    else problems.push(read);
  }
  return { yamls, problems };
}

function parse(
  { vertical, language }: FoundPlaybook,
  yamls: Yamls,
  isOwn: boolean,
): Pick<Reading, "playbook" | "rejected"> & { broken: Problem[] } {
  const list = <Schema extends z.ZodType<object>>(
    name: PlaybookFile,
    schema: z.ZodArray<Schema>,
  ): Parsed<z.output<Schema>> => {
    const yaml = yamls[name];
    return yaml ? parseList(schema, yaml, { isOwn }) : none;
  };
  const rubric = yamls["rubric.yaml"];
  const parsed = {
    "personas.yaml": list("personas.yaml", playbookFiles["personas.yaml"]),
    "scenarios.yaml": list("scenarios.yaml", playbookFiles["scenarios.yaml"]),
    "entries.yaml": list("entries.yaml", playbookFiles["entries.yaml"]),
    "rubric.yaml": rubric ? parseRubric(rubric) : none,
    "compliance.yaml": list("compliance.yaml", playbookFiles["compliance.yaml"]),
  };
  return {
    playbook: {
      vertical,
      language,
      personas: parsed["personas.yaml"].things,
      scenarios: parsed["scenarios.yaml"].things,
      entries: parsed["entries.yaml"].things,
      rubric: parsed["rubric.yaml"].things,
      compliance: parsed["compliance.yaml"].things,
    },
    rejected: mapFiles((name) => parsed[name].rejected),
    broken: fileNames.flatMap((name) => parsed[name].problems),
  };
}

const none: Parsed<never> = { things: [], rejected: [], problems: [] };

function mapFiles<Value>(toValue: (name: PlaybookFile) => Value): Record<PlaybookFile, Value> {
  const pairs = fileNames.map((name) => [name, toValue(name)]);
  return Object.fromEntries(pairs) as Record<PlaybookFile, Value>;
}

function sayMissing(file: string): Problem {
  return { file, line: 1, column: 1, message: "this file is missing", fix: "add it" };
}
