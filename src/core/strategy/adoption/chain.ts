// A claim as a rule: where its action has not come of itself within two days, the rep is told to do it.
import { readingOf } from "../../text/format.ts";
import type { Claim } from "../claim.ts";
import { sayAction } from "../say-claim.ts";
import { actionOf } from "./kinds.ts";

/** Days in which people do it unprompted; a slider of the rule moves it. */
const patience = { least: 12, usual: 48, most: 240, step: 12 };

/** The rule a strategy made has an id that names it. */
export const ruleIdOf = (strategyId: string): string => `strategy-${strategyId}`;

/** The strategy that made a rule, if one did. */
export const strategyOfRule = (ruleId: string): string | undefined =>
  ruleId.startsWith("strategy-") ? ruleId.slice("strategy-".length) : undefined;

/** The rule as it is written; nothing for a claim whose action is no touch. `author`: who is credited. */
export function chainOf({
  strategyId,
  claim,
  author,
}: {
  strategyId: string;
  claim: Claim;
  author: string;
}): ({ id: string } & Record<string, unknown>) | undefined {
  if (claim.action.kind !== "touch") return undefined;
  const { type } = claim.action;
  const said = (language: "en" | "zh") => {
    const reading = readingOf({ language, timeZone: "UTC" });
    const action = sayAction(claim, { rules: new Map(), teams: new Map() }, reading);
    return { action, words: reading.texts.strategyUse.chain };
  };
  const [en, zh] = [said("en"), said("zh")];
  return {
    id: ruleIdOf(strategyId),
    name: { en: en.words.name({ action: en.action }), zh: zh.words.name({ action: zh.action }) },
    about: { en: en.words.about({ author }), zh: zh.words.about({ author }) },
    scope: "account",
    steps: [triggerOf(claim), { absent: [type], for: `${patience.usual}h` }],
    cooldown: "14d",
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
    then: { action: actionOf(type), dueIn: "24h" },
    sliders: [
      {
        ...{ id: "patience", sets: "steps.1.for", unit: "hours" },
        label: { en: en.words.patience, zh: zh.words.patience },
        ...{ min: patience.least, max: patience.most, step: patience.step },
      },
    ],
  };
}

/** When to look: the deal came into a stage meant, else the customer was last met, or answered. */
function triggerOf({ action, population }: Claim) {
  const { stages } = population;
  if (stages.length > 0) return { touch: "deal.stage.changed", where: { to: { in: stages } } };
  const isMeeting = action.kind === "touch" && action.type === "meeting.held";
  return { touch: isMeeting ? "email.reply" : "meeting.held" };
}
