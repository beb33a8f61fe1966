// A rule as the engine and the cards know it: durations in milliseconds, conditions spelled out. Written as YAML
// (schema.ts); what its words mean is decided in docs/chains.md.

/** What a property of a touch is compared with. */
export type Scalar = string | number | boolean;

/** How a property is compared. */
export const operators = [
  "eq",
  "ne",
  "gt",
  "gte",
  "lt",
  "lte",
  "in",
  "contains",
  "exists",
] as const;
export type Operator = (typeof operators)[number];

/** One demand on one property. */
export type Condition =
  | { prop: string; op: Exclude<Operator, "in">; value: Scalar }
  | { prop: string; op: "in"; value: readonly Scalar[] };

/** A kind of touch: its type, and every condition on its properties. */
export type Pattern = { touch: string; where: readonly Condition[] };

/** A pattern that as many different touches have to show. */
export type Step = Pattern & { times: number };

/** Text for people, in the languages it was written in. */
export type Said = { en?: string | undefined; zh?: string | undefined };

/** One number of a rule that a manager may change without seeing the rule. */
export type Slider = {
  id: string;
  label: Said;
  /** Where in the rule it is written, such as "steps.0.where.dwellSeconds.gt" or "within". */
  sets: string;
  min: number;
  max: number;
  step: number;
  /** Hours and days are durations in the rule; the others plain numbers. */
  unit: "seconds" | "hours" | "days" | "times" | "percent" | "points";
};

/** What a rep is told when a rule matches. */
export type ThenDo = {
  action: string;
  dueInMs: number;
  /** A tactic, or the id of an entry in the libraries. */
  talkTrack?: string | undefined;
  /** "owner", "manager", or a person's e-mail address. */
  assignTo: string;
};

/** A rule over a customer's touches. */
export type Rule = {
  id: string;
  name: Said;
  about: Said;
  /** Whose touches are looked at together. */
  scope: "contact" | "account";
  /** The most time between the first and the last touch of a set. */
  withinMs: number;
  match: "all" | "sequence";
  steps: readonly Step[];
  /** What must not happen for so long after the last step: none of these. */
  absent?: { anyOf: readonly Pattern[]; forMs: number } | undefined;
  /** What must not lie inside the span of a set. */
  unless: readonly Pattern[];
  /** No match for so long after a match. */
  cooldownMs: number;
  then: ThenDo;
  sliders: readonly Slider[];
};
