// What is wrong with a rule whose shape is right: names nobody knows, and demands nothing can meet.
import type { Path } from "../../training/library.ts";
import { tactics } from "../../training/playbook.ts";
import { isKnownTouchType, touchTypes } from "../touch-types.ts";
import { findContradiction } from "./contradiction.ts";
import { nearestWord } from "./nearest.ts";
import type { Condition, Pattern, Rule } from "./rule.ts";
import { checkSliders } from "./sliders.ts";
import { findUnreachable } from "./value-kinds.ts";

/**
 * Why a rule is refused. `invalid`, `impossible` and `unknown_type` always; `unmatchable` has a meaning (it never
 * matches) and can be tried, but not be switched on.
 */
export type FindingCode = "invalid" | "impossible" | "unknown_type" | "unmatchable";

/** Something wrong with a rule; the path leads to it in what was written. */
export type Finding = { code: FindingCode; path: Path; message: string; fix: string };

/** What is known beside the rule: names of touches and talk tracks a company added. */
export type Known = { types: ReadonlySet<string>; talkTracks?: ReadonlySet<string> | undefined };

/** Finds everything wrong with a rule; `source` is what it was read from. */
export function checkRule(rule: Rule, source: unknown, known: Known): Finding[] {
  const patterns = placesOf(rule);
  return [
    ...patterns.flatMap(({ pattern, path }) => checkType(pattern, path, known.types)),
    ...patterns.flatMap(({ pattern, path }) => checkWhere(pattern, path)),
    ...patterns.flatMap(({ pattern, path }) => checkKinds(pattern, path)),
    ...checkUnless(rule),
    ...checkTalkTrack(rule, known.talkTracks),
    ...checkSliders(rule, source),
  ];
}

type Placed = { pattern: Pattern; path: Path };

function placesOf({ steps, absent, unless }: Rule): Placed[] {
  const absence: Path = ["steps", steps.length, "absent"];
  return [
    ...steps.map((pattern, index) => ({ pattern, path: ["steps", index] })),
    ...(absent?.anyOf ?? []).map((pattern, index) => ({ pattern, path: [...absence, index] })),
    ...unless.map((pattern, index) => ({ pattern, path: ["unless", index] })),
  ];
}

function checkType({ touch }: Pattern, path: Path, more: ReadonlySet<string>): Finding[] {
  if (isKnownTouchType(touch, more)) return [];
  const meant = nearestWord(touch, [...Object.keys(touchTypes), ...more]);
  const own = `name it under "types:" if it is your own`;
  const fix = meant ? `write ${meant}, or ${own}` : own;
  const message = `no touch is called "${touch}"`;
  return [{ code: "unknown_type", path: [...path, "touch"], message, fix }];
}

function checkWhere({ where }: Pattern, path: Path): Finding[] {
  const found = findContradiction(where);
  if (!found) return [];
  const message = `no touch can ever match: ${found.why}`;
  const fix = "take one of the two out";
  return [{ code: "impossible", path: [...path, "where", found.prop], message, fix }];
}

/** A file of touches may call its properties what it likes, so this can be tried. */
function checkKinds({ touch, where }: Pattern, path: Path): Finding[] {
  const props = Object.hasOwn(touchTypes, touch) ? touchTypes[touch]?.props : undefined;
  return where.flatMap((condition) => {
    const { prop } = condition;
    const kind = props && Object.hasOwn(props, prop) ? props[prop] : undefined;
    const found = findUnreachable(condition, kind);
    if (!found) return [];
    const message = `no touch can ever match: "${prop}" is ${found.what}`;
    return [{ code: "unmatchable", path: [...path, "where", prop], message, fix: found.fix }];
  });
}

/** A step that is itself what must not happen: each set would hold it. */
function checkUnless({ unless, steps }: Rule): Finding[] {
  return unless.flatMap((forbidden, index) => {
    const step = steps.findIndex((each) => implies(each, forbidden));
    if (step < 0) return [];
    const message = `this is what step ${step + 1} asks for, so the rule can never match`;
    const fix = "take it out, or say what makes it different";
    return [{ code: "unmatchable", path: ["unless", index], message, fix }];
  });
}

/** Whether every touch of one pattern is one of the other, as far as the conditions say the same. */
function implies(one: Pattern, other: Pattern): boolean {
  const said = new Set(one.where.map(toKey));
  return one.touch === other.touch && other.where.every((each) => said.has(toKey(each)));
}

const toKey = ({ prop, op, value }: Condition) => JSON.stringify([prop, op, value]);

function checkTalkTrack({ then }: Rule, talkTracks?: ReadonlySet<string>): Finding[] {
  const { talkTrack } = then;
  if (talkTrack === undefined || talkTracks === undefined) return [];
  if (talkTracks.has(talkTrack) || tactics.some((tactic) => tactic === talkTrack)) return [];
  const meant = nearestWord(talkTrack, [...tactics, ...talkTracks]);
  const fix = meant
    ? `write ${meant}`
    : `name a tactic (${tactics.slice(0, 3).join(", ")}…) or entry`;
  const message = `no library has the talk track "${talkTrack}"`;
  return [{ code: "unmatchable", path: ["then", "talkTrack"], message, fix }];
}
