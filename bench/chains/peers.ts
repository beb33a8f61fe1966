// Rule engines people would reach for. They know no history: each only says which of the rules' patterns a touch is of,
// which is the first of several things ours does.
import { ZenEngine } from "@gorules/zen-engine";
import { Engine, type NestedCondition } from "json-rules-engine";
import type { Condition, Pattern, Rule } from "../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../src/core/model.ts";

/** Answers with the number of rules a touch concerns. */
export type Peer = { concerned(touch: Touch): Promise<number>; close(): void };

/** What both are given: the properties beside the type, every one there is with a value. */
const toFacts = ({ type, props }: Touch) => ({ ...none, type, ...props });
const none = { page: "", dwellSeconds: -1, campaign: "", kind: "", video: "", percent: -1, feature: "" };

const patternsOf = ({ steps, unless, absent }: Rule): Pattern[] => [
  ...steps,
  ...unless,
  ...(absent ? [absent] : []),
];

export function createJsonRules(rules: readonly Rule[]): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of rules) {
    const any = patternsOf(rule).map((pattern) => ({ all: toConditions(pattern) }));
    engine.addRule({ conditions: { any }, event: { type: rule.id } });
  }
  return {
    concerned: async (touch) => (await engine.run(toFacts(touch))).events.length,
    close: () => engine.stop(),
  };
}

const jsonOperators: Partial<Record<Condition["op"], string>> = {
  eq: "equal",
  gt: "greaterThan",
  gte: "greaterThanInclusive",
};

function toConditions({ touch, where }: Pattern): NestedCondition[] {
  const conditions = where.map(({ prop, op, value }) => ({
    ...{ fact: prop, operator: jsonOperators[op] ?? op, value },
  }));
  return [{ fact: "type", operator: "equal", value: touch }, ...conditions];
}

/** One decision with an expression per rule: of the ways zen-engine offers the fastest we found. */
export function createZen(rules: readonly Rule[]): Peer {
  const engine = new ZenEngine();
  const node = (id: string, type: string, content?: object) => ({
    ...{ id, name: id, type, position: { x: 0, y: 0 } },
    ...(content ? { content } : {}),
  });
  const edge = (sourceId: string, targetId: string) => ({
    ...{ id: `${sourceId}-${targetId}`, sourceId, targetId, type: "edge" },
  });
  const expressions = rules.map((rule) => ({
    ...{ id: rule.id, key: rule.id.replaceAll("-", "_") },
    value: patternsOf(rule).map(toExpression).join(" or "),
  }));
  const decision = engine.createDecision({
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", { expressions }),
      node("out", "outputNode"),
    ],
    edges: [edge("in", "rules"), edge("rules", "out")],
  });
  return {
    concerned: async (touch) => {
      const { result } = await decision.evaluate(toFacts(touch));
      return Object.values(result as Record<string, boolean>).filter(Boolean).length;
    },
    close: () => engine.dispose(),
  };
}

const zenOperators: Partial<Record<Condition["op"], string>> = { eq: "==", gt: ">", gte: ">=" };

function toExpression({ touch, where }: Pattern): string {
  const conditions = where.map(
    ({ prop, op, value }) => `${prop} ${zenOperators[op] ?? op} ${JSON.stringify(value)}`,
  );
  return `(${[`type == "${touch}"`, ...conditions].join(" and ")})`;
}
