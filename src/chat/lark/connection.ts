// What the parts of the Lark adapter share: one app of one tenant, and what they need from outside.
import type { TaskNews } from "../../core/journey/actions/tasks/platform-tasks.ts";
import type { Language } from "../../core/model.ts";
import type { Clock } from "../../core/ports.ts";
import type { Address, ChatHost, Pace } from "../adapter.ts";
import { limits } from "./limits.ts";

/** One app of one tenant, with its keys. */
export type LarkConnection = {
  /** The name of the connection: the app id. */
  connection: string;
  /** "cli_" and 16 hexadecimal digits. */
  appId: string;
  appSecret: string;
  /** "feishu" (China), "lark" (elsewhere) or an address, for tests. */
  domain: string;
  /** How events come: over a socket of ours, or as calls to our public address. */
  mode: "long" | "http";
  /** Needed for HTTP. */
  encryptKey?: string;
  verificationToken?: string;
} & Habits;

/** What tenants differ in. */
type Habits = {
  /** Whether a changed card goes into the answer to a press too, before it is patched; some refuse it (200673). */
  cardInAck?: boolean;
  /** Tables of one card: Lark says 5, and some tenants refuse more than 3. */
  maxTables?: number;
};

type Fields = Record<string, unknown>;
type LarkLog = {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

export type ReceivedFile = {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  /** The account it comes from. */
  externalId: string;
};

/** What the Lark adapter needs from outside. */
export type LarkOptions = {
  connections: LarkConnection[];
  host: ChatHost;
  clock: Clock;
  log: LarkLog;
  /** Keeps a file somebody sent; returns the asset's id. */
  saveFile(file: ReceivedFile): Promise<string>;
  /** Reads a picture to send. Without it pictures are shown as words. */
  readAsset?(assetId: string): Promise<{ bytes: Uint8Array } | undefined>;
  languageOf(address: Address): Promise<Language>;
  /** Whether somebody agreed to their voice notes being heard; undefined for an account that is nobody's yet. */
  agreedToVoice(address: Address): Promise<boolean | undefined>;
  /** Keeps that a task of ours was ticked off or opened again, before that is acknowledged. */
  onTask(news: TaskNews): Promise<void>;
  /** Counts what came in and what was refused, for metrics. */
  count?(what: string): void;
  /** By default what Lark bears (limits.ts). */
  pace?: Pace;
  /** Milliseconds between the answer to a press and the first change of its card. */
  settleMs?: number;
  /** Milliseconds until Lark has to have answered a call. */
  timeoutMs?: number;
  /** Milliseconds until the long connection has to stand. */
  connectMs?: number;
  /** Milliseconds without an event after which the long connection is made anew. */
  silenceMs?: number;
  /** Milliseconds without an answer to a ping after which a link counts as dead; below Lark's ping interval. */
  pongMs?: number;
  /** Milliseconds that what is under way has to end when the bot stops. */
  drainMs?: number;
  answerMs?: number;
};

/** What a connection's tenant takes. */
export function habitsOf(connections: LarkConnection[], connection: string): Required<Habits> {
  const one = connections.find((each) => each.connection === connection);
  return { cardInAck: one?.cardInAck ?? false, maxTables: one?.maxTables ?? limits.tables };
}
