// What is kept of rules and of what they found: which are on, every version of each, every match.

/** A rule as a company runs it: on or off, with how much of it is held out. `id` is the rule's own. */
export type StoredRule = {
  id: string;
  state: "on" | "off" | "retired";
  /** The share of customers nothing is done for, in [0, 0.2], so that the rule's effect can be seen. */
  holdOut: number;
  /** Customers with a larger open deal than this, or one in another currency, are never held out. */
  holdOutUpTo: number | null;
  holdOutCurrency: string | null;
  /** The version in force. */
  versionId: string | null;
  createdAt: number;
  updatedAt: number;
};

/** One published version of a rule. Switching a rule on publishes one: `createdAt` is since when it acts. */
export type RuleVersion = {
  id: string;
  ruleId: string;
  number: number;
  /** The rule as it was written: what `ruleSchema` reads. */
  body: unknown;
  authorId: string | null;
  reason: string | null;
  backtest: unknown;
  createdAt: number;
};

/** A chain that fired, once; `key` is the rule, the customer and the moment. */
export type StoredMatch = {
  id: string;
  key: string;
  ruleId: string;
  ruleVersionId: string;
  /** A contact, a visitor nobody knows yet, or an account: as the rule's scope says. */
  customer: string;
  at: number;
  /** Ids of the touches behind it, in order. */
  touches: string[];
  heldOut: boolean;
  createdAt: number;
};
