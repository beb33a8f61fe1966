// What an update said: each fact with the words that decided it, and which deal it is about.
import type { budgetStatuses, Stage } from "../../model.ts";
import type { Workdays } from "../../people/working-time.ts";

/** What may happen next on a deal; `none` when the rep says that nothing does. */
export const nextSteps = [
  "call",
  "meeting",
  "demo",
  "send_proposal",
  "send_contract",
  "send_materials",
  "site_visit",
  "follow_up",
  "approval",
  "none",
] as const;
export type NextStep = (typeof nextSteps)[number];

/** Why a deal was lost. */
export const lossReasons = [
  "price",
  "competitor",
  "timing",
  "no_budget",
  "no_decision",
  "product_gap",
  "other",
] as const;
export type LossReason = (typeof lossReasons)[number];

/** How the customer feels about it, in the rep's own words. */
export const sentiments = ["positive", "neutral", "negative"] as const;
export type Sentiment = (typeof sentiments)[number];

/** A place in the rep's text, in UTF-16 units, end exclusive. */
export type Span = { start: number; end: number };

/** A fact, where it stands in the text, and the words there. */
export type Found<T> = { value: T; span: Span; words: string };

/** The facts an update may state; what is not stated as a fact is absent. Days are YYYY-MM-DD in the rep's zone. */
export type Facts = {
  stage: Stage;
  /** Major units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  nextStep: NextStep;
  nextStepDate: string;
  closeDate: string;
  /** As written, without a role in front. */
  decisionMaker: string;
  competitor: string;
  budgetStatus: (typeof budgetStatuses)[number];
  lossReason: LossReason;
  sentiment: Sentiment;
  risk: boolean;
};

/** Which deal is meant: one; several that fit as well as each other, so ask; or none of them. */
export type DealMeant =
  | { kind: "one"; id: string; span: Span | null; words: string | null }
  | { kind: "ask"; ids: string[] }
  | { kind: "none" };

/** An update as understood. */
export type Understood = {
  deal: DealMeant;
  facts: { [Name in keyof Facts]?: Found<Facts[Name]> };
};

/** An open deal the rep may mean. */
export type UpdateDeal = {
  id: string;
  account: string;
  contact?: string | undefined;
  product?: string | undefined;
  stage: Stage;
};

/** Who says it, when, and about which deals. */
export type UpdateContext = {
  /** UTC milliseconds. */
  now: number;
  timeZone: string;
  workdays: Workdays;
  deals: readonly UpdateDeal[];
  /** The deal just talked about: what "that one" means. */
  recentDealId?: string | undefined;
};
