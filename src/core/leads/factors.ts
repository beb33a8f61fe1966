import { behaviour } from "./factors/behaviour.ts";
import { industry } from "./factors/industry.ts";
import { load } from "./factors/load.ts";
import { profile } from "./factors/profile.ts";
import { speed } from "./factors/speed.ts";
import { wonDeals } from "./factors/won-deals.ts";

/** Every factor of fit, in the order in which cards show them. */
export const factors = [wonDeals, profile, behaviour, industry, load, speed] as const;

export type FactorId = (typeof factors)[number]["id"];
