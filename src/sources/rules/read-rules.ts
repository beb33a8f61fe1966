// A folder of rules: each file one rule, a list of rules, or { types, rules }. Whatever is wrong has its place.
import { checkRule, type FindingCode, type Known } from "../../core/journey/rules/check-rule.ts";
import type { Rule } from "../../core/journey/rules/rule.ts";
import { ruleSchema } from "../../core/journey/rules/schema.ts";
import type { Path, Place, Problem } from "../../core/training/library.ts";
import { byPlace, byText } from "../yaml/by-place.ts";
import { findYamlFiles } from "../yaml/find-files.ts";
import { parseYaml, readYaml, type YamlFile } from "../yaml/read-yaml.ts";
import { sayIssue } from "../yaml/say-issue.ts";

/** A rule, where it is written, and how: sliders and versions work on what was written. */
export type WrittenRule = { rule: Rule; source: unknown; place: Place };

/** Something wrong with a rule file. */
export type RuleProblem = Problem & { code: FindingCode };

/** What a folder holds, sorted by id of the rule, and everything wrong with it. */
export type ReadRules = {
  rules: WrittenRule[];
  /** Names of touches the company adds. */
  types: ReadonlySet<string>;
  problems: RuleProblem[];
};

/** Reads and checks rules; never throws for what it finds in the files. */
export async function readRules(
  path: string,
  { talkTracks }: Pick<Known, "talkTracks"> = {},
): Promise<ReadRules> {
  const files = await findYamlFiles(path, "a rule file");
  if (!Array.isArray(files)) return { rules: [], types: new Set(), problems: [invalid(files)] };
  const { rules, types, problems } = judge(await Promise.all(files.map(readYaml)), { talkTracks });
  if (rules.length === 0 && problems.length === 0) {
    const message = "no rule is written here";
    problems.push(invalid({ ...startOf(path), message, fix: "add one like playbooks/rules" }));
  }
  return { rules, types, problems };
}

/** Reads and checks rules that are not in a file, such as a form's text; `known` are names the company added. */
export function readRuleText(text: string, { types, talkTracks }: Known): ReadRules {
  return judge([parseYaml("", new TextEncoder().encode(text))], { known: types, talkTracks });
}

type Judging = Pick<Known, "talkTracks"> & { known?: ReadonlySet<string> };

function judge(
  read: readonly (YamlFile | Problem)[],
  { known = new Set(), talkTracks }: Judging,
): ReadRules {
  const problems = read.filter((each) => "fix" in each).map(invalid);
  const parts = read.filter((each) => "placeOf" in each).map(split);
  const types = new Set([...known, ...parts.flatMap((part) => part.types)]);
  problems.push(...parts.flatMap((part) => part.problems));
  const rules: WrittenRule[] = [];
  for (const written of parts.flatMap((part) => part.rules)) {
    const parsed = parse(written);
    if ("problems" in parsed) problems.push(...parsed.problems);
    else rules.push(parsed);
    problems.push(...check(parsed, written, { types, talkTracks }));
  }
  problems.push(...findRepeated(rules));
  return { rules: rules.sort(byId), types, problems: problems.sort(byPlace) };
}

type Written = { yaml: YamlFile; path: Path; value: unknown };
type Part = { types: string[]; rules: Written[]; problems: RuleProblem[] };

/** The rules of a file, whichever of the three shapes it has. */
function split(yaml: YamlFile): Part {
  const { value } = yaml;
  if (value === null || value === undefined) return { types: [], rules: [], problems: [] };
  if (Array.isArray(value)) return { types: [], rules: listed(yaml, value, []), problems: [] };
  const isGroup = typeof value === "object" && ("types" in value || "rules" in value);
  if (isGroup) return splitGroup(yaml, value);
  return { types: [], rules: [{ yaml, path: [], value }], problems: [] };
}

function splitGroup(yaml: YamlFile, group: { types?: unknown; rules?: unknown }): Part {
  const { types = [], rules = [], ...others } = group;
  const problems = Object.keys(others).map((key) =>
    place(yaml, [key], {
      message: `"${key}" is not known beside types and rules`,
      fix: "move it into a rule",
    }),
  );
  const areTypes = Array.isArray(types) && types.every((each) => typeof each === "string");
  if (!areTypes) problems.push(place(yaml, ["types"], noNames));
  if (!Array.isArray(rules)) problems.push(place(yaml, ["rules"], noList));
  return {
    types: areTypes ? types : [],
    rules: Array.isArray(rules) ? listed(yaml, rules, ["rules"]) : [],
    problems,
  };
}

const noNames = { message: `"types" is no list of names`, fix: "write types: [webinar.attended]" };
const noList = { message: `"rules" is no list`, fix: "begin each rule with a hyphen" };

function listed(yaml: YamlFile, values: readonly unknown[], path: Path): Written[] {
  return values.map((value, index) => ({ yaml, path: [...path, index], value }));
}

function parse({ yaml, path, value }: Written): WrittenRule | { problems: RuleProblem[] } {
  const read = ruleSchema.safeParse(value);
  if (read.success) return { rule: read.data, source: value, place: yaml.placeOf(path) };
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
  const said = issues.flatMap((issue) => sayIssue(issue, yaml.value));
  return {
    problems: said.map(({ path: at, part, message, fix }) =>
      invalid({ ...yaml.placeOf(at, part), message, fix }),
    ),
  };
}

function check(
  parsed: ReturnType<typeof parse>,
  { yaml, path }: Written,
  known: Known,
): RuleProblem[] {
  if ("problems" in parsed) return [];
  const { rule, source } = parsed;
  return checkRule(rule, source, known).map(({ code, path: at, message, fix }) => ({
    ...yaml.placeOf([...path, ...at]),
    message: `${message} (rule "${rule.id}")`,
    fix,
    code,
  }));
}

function findRepeated(rules: readonly WrittenRule[]): RuleProblem[] {
  const first = new Map<string, Place>();
  return rules.flatMap(({ rule: { id }, place: { file, line, column } }) => {
    const before = first.get(id);
    if (!before) {
      first.set(id, { file, line, column });
      return [];
    }
    const message = `"${id}" is also the rule at ${before.file}:${before.line}`;
    return [invalid({ file, line, column, message, fix: "give one of the two another id" })];
  });
}

function place(yaml: YamlFile, path: Path, said: Pick<Problem, "message" | "fix">): RuleProblem {
  return invalid({ ...yaml.placeOf(path, "key"), ...said });
}

const startOf = (file: string): Place => ({ file, line: 1, column: 1 });
const invalid = (problem: Problem): RuleProblem => ({ ...problem, code: "invalid" });
const byId = (one: WrittenRule, other: WrittenRule) => byText(one.rule.id, other.rule.id);
