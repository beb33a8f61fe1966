// What the bot's process and the outside's process tell each other.
import type { App } from "../../src/commands/start/connections.ts";

/** One platform, as the bot has to know it. */
export type Platform = { name: string; app: App; connection: string; users: string[] };

/** A call that ends: with whom, on whose platform the card is awaited, and the words only its card has. */
export type Ended = { email: string; rep: string; firm: string };

export type Ask = { name: "prepare"; people: number } | ({ name: "play" } & Play);

export type Play = {
  base: string;
  secret: string;
  calls: Ended[];
  perSecond: number;
  /** Other touches with each call. */
  noise: number;
  /** How far the bot's clock is ahead of ours. */
  aheadMs: number;
};

/** Milliseconds from sending each webhook until the platform had its card; null where it never came. */
export type Played = { tookMs: (number | null)[]; noise: number; refused: number };

export type Answer = { answer: unknown } | { failed: string };
