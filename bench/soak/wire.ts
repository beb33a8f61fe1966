// What the three processes of the soak tell each other: who measures, the outside with everybody in it, and the bot.
import type { App } from "../../src/commands/start/connections.ts";
import type { Language } from "../../src/core/model.ts";

/** One platform app, as the bot has to know it. */
export type Platform = { name: string; app: App; connection: string; users: string[] };

/** Somebody of the company: whom they are on their platform, and their own customer. */
export type Member = {
  platform: string;
  user: string;
  personId: string;
  role: "rep" | "manager";
  language: Language;
  /** The company they have a deal with, named by nobody else; its contact's address. */
  firm: string;
  email: string;
};

/** What the outside plays: whom, against which address, on whose clock. */
export type Play = {
  members: Member[];
  base: string;
  secret: string;
  apiKey: string;
  seed: number;
};

/** One delivery of a chat event, from handing it over until it was acknowledged. `isUp`: the bot was ready throughout. */
export type Ack = {
  kind: string;
  where: string;
  tookMs: number;
  isUp: boolean;
  isAccepted: boolean;
};

/** Something a person did that was acknowledged; `ref` names what a button meant, `mark` the words nobody else said. */
export type Doing = {
  kind: "say" | "press" | "submit";
  platform: string;
  user: string;
  personId: string;
  eventId: string;
  what: string;
  mark?: string;
  ref?: string;
  /** How often it was pressed until somebody acknowledged it. */
  tries?: number;
};

/** What the sources were told is stored. */
export type Told = { touchIds: string[]; chains: Record<string, number>; leads: string[] };

/** Everything the outside knows when all is over. */
export type Ledger = {
  doings: Doing[];
  acks: Ack[];
  told: Told;
  /** Deliveries of touches and leads that were answered, by how long that took. */
  sourceAcks: Ack[];
  /** Times somebody waited in vain for what should have come, by what it was. */
  gaveUp: Record<string, number>;
};

/** One message as its platform keeps it. */
export type Kept = { platform: string; user: string; key: string; content: string };

/** Asked of the outside, and what it answers. */
export type Asks = {
  prepare: { ask: { people: number; aheadMs: number }; answer: Platform[] };
  begin: { ask: Play; answer: null };
  up: { ask: { isUp: boolean }; answer: null };
  end: { ask: Record<string, never>; answer: Ledger };
  look: { ask: Record<string, never>; answer: Kept[] };
};
export type AskName = keyof Asks;
export type Ask = {
  [Name in AskName]: { id: number; name: Name; ask: Asks[Name]["ask"] };
}[AskName];
export type Answer = { id: number } & ({ answer: unknown } | { failed: string });

/** What the bot's process tells: its lines for whoever started it, and its memory. */
export type BotTold = { said: string } | { rss: number } | { heap: number };
