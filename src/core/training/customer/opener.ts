// What opens a turn of the customer, before the objection: a word on what the rep did, or on the step they asked for.
import { isForAYes, occasionFor } from "./asked.ts";
import type { Decision } from "./decide-reaction.ts";
import type { Occasion } from "./lines/model.ts";
import type { CustomerState, Reaction } from "./model.ts";

/** By reaction; the others begin with the scenario's own words. */
const occasions: Partial<Record<Reaction, Occasion>> = {
  silence: "silence",
  rude: "rude",
  odd: "odd",
  offTopic: "offTopic",
  monologue: "monologue",
  breach: "breach",
  pressed: "pressed",
  conceded: "conceded",
  partial: "partial",
  premature: "premature",
  warm: "warm",
  waiting: "allMet",
};

/** Trusted so far, a rep gets the meeting they ask for, though not the yes. */
const stepTrust = 0.5;
/** Not trusted so far, they are told that it is too soon. */
const noStepTrust = 0.3;

type Opened = Pick<Decision, "reaction" | "asked" | "isTrapTaken">;

/** What was asked is answered; who went along with something improper hears about that. */
export function openerOf(
  { reaction, asked, isTrapTaken }: Opened,
  { trust }: CustomerState["mood"],
): Occasion | undefined {
  if (reaction === "breach" && isTrapTaken) return "trapTaken";
  if (reaction === "waiting" && isForAYes(asked)) return "notOnThis";
  if (reaction === "premature") return toStep(asked, trust);
  return reaction === "partial" && asked ? occasionFor(asked, "open") : occasions[reaction];
}

/** To something sent: gladly. To a meeting: by how far the rep is trusted. */
function toStep(asked: Opened["asked"], trust: number): Occasion {
  if (asked === "offer") return "offer";
  if (asked === "view") return "notYet";
  if (asked !== "step" || trust < noStepTrust) return "premature";
  return trust >= stepTrust ? "stepTaken" : "stepLater";
}
