// Weights to begin from for a kind of customer. Our judgement, to be tried on past leads before anything changes.
import { defaultWeights } from "./weights.ts";

export const presets = ["balanced", "large", "fast", "existing"] as const;
export type Preset = (typeof presets)[number];

export const presetWeights: Record<Preset, Record<keyof typeof defaultWeights, number>> = {
  balanced: defaultWeights,
  // Few, long and costly to lose: whoever won such deals, with such customers.
  large: {
    ...{
      won_deals: 28,
      profile: 18,
      industry: 14,
      skill: 10,
      communication: 8,
      budget: 6,
      load: 6,
    },
    ...{ behaviour: 4, speed: 2, usage: 2, service: 2 },
  },
  // Many and short: whoever is free now, quickly, and for whom the customer shows interest.
  fast: {
    ...{ speed: 22, load: 22, behaviour: 18, won_deals: 12, budget: 8, industry: 6, profile: 6 },
    ...{ communication: 4, skill: 2, usage: 0, service: 0 },
  },
  // They have the product already: what they do with it, and how they are looked after.
  existing: {
    ...{ usage: 16, service: 16, communication: 16, won_deals: 16, load: 10, profile: 8 },
    ...{ industry: 6, behaviour: 4, speed: 4, skill: 2, budget: 2 },
  },
};
