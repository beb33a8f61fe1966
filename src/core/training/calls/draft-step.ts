// The next step that a call ends with, read as a rep's update would be; a draft that nobody has confirmed.
import { readUpdate } from "../../pipeline/reading/read-update.ts";
import type { UpdateContext } from "../../pipeline/reading/understood.ts";
import type { Commitment, NextStepDraft } from "./call.ts";

/** The last promise with a step or a day in it, else the rep's last promise as they put it. */
export function draftStep(
  commitments: readonly Commitment[],
  context: UpdateContext,
): NextStepDraft | null {
  const read = commitments.map(({ quote, who }) => {
    const { facts } = readUpdate(quote, context);
    const step = facts.nextStep?.value ?? null;
    return { who, quote, step, day: facts.nextStepDate?.value ?? null };
  });
  const told = read.filter(({ step, day }) => (step !== null && step !== "none") || day !== null);
  const chosen = told.at(-1) ?? read.findLast(({ who }) => who === "rep");
  return chosen ? { quote: chosen.quote, step: chosen.step, day: chosen.day } : null;
}
