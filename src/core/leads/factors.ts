// The list of factors: one file each in factors/.
import { behaviour } from "./factors/behaviour.ts";
import { budget } from "./factors/budget.ts";
import { communication } from "./factors/communication.ts";
import { industry } from "./factors/industry.ts";
import { load } from "./factors/load.ts";
import { profile } from "./factors/profile.ts";
import { service } from "./factors/service.ts";
import { skill } from "./factors/skill.ts";
import { speed } from "./factors/speed.ts";
import { usage } from "./factors/usage.ts";
import { wonDeals } from "./factors/won-deals.ts";

/** Every factor of fit, in the order in which cards show them. */
export const factors = [
  wonDeals,
  profile,
  behaviour,
  communication,
  usage,
  service,
  skill,
  industry,
  budget,
  load,
  speed,
] as const;

export type FactorId = (typeof factors)[number]["id"];
