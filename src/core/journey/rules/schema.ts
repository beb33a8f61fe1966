// A rule as it is written in YAML, turned into a Rule; what breaks the shape becomes an issue with its path and its fix.
import { z } from "zod";
import { dayMs } from "../../durations.ts";
import { parseWhere, type Wrong } from "./conditions.ts";
import { parseDuration } from "./duration.ts";
import type { Rule, Step } from "./rule.ts";

/** More steps or repetitions than these are a report, not a chain. */
const [mostSteps, mostTimes] = [20, 1_000];
const longestMs = 36_500 * dayMs;

type Context = z.core.$RefinementCtx;

function complain(context: Context, { path, message, fix }: Wrong): void {
  context.addIssue({ code: "custom", path, message, params: { fix } });
}

/** "3d" as milliseconds; `least` is the shortest that makes sense. */
const duration = (least: 0 | 1) =>
  z.unknown().transform((value, context): number => {
    const written = value === 0 && least === 0 ? "0s" : String(value);
    const ms = parseDuration(written);
    if (ms !== undefined && ms >= least && ms <= longestMs) return ms;
    complain(context, { path: [], ...sayDuration(written, ms, least) });
    return z.NEVER;
  });

function sayDuration(written: string, ms: number | undefined, least: number) {
  const quoted = JSON.stringify(written);
  const fix = "write a number with s, m, h or d, such as 3d";
  if (ms === undefined) return { message: `${quoted} is no duration`, fix };
  if (ms < 0) return { message: `${quoted} is negative: time does not run backwards`, fix };
  if (ms < least) return { message: `${quoted} leaves no time for anything`, fix };
  return { message: `${quoted} is more than 100 years`, fix };
}

const line = z.string().trim().min(1).max(400);
const said = z.strictObject({ en: line.optional(), zh: line.optional() });
const typeName = z.string().trim().min(1).max(100);

const where = z.record(z.string(), z.unknown()).transform((value, context) => {
  const { conditions, wrong } = parseWhere(value);
  for (const each of wrong) complain(context, each);
  return wrong.length > 0 ? z.NEVER : conditions;
});

const patternShape = { touch: typeName, where: where.default([]) };
const pattern = z.strictObject(patternShape);

/** `absent: page.view`, one pattern, or a list of either: none of them came. */
const absence = z.strictObject({
  absent: z.preprocess(
    (value) => [value].flat().map((each) => (typeof each === "string" ? { touch: each } : each)),
    z.array(pattern).min(1),
  ),
  for: duration(1),
  where: where.default([]),
});
const step = z.strictObject({
  ...patternShape,
  times: z.number().int().min(1).max(mostTimes).default(1),
});

/** A step, or an absence: which of the two it is shows in its keys, so that only one of them complains. */
const stepOrAbsence = z
  .unknown()
  .transform((value, context): Step | NonNullable<Rule["absent"]> => {
    const isAbsence = typeof value === "object" && value !== null && "absent" in value;
    const read = isAbsence ? absence.safeParse(value) : step.safeParse(value);
    if (!read.success) {
      context.issues.push(...(read.error.issues as unknown as typeof context.issues));
      return z.NEVER;
    }
    if (!("for" in read.data)) return read.data;
    const { absent, for: forMs, where: also } = read.data;
    return { anyOf: absent.map((each) => ({ ...each, where: [...each.where, ...also] })), forMs };
  });

const slider = z.strictObject({
  id: line,
  label: said,
  sets: line,
  min: z.number(),
  max: z.number(),
  step: z.number().positive(),
  unit: z.enum(["seconds", "hours", "days", "times", "percent", "points"]),
});

const then = z
  .strictObject({
    action: z.string().regex(/^[a-z][a-z0-9_-]*$/, "use small letters, digits and hyphens"),
    dueIn: duration(1).default(dayMs),
    talkTrack: line.optional(),
    assignTo: line.default("owner"),
  })
  .transform(({ dueIn, ...rest }) => ({ ...rest, dueInMs: dueIn }));

/** One rule. Left out: contact, all, no `unless`, no cooldown; a call by the owner within a day. */
export const ruleSchema = z
  .strictObject({
    id: z
      .string()
      .max(100)
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u, "use letters, digits and hyphens"),
    name: said.default({}),
    about: said.default({}),
    scope: z.enum(["contact", "account"]).default("contact"),
    within: duration(1).optional(),
    match: z.enum(["all", "sequence"]).default("all"),
    steps: z.array(stepOrAbsence).min(1).max(mostSteps),
    unless: z.array(pattern).default([]),
    cooldown: duration(0).default(0),
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
    then: then.default({ action: "call", dueInMs: dayMs, assignTo: "owner" }),
    sliders: z.array(slider).max(8).default([]),
  })
  .transform(({ steps, within, cooldown, ...rest }, context): Rule => {
    const wanted = steps.filter((each) => "times" in each);
    const absences = steps.filter((each) => "forMs" in each);
    checkAbsences(steps, context);
    const touches = wanted.reduce((sum, { times }) => sum + times, 0);
    if (within === undefined && touches > 1) {
      complain(context, { path: ["within"], message: "missing", fix: "" });
    }
    return {
      ...rest,
      steps: wanted,
      absent: absences[0],
      withinMs: within ?? 0,
      cooldownMs: cooldown,
    };
  });

function checkAbsences(steps: readonly object[], context: Context): void {
  for (const [index, each] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (!("forMs" in each) || (isLast && index > 0)) continue;
    const message =
      index === 0 && isLast
        ? "an absence alone has no beginning"
        : "an absence comes after everything else";
    const fix = isLast ? "put the touch it follows before it" : "make it the last step, once";
    complain(context, { path: ["steps", index], message, fix });
  }
}
