// The competitor risk radar: seven dimensions, each from 0 to 100 by a formula over what is on record (docs/briefing.md).
import { dayMs } from "../../durations.ts";
import { learnRhythm, type Silence, silenceAt, toVisits } from "../../journey/slipping/rhythm.ts";
import type { Deal } from "../../model.ts";
import type { Tactic } from "../../training/moves/model.ts";
import { understandCustomer } from "../../training/moves/understand-customer.ts";
import { type Basis, basisOfTouch } from "../brief/basis.ts";
import { basisOfField, type Heard, type Story } from "../brief/story.ts";
import { type DecisionChain, isNamed } from "./decision-chain.ts";
import type { StageAge } from "./stage-age.ts";

/** Dimensions in the order the radar shows them. */
export const riskIds = [
  "competitor",
  "price",
  "silence",
  "stage",
  "decider",
  "step",
  "budget",
] as const;
export type RiskId = (typeof riskIds)[number];

/** One dimension. `value`: 0 to 100; null: too little is known to say. `why`: its reason by code, with numbers. */
export type Risk = {
  id: RiskId;
  value: number | null;
  why: string;
  params: Record<string, string | number>;
  bases: Basis[];
};

export type RiskFacts = {
  story: Story;
  deal: Deal;
  chain: DecisionChain;
  age: StageAge;
  now: number;
};

/** Words older than this say little of today. Ours. */
const saidMs = 90 * dayMs;
/** A decider nobody spoke with for so long is as good as half known. Ours. */
const inTouchMs = 30 * dayMs;
/** So many times their usual gap is the most the radar shows. Ours. */
const longestRatio = 3;

const priceTactics: readonly Tactic[] = [
  "discount_demand",
  "price_anchoring",
  "budget_freeze",
  "payback_demand",
];

/** Every dimension, computed. */
export function measureRisks(facts: RiskFacts): Risk[] {
  return riskIds.map((id) => ({ id, ...measures[id](facts) }));
}

type Measured = Omit<Risk, "id">;
const measures: Record<RiskId, (facts: RiskFacts) => Measured> = {
  competitor: ofCompetitor,
  price: ofPrice,
  silence: ofSilence,
  stage: ofStage,
  decider: ofDecider,
  step: ofStep,
  budget: ofBudget,
};

const risk = (value: number | null, why: string, more: Partial<Measured> = {}): Measured => {
  return { value, why, params: {}, bases: [], ...more };
};

/** 50 for a rival on the deal, 50 for the customer speaking of one in the last 90 days. */
function ofCompetitor({ story, deal, now }: RiskFacts): Measured {
  const spoken = heardOf(story, ["competitor_quote"], now);
  const { competitor } = deal;
  const bases = [
    ...(competitor ? [basisOfField(story, "competitor")] : []),
    ...spoken.slice(0, 1).map(({ basis }) => basis),
  ];
  const value = (competitor ? 50 : 0) + (spoken.length > 0 ? 50 : 0);
  if (!competitor) return risk(value, value > 0 ? "spoken" : "no_rival", { bases });
  const why = spoken.length > 0 ? "rival_spoken" : "rival";
  return risk(value, why, { bases, params: { competitor } });
}

/** 50 for each time they spoke of price, budget or payback in the last 90 days, 100 at most. */
function ofPrice({ story, now }: RiskFacts): Measured {
  const spoken = heardOf(story, priceTactics, now);
  if (spoken.length === 0) return risk(0, "no_price");
  const bases = spoken.slice(0, 2).map(({ basis }) => basis);
  return risk(Math.min(100, spoken.length * 50), "price", {
    ...{ bases, params: { times: spoken.length } },
  });
}

function heardOf({ heard }: Story, tactics: readonly Tactic[], now: number): Heard[] {
  return heard.filter(
    ({ text, at }) =>
      at >= now - saidMs &&
      understandCustomer(text).tactics.some(({ label }) => tactics.includes(label)),
  );
}

/** How much longer than usual for them they have been silent: 0 at their usual gap, 100 at three times of it. */
function ofSilence({ story: { behaviour, account }, now }: RiskFacts): Measured {
  const [last] = behaviour;
  const visits = toVisits(behaviour.map(({ at }) => at));
  const segment = account?.segment ?? null;
  const silence: Silence | null = silenceAt({ visits, segment }, now, learnRhythm([]));
  if (!last || !silence)
    return risk(null, "no_rhythm", { bases: last ? [basisOfTouch(last)] : [] });
  const share = (silence.ratio - 1) / (longestRatio - 1);
  return risk(percent(share), "silence", {
    params: { days: inDays(silence.silentMs), usual: inDays(silence.usualMs) },
    bases: [basisOfTouch(last)],
  });
}

/** The share of won deals that had left this stage sooner. */
function ofStage({ age: { won, ageMs, since, known } }: RiskFacts): Measured {
  const days = inDays(ageMs);
  const bases: Basis[] = [{ kind: "record", source: "", at: since }];
  if (!won) return risk(null, "few_won", { params: { days, deals: known }, bases });
  const value = percent(won.quicker);
  return risk(value, "stage", { params: { days, percent: value, deals: won.deals }, bases });
}

/** 100 without a decision maker; 50 where nobody is on record to have spoken with them for 30 days. */
function ofDecider({ chain, now }: RiskFacts): Measured {
  const link = chain.links.find(({ role }) => role === "decides");
  const decider = link?.people.find(({ ground }) => ground === "named");
  if (!link || !isNamed(link) || !decider) return risk(100, "no_decider");
  const { name, basis, talk } = decider;
  const isInTouch = talk !== undefined && talk.at >= now - inTouchMs;
  const bases = talk ? [basis, basisOfTouch(talk)] : [basis];
  return risk(isInTouch ? 0 : 50, isInTouch ? "decider" : "decider_far", {
    ...{ bases, params: { name } },
  });
}

/** 100 without a next step, 75 when its day is past, 50 without a day. */
function ofStep({ story, deal: { nextStep, nextStepDate }, now }: RiskFacts): Measured {
  if (!nextStep) return risk(100, "no_step");
  const bases = [basisOfField(story, "nextStep")];
  if (nextStepDate === null) return risk(50, "step_undated", { bases });
  // A day lasts until its end.
  const isPast = nextStepDate + dayMs <= now;
  return risk(isPast ? 75 : 0, isPast ? "step_past" : "step", { bases });
}

/** 100 where it is not known, none or frozen; 50 where it is an estimate. */
function ofBudget({ story, deal: { budgetStatus } }: RiskFacts): Measured {
  if (!budgetStatus) return risk(100, "no_budget");
  const bases = [basisOfField(story, "budgetStatus")];
  if (budgetStatus === "confirmed") return risk(0, "budget_confirmed", { bases });
  return budgetStatus === "estimated"
    ? risk(50, "budget_estimated", { bases })
    : risk(100, "budget_gone", { bases });
}

const percent = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100);
const inDays = (ms: number) => Math.round(ms / dayMs);
