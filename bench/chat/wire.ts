// What the bot's process and the crowd's process tell each other.
import type { App } from "../../src/commands/start/connections.ts";

/** Sockets that we open, or calls that the platforms make. */
export type Mode = "socket" | "http";

/** One platform of a round, as the bot has to know it. */
export type Platform = {
  /** Such as "slack socket". */
  name: string;
  app: App;
  /** What identifies the connection in the records. */
  connection: string;
  users: string[];
};

/** One delivery of an event, and how long it took until it was acknowledged. */
export type Ack = { platform: string; tookMs: number; isAccepted: boolean };

/** What one person did: each with the id the platform gave it. */
export type Doing = { platform: string; user: string; kind: "press" | "mine" | "help"; id: string };

/** Everything a person has in their conversation, each message as the platform keeps it. */
export type Seen = { platform: string; user: string; messages: string[] };

/** Asked of the crowd's process, and what it answers. */
export type Asks = {
  prepare: { ask: { mode: Mode; people: number }; answer: Platform[] };
  play: { ask: { base: string }; answer: { acks: Ack[]; doings: Doing[] } };
  look: { ask: Record<string, never>; answer: Seen[] };
  stop: { ask: Record<string, never>; answer: null };
};
export type AskName = keyof Asks;
export type Ask = { [Name in AskName]: { name: Name; ask: Asks[Name]["ask"] } }[AskName];
export type Answer = { answer: unknown } | { failed: string };

/** One platform, played: its emulator, and ready-made deliveries of what people do there. */
export type Side = {
  platform: Platform;
  /** Finds the button that everybody will press, once their cards have arrived. */
  findButtons(label: string): Promise<void>;
  say(user: string, words: string, id: string): Deliver;
  press(user: string, id: string): Deliver;
  seen(user: string): Promise<string[]>;
  close(): Promise<void>;
};

/** Hands an event over; resolves when it was acknowledged, with whether it was taken. `base` is the bot's address. */
export type Deliver = (base: string) => Promise<boolean>;
