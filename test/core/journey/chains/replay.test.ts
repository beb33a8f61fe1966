import { describe, expect, it } from "vitest";
import { replay } from "../../../../src/core/journey/chains/replay.ts";
import type { Rule } from "../../../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../../../src/core/model.ts";
import { ruleOf, touchOf } from "./arbitrary.ts";

const step = (touch: string, times = 1) => ({ touch, where: [], times });
const pair = ruleOf({ match: "sequence", steps: [step("a"), step("b")] });
const hourMs = 3_600_000;

/** "type@time" with ids t0, t1…; more about one of them by its place. */
function stream(written: string, more: Record<number, Partial<Touch>> = {}): Touch[] {
  return written.split(" ").map((each, index) => {
    const [type = "", at] = each.split("@");
    return touchOf({ id: `t${index}`, type, at: Number(at), ...more[index] });
  });
}

function found(rule: Rule, touches: Touch[], until?: number): string[] {
  const { matches } = replay({ rules: [rule], touches }, { until });
  return matches.map(
    (match) => `${match.customer}@${match.at}: ${match.touches.map(({ id }) => id).join(" ")}`,
  );
}

describe("a match", () => {
  it("takes the latest touches that make a set", () => {
    expect(found(pair, stream("a@1 a@3 b@5"))).toEqual(["ann@5: t1 t2"]);
  });

  it("needs a touch of its own for each step", () => {
    const rule = ruleOf({
      steps: [step("a"), { touch: "a", where: [{ prop: "n", op: "eq", value: 1 }], times: 1 }],
    });
    const both = { 0: { props: { n: 1 } } };
    expect(found(rule, stream("a@1", both))).toEqual([]);
    expect(found(rule, stream("a@1 a@2", both))).toEqual(["ann@2: t0 t1"]);
  });

  it("lies within the window, its last moment included", () => {
    expect(found({ ...pair, withinMs: 4 }, stream("a@1 b@5"))).toEqual(["ann@5: t0 t1"]);
    expect(found({ ...pair, withinMs: 3 }, stream("a@1 b@5"))).toEqual([]);
  });

  it("is forbidden by what happens at its very ends", () => {
    const rule = { ...pair, unless: [{ touch: "x", where: [] }] };
    expect(found(rule, stream("a@1 x@1 b@5"))).toEqual([]);
    expect(found(rule, stream("a@1 b@5 x@5"))).toEqual([]);
    expect(found(rule, stream("x@0 a@1 b@5 x@6"))).toEqual(["ann@5: t1 t2"]);
  });

  it("uses up what happened until then, and waits out the cooldown", () => {
    expect(found(pair, stream("a@1 a@2 b@2 b@3"))).toEqual(["ann@2: t1 t2"]);
    const rule = { ...pair, cooldownMs: 5 };
    expect(found(rule, stream("a@1 b@2 a@3 b@6 b@7"))).toEqual(["ann@2: t0 t1", "ann@7: t2 t4"]);
  });

  it("of an absence comes when the time is over and nothing came", () => {
    const rule = ruleOf({
      steps: [step("a")],
      absent: { anyOf: [{ touch: "x", where: [] }], forMs: 4 },
    });
    expect(found(rule, stream("a@1"), 4)).toEqual([]);
    expect(found(rule, stream("a@1"), 5)).toEqual(["ann@5: t0"]);
    expect(found(rule, stream("a@1 x@5"), 9)).toEqual([]);
    expect(found(rule, stream("a@1 x@1 b@6"))).toEqual(["ann@5: t0"]);
  });
});

describe("the order of arrival", () => {
  it("does not matter, and ties go by id", () => {
    expect(found(pair, stream("b@5 a@1"))).toEqual(["ann@5: t1 t0"]);
    expect(found(pair, stream("b@5 a@5"))).toEqual([]);
  });

  it("matters from an hour on: what is later takes no part", () => {
    const late = (receivedAt: number) => stream("a@1 b@2", { 1: { receivedAt } });
    expect(found(pair, late(2 + hourMs))).toEqual(["ann@2: t0 t1"]);
    const { matches, late: left } = replay({ rules: [pair], touches: late(3 + hourMs) });
    expect([matches, left.map(({ id }) => id)]).toEqual([[], ["t1"]]);
  });
});

describe("who a touch is of", () => {
  const visitor = { contactId: null, anonymousId: "v1", accountId: null };
  const known = { anonymousId: "v1" };

  it("is the visitor while nobody knows them", () => {
    expect(found(pair, stream("a@1 b@2", { 0: visitor, 1: visitor }))).toEqual(["v1@2: t0 t1"]);
  });

  it("is the contact from the touch on that names both", () => {
    const touches = stream("a@1 form.submit@3 b@4", { 0: visitor, 1: known, 2: visitor });
    expect(found(pair, touches)).toEqual(["ann@4: t0 t2"]);
  });

  it("adds no match from before they were known", () => {
    const touches = stream("a@1 b@2 form.submit@3", { 0: visitor, 2: known });
    expect(found(pair, touches)).toEqual([]);
  });

  it("keeps what the visitor matched before they were known", () => {
    const touches = stream("a@1 b@2 form.submit@3 b@4", { 0: visitor, 1: visitor, 2: known });
    expect(found(pair, touches)).toEqual(["v1@2: t0 t1"]);
  });

  it("is the account for a rule of that scope, whichever contact it was", () => {
    const rule: Rule = { ...pair, scope: "account" };
    const touches = stream("a@1 b@2 b@3", {
      1: { accountId: null },
      2: { contactId: "bob" },
    });
    expect(found(rule, touches)).toEqual(["acme@3: t0 t2"]);
  });

  it("is the account of a visitor once both are known", () => {
    const rule: Rule = { ...pair, scope: "account" };
    const touches = stream("a@1 form.submit@3 b@4", { 0: visitor, 1: known, 2: visitor });
    expect(found(rule, touches)).toEqual(["acme@4: t0 t2"]);
  });
});
