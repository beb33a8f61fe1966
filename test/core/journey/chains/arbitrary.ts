// Small and mean rules and streams: few types, so that touches are of several steps; few moments, so that they tie.
import fc from "fast-check";
import type { Condition, Pattern, Rule, Step } from "../../../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../../../src/core/model.ts";

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    prop: fc.constant("n"),
    op: fc.constantFrom("eq", "ne", "gt", "gte", "lt", "lte"),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    prop: fc.constant("k"),
    op: fc.constantFrom("eq", "ne", "contains"),
    value: fc.constantFrom("x", "y"),
  }),
  fc.record({ prop: fc.constantFrom("n", "k"), op: fc.constant("exists"), value: fc.boolean() }),
  fc.record({
    prop: fc.constant("n"),
    op: fc.constant("in"),
    value: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
  }),
) as fc.Arbitrary<Condition>;

const touchType = fc.constantFrom("a", "a", "b", "c");

const pattern: fc.Arbitrary<Pattern> = fc.record({
  touch: touchType,
  where: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(condition, { maxLength: 2 }) },
  ),
});

const steps: fc.Arbitrary<Step[]> = fc
  .array(fc.tuple(pattern, fc.constantFrom(1, 1, 1, 2, 3)), { minLength: 1, maxLength: 4 })
  .map((all) => all.map(([each, times]) => ({ ...each, times })))
  .filter((all) => all.reduce((sum, { times }) => sum + times, 0) <= 4);

const rule: fc.Arbitrary<Rule> = fc
  .record({
    scope: fc.constant("contact" as const),
    withinMs: fc.integer({ min: 0, max: 9 }),
    match: fc.constantFrom("all" as const, "sequence" as const),
    steps,
    absent: fc.option(
      fc.record({
        anyOf: fc.array(pattern, { minLength: 1, maxLength: 2 }),
        forMs: fc.integer({ min: 1, max: 5 }),
      }),
      { nil: undefined, freq: 2 },
    ),
    unless: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(pattern, { minLength: 1, maxLength: 2 }) },
    ),
    cooldownMs: fc.constantFrom(0, 0, 1, 3, 6),
  })
  .map((parts) => ruleOf(parts));

/** Rules with the ids r0, r1… */
export const ruleSets = fc
  .array(rule, { minLength: 1, maxLength: 3 })
  .map((rules) => rules.map((each, index) => ({ ...each, id: `r${index}` })));

/** Touches of one contact, in no order, many of them at the same moment. */
export const streams = fc
  .array(
    fc.record({
      type: touchType,
      at: fc.integer({ min: 0, max: 12 }),
      n: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      k: fc.option(fc.constantFrom("x", "y", "xy"), { nil: undefined }),
    }),
    { maxLength: 10 },
  )
  .chain((drafts) =>
    fc
      .shuffledSubarray(
        drafts.map((_, index) => index),
        { minLength: drafts.length },
      )
      .map((names) => drafts.map((draft, index) => toTouch(draft, `t${names[index]}`))),
  );

type Draft = { type: string; at: number; n: number | undefined; k: string | undefined };

function toTouch({ type, at, n, k }: Draft, id: string): Touch {
  const props = { ...(n === undefined ? {} : { n }), ...(k === undefined ? {} : { k }) };
  return touchOf({ id, type, at, props });
}

/** A touch of the contact "ann", who is at "acme". */
export function touchOf(parts: Pick<Touch, "id" | "type" | "at"> & Partial<Touch>): Touch {
  return {
    ...{ contactId: "ann", anonymousId: null, accountId: "acme", props: {}, source: "test" },
    receivedAt: parts.at,
    ...parts,
  };
}

/** A rule that asks for what is given and leaves out the rest. */
export function ruleOf(parts: Partial<Rule> & Pick<Rule, "steps">): Rule {
  return {
    ...{ id: "r", name: {}, about: {}, scope: "contact", withinMs: 10, match: "all" },
    ...{ absent: undefined, unless: [], cooldownMs: 0, sliders: [] },
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
    then: { action: "call", dueInMs: 1, assignTo: "owner" },
    ...parts,
  };
}
