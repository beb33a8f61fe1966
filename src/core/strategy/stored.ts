// What is kept of strategies: what a manager said, the claim in it, its verdicts, and who took it on.
import { dayMs, weekMs } from "../durations.ts";
import type { LaterCode } from "./adoption/later-effect.ts";
import type { Claim } from "./claim.ts";
import type { Judgement } from "./testing/judge.ts";
import type { Tested } from "./testing/test-claim.ts";

/** One manager's strategy of one week. */
export type Strategy = {
  id: string;
  /** ISO week of its author, such as 2026-W47. */
  week: string;
  authorId: string;
  /** As the author said it: why it works, in their words. */
  text: string;
  claim: Claim | null;
  /** Fingerprint of the claim and the moment it was registered. */
  claimHash: string | null;
  state: "asked" | "draft" | "registered" | "tested" | "published" | "retired" | "nothing";
  registeredAt: number | null;
  publishedAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/** One verdict; the latest of a strategy counts. */
export type StoredVerdict = {
  id: string;
  strategyId: string;
  code: Judgement["code"];
  effect: Judgement;
  method: Method;
  at: number;
};

/** How a verdict came about: everything its "how we tested" says. */
export type Method = { tested: Tested; from: number; to: number };

/** What a strategy that was switched on changed since then: one look, over the new data alone. */
export type LaterEffect = {
  id: string;
  strategyId: string;
  /** Actions from then on were looked at. */
  since: number;
  code: LaterCode;
  method: Method;
  at: number;
};

/** Where a team's digest goes; the id is the team's. */
export type TeamChannel = { id: string; target: string; setById: string; updatedAt: number };

/** When somebody wants the weekly question; the id is the person's. `weekday`: 1 Monday to 7 Sunday. */
export type AskingHour = { id: string; weekday: number; minutes: number; updatedAt: number };

/** Somebody who took a published strategy on. */
export type Adoption = {
  id: string;
  strategyId: string;
  teamId: string | null;
  personId: string | null;
  /** habit: done by hand, in one's own way. */
  becomes: "habit" | "chain" | "weights" | "talk_track" | "scenario";
  targetId: string;
  at: number;
  retiredAt: number | null;
};

/** The states in which a claim counts as one of its quarter's. */
export const registeredStates = ["registered", "tested", "published", "retired"] as const;

/** The ISO week of a day (YYYY-MM-DD): weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  const thursday = new Date(at + (3 - weekday) * dayMs);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const number = Math.floor((thursday.getTime() - first) / weekMs) + 1;
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, "0")}`;
}

/** The calendar quarter of a moment (UTC): claims of one quarter are corrected for one another. */
export function quarterOf(at: number): { gte: number; lt: number } {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3];
  return { gte: Date.UTC(year, month, 1), lt: Date.UTC(year, month + 3, 1) };
}
