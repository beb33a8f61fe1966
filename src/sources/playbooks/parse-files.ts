// The five files of a playbook: each thing with its place, and whatever breaks the schema as problems.
import type { z } from "zod";
import type { Path, Problem, RubricCheck, Sourced } from "../../core/training/library.ts";
import { playbookFiles, type Rubric, type Skill } from "../../core/training/playbook.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { idOf, sayIssue } from "../yaml/say-issue.ts";

/** What conforms, the ids of what does not as far as it has one, and what is wrong with it. */
export type Parsed<Thing> = {
  things: Sourced<Thing>[];
  rejected: (string | undefined)[];
  problems: Problem[];
};

/** More than these from one file say nothing new. */
const mostProblems = 100;

/** Reads a file that is a list; a company's own list may be short. */
export function parseList<Schema extends z.ZodType<object>>(
  schema: z.ZodArray<Schema>,
  yaml: YamlFile,
  { isOwn }: { isOwn: boolean },
): Parsed<z.output<Schema>> {
  const checked = schema.safeParse(yaml.value);
  const issues = (checked.error?.issues ?? []).filter(
    ({ code, path }) => !(isOwn && code === "too_small" && path.length === 0),
  );
  const problems = toProblems(yaml, issues);
  const parsed: Parsed<z.output<Schema>> = { things: [], rejected: [], problems };
  const values: unknown[] = Array.isArray(yaml.value) ? yaml.value : [];
  for (const [index, value] of values.entries()) {
    const thing = schema.element.safeParse(value);
    if (thing.success) parsed.things.push(withPlace(yaml, thing.data, [index]));
    else parsed.rejected.push(idOf(value));
  }
  return parsed;
}

/** Reads the rubric, whose lists lie under their skills. */
export function parseRubric(yaml: YamlFile): Parsed<RubricCheck> {
  const checked = playbookFiles["rubric.yaml"].safeParse(yaml.value);
  if (!checked.success) {
    const problems = toProblems(yaml, checked.error.issues);
    return { things: [], rejected: [], problems };
  }
  const lists = Object.entries(checked.data) as [Skill, NonNullable<Rubric[Skill]>][];
  const things = lists.flatMap(([skill, checks]) =>
    checks.map((check, index) => withPlace(yaml, { ...check, skill }, [skill, index])),
  );
  return { things, rejected: [], problems: [] };
}

function withPlace<Thing>(yaml: YamlFile, thing: Thing, path: Path): Sourced<Thing> {
  return { ...thing, at: { ...yaml.placeOf(path), path } };
}

function toProblems(yaml: YamlFile, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const mistyped = new Set(
    issues.filter(({ code }) => code === "invalid_type").map(({ path }) => path.join()),
  );
  // zod counts the letters of a text that should have been a list.
  const meant = issues.filter(
    ({ code, path }) => code === "invalid_type" || !mistyped.has(path.join()),
  );
  const said = meant.flatMap((issue) => sayIssue(issue, yaml.value));
  const problems = said
    .slice(0, mostProblems)
    .map(({ path, part, message, fix }) => ({ ...yaml.placeOf(path, part), message, fix }));
  const rest = said.length - problems.length;
  if (rest === 0) return problems;
  const message = `this file has ${rest} more problems`;
  return [...problems, { ...yaml.placeOf([]), message, fix: "correct the others first" }];
}
