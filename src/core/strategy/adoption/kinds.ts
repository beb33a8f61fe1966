// What a claim can become: only what its action, its customers and its direction leave room for.
import type { FactorId } from "../../leads/factors.ts";
import type { Claim } from "../claim.ts";
import type { Adoption } from "../stored.ts";

/** What others can switch on; a habit is done by hand. */
export type Made = Exclude<Adoption["becomes"], "habit">;

/** What the team does itself, with what a rule calls doing it. */
const ownActions: Readonly<Record<string, string>> = {
  "call.made": "call",
  "email.sent": "email",
  "message.sent": "message",
  "meeting.held": "meeting",
  "quote.sent": "plan",
  "demo.held": "plan",
};

/**
 * Which factor of the fit is about a touch. Our judgement: who calls soon is the factor speed, what customers do on
 * pages and with files is behaviour. What no factor is about makes no weights.
 */
const factorOfTouch: readonly [prefix: string, factor: FactorId][] = [
  ["page.", "behaviour"],
  ["file.", "behaviour"],
  ["video.", "behaviour"],
  ["form.", "behaviour"],
  ["email.open", "behaviour"],
  ["email.click", "behaviour"],
  ["email.reply", "communication"],
  ["message.received", "communication"],
  ["call.received", "communication"],
  ["product.", "usage"],
  ["ticket.", "service"],
  ["survey.", "service"],
  ["call.made", "speed"],
];

/** The kinds that fit, in the order they are offered. */
export function kindsFor(claim: Claim): Made[] {
  if (claim.direction === "down") return [];
  const isOwn = claim.action.kind === "touch" && ownActions[claim.action.type] !== undefined;
  return [
    ...(claim.action.kind === "rule" || (isOwn && isForAll(claim)) ? (["chain"] as const) : []),
    ...(factorOf(claim) ? (["weights"] as const) : []),
    ...(isOwn ? (["talk_track", "scenario"] as const) : []),
  ];
}

/** Rules and weights know no industry, and no team. */
const isForAll = ({ population }: Claim) =>
  population.industry === undefined && population.teamId === undefined;

/** The factor a claim says should count more; weights know no stage either. */
export function factorOf(claim: Claim): FactorId | undefined {
  const { action, population } = claim;
  if (action.kind !== "touch" || !isForAll(claim) || population.stages.length > 0) return undefined;
  return factorOfTouch.find(([prefix]) => action.type.startsWith(prefix))?.[1];
}

/** What a rule tells a rep to do where a claim is about this touch. */
export function actionOf(type: string): string {
  return ownActions[type] ?? "plan";
}
