// Stages in the order deals take them; lost stands beside the others.
import { type Stage, stages } from "../../model.ts";
import type { Contract } from "./contract.ts";

/** Whether what is asked for from `from` on is asked for at `stage`. What lost deals need is asked of lost deals alone. */
export function isAsked(from: Stage, stage: Stage): boolean {
  if (from === "lost" || stage === "lost") return from === stage;
  return stages.indexOf(stage) >= stages.indexOf(from);
}

/** Whether a contract wants an answer at a stage. */
export function isRequired(
  { requiredFrom, onlyOpen }: Pick<Contract, "requiredFrom" | "onlyOpen">,
  stage: Stage,
): boolean {
  if (requiredFrom === null || (onlyOpen && (stage === "won" || stage === "lost"))) return false;
  return isAsked(requiredFrom, stage);
}

/** Whether a deal goes on to a later stage, or is given up. Going back asks for nothing. */
export function isForward(from: Stage, to: Stage): boolean {
  if (from === to) return false;
  return to === "lost" || (from !== "lost" && stages.indexOf(to) > stages.indexOf(from));
}
