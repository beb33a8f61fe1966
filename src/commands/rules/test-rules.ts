// Rules tried on a file of touches.
import { Refused } from "../../core/errors.ts";
import { type Found, replay } from "../../core/journey/chains/replay.ts";
import { isKnownTouchType } from "../../core/journey/touch-types.ts";
import type { Touch } from "../../core/model.ts";
import { parseDate } from "../../sources/import/values/date.ts";
import { type ReadRules, type RuleProblem, readRules } from "../../sources/rules/read-rules.ts";
import { readTouches } from "../../sources/rules/read-touches.ts";
import { sayProblem } from "../say-problems.ts";

/** One match, as it is printed. `at` is ISO 8601 in UTC; `touches` are ids, in order. */
type PrintedMatch = { rule: string; customer: string; at: string; touches: string[] };

/**
 * Finds every match. Throws Refused: `bad_rules` (all problems in its message), `bad_touches`, `no_file`, `bad_time`.
 * What is odd but has a meaning (a rule that never matches, a touch that arrived too late) is in `notes`.
 */
export async function testRules(flags: {
  rules: string;
  touches: string;
  until?: string;
}): Promise<{ matches: PrintedMatch[]; notes: string[] }> {
  const until = flags.until === undefined ? undefined : parseTime(flags.until);
  const read = await readRules(flags.rules);
  const { touches, duplicates } = await readTouches(flags.touches);
  const { refused, odd } = sortProblems(read, touches);
  if (refused.length > 0) throw sayRefused(refused);
  const rules = read.rules.map(({ rule }) => rule);
  const { matches, late } = replay({ rules, touches }, { until });
  const notes = odd.map(sayProblem);
  if (late.length > 0) notes.push(`${late.length} touches arrived too late and take no part.`);
  if (duplicates > 0) notes.push(`${duplicates} lines repeat a touch and are left out.`);
  return { matches: matches.map(print), notes };
}

/**
 * What a trial goes on in spite of. A file may bring names of its own: then a rule's name that nobody knows is a touch
 * that did not happen. Where the file has only known names, it is a mistake.
 */
function sortProblems(
  { problems, types }: ReadRules,
  touches: readonly Touch[],
): { refused: RuleProblem[]; odd: RuleProblem[] } {
  const isOpen = touches.length === 0 || touches.some(({ type }) => !isKnownTouchType(type, types));
  const isOdd = ({ code }: RuleProblem) =>
    code === "unmatchable" || (code === "unknown_type" && isOpen);
  return { refused: problems.filter((each) => !isOdd(each)), odd: problems.filter(isOdd) };
}

const mostSaid = 20;

function sayRefused(problems: readonly RuleProblem[]): Refused {
  const said = problems.slice(0, mostSaid).map(sayProblem);
  const rest = problems.length - said.length;
  if (rest > 0) said.push(`and ${rest} more`);
  return new Refused("bad_rules", said.join("\n"), { problems: problems.length });
}

function parseTime(text: string): number {
  const written = /^-?\d+$/.test(text) ? Number(text) : undefined;
  const at = written ?? parseDate(text, { order: "dmy", zone: "UTC" });
  if (at !== undefined) return at;
  const message = `--until takes a time such as 2026-03-01T12:00:00Z, not "${text}".`;
  throw new Refused("bad_time", message);
}

function print({ rule, customer, at, touches }: Found): PrintedMatch {
  const ids = touches.map(({ id }) => id);
  return { rule: rule.id, customer, at: new Date(at).toISOString(), touches: ids };
}

/** A match as a line for people. */
export function toLine({ rule, customer, at, touches }: PrintedMatch): string {
  return `${at}  ${rule}  ${customer}  ${touches.join(", ")}`;
}
