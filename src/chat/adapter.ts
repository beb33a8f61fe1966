// The port between a chat platform and Ringside. Slack, Lark and the local chat each have one adapter.
import type { Block, Card, Outcome } from "../core/card.ts";
import type {
  TaskContent,
  TaskNews,
  TaskPlace,
} from "../core/journey/actions/tasks/platform-tasks.ts";
import type { Language, Surface } from "../core/model.ts";
import type { AssetStore, Clock } from "../core/ports.ts";
import type { Log } from "../log.ts";

/** Where a message stands on its platform; only its adapter looks inside. */
export type MessageRef = Record<string, string>;

/** Whom to write to: a platform account on one connection, there perhaps in the thread under a message. */
export type Address = { connection: string; externalId: string; thread?: MessageRef };

/**
 * Sends and edits cards. Throws RetryLater when busy or away, Refused when the platform will never take it.
 * Every call ends by itself, by a timeout if nothing else: its target waits for it.
 */
export interface ChatAdapter {
  readonly surface: Surface;
  /** `key` is the idempotency key of this one message. */
  send(to: Address, card: Card, key: string): Promise<MessageRef>;
  update(ref: MessageRef, card: Card): Promise<void>;
  /** How long the platform itself takes the same key only once. */
  readonly idempotentForMs?: number;
  /** Looks for a message sent under a key, after a failure that left its fate unknown. */
  find?(to: Address, key: string): Promise<MessageRef | undefined>;
  /**
   * What the platform bears, sends and edits alike: at least `perTargetMs` between two to one person, at most
   * `perSecond` in any second to all together. The sender waits by itself rather than run into refusals.
   */
  readonly pace?: Pace;
  /** Absent where people have no task list of their own that a bot may write in. */
  readonly tasks?: TaskBook;
}

/** People's own task lists; refusals are those of PlatformTasks. */
export type TaskBook = {
  /** Returns the task's id. The same key adds it once. */
  add(to: Address, content: TaskContent, key: string): Promise<string>;
  change(place: TaskPlace, content: TaskContent): Promise<boolean>;
  remove(place: TaskPlace): Promise<void>;
  read(place: TaskPlace): Promise<{ actionId: string; isDone: boolean } | undefined>;
};

export type Pace = { perTargetMs: number; perSecond: number };

/** Somebody as their platform knows them. Only what the platform itself verified may match them to a person. */
export type PlatformUser = {
  email?: string;
  phone?: string;
  /** A guest, an outside organisation's user or another bot: never one of ours. */
  outside: boolean;
};

/** A platform with all its connections, running. */
export type ChatSurface = {
  adapter: ChatAdapter & {
    /** Who an account belongs to; asks the platform. Undefined when it does not know. */
    whoIs(address: Address): Promise<PlatformUser | undefined>;
    /** The account of a person who never wrote to us, by their verified e-mail or phone. */
    findAccount(person: {
      email: string | null;
      phone: string | null;
    }): Promise<Address | undefined>;
  };
  /** Connects; resolves when events can arrive. Rejects with Refused when the keys are wrong. */
  start(): Promise<void>;
  /** Takes nothing more in and closes its sockets. */
  stop(): Promise<void>;
  /** From the real state of its sockets, for readiness and doctor. */
  state(): { ok: boolean; why: string };
  /** Callbacks of the platform, for the public listener to mount under `/<surface>`; HTTP mode only. */
  fetch?(request: Request): Promise<Response>;
};

/** What a platform is built from. */
export type SurfaceParts = {
  host: ChatHost;
  clock: Clock;
  log: Log;
  assets: AssetStore;
  /** Counts what a platform sent and what was refused of it. */
  count(surface: Surface, what: string): void;
  /** The language of whoever an account belongs to; English for a stranger. */
  languageOf(address: Address): Promise<Language>;
  /** Whether somebody agreed that their voice notes are turned into text; undefined for a stranger. */
  agreedToVoice(address: Address): Promise<boolean | undefined>;
  /** A picture (PNG) of a chart, its axes numbered, for platforms without such charts; undefined where there is none. */
  drawChart(chart: Extract<Block, { t: "chart" }>): Uint8Array | undefined;
  /** Resolves once it is on disk that a task of ours was ticked off or opened again; the look at it comes after. */
  onTask(news: TaskNews): Promise<void>;
  /** What a person's home shows now, topmost first; undefined for a stranger. */
  homeOf(address: Address): Promise<Card[] | undefined>;
};

/** What can be asked for from a platform's own menus, wherever somebody is: the table answers each. */
export const shortcuts = ["lead", "say", "update", "attach"] as const;
export type ShortcutName = (typeof shortcuts)[number];

type Inbound = {
  /** The platform's own id of this event: a redelivery has the same. */
  key: string;
  /** Other keys under which the same event may come again. */
  aliases?: string[];
  surface: Surface;
  connection: string;
  /** The platform account it comes from. */
  externalId: string;
  at: number;
};

/**
 * Something a person said, dropped or opened. Answered by cards, later. `threadId`: the platform's id of the message
 * in whose thread they said it.
 */
export type ChatEvent = Inbound &
  /** `channel`: the platform's id of the channel it was said in, with a mention of us; absent: in private. */

  /** `forwarded`: words of others that came with it, as the platform marks them; `text` is then what was added. */
  (
    | { kind: "message"; text: string; threadId?: string; channel?: string; forwarded?: string }
    /** `text`: what was written beside it, or the platform's own transcript of a recording. */
    | {
        kind: "file";
        assetId: string;
        name: string;
        mediaType?: string;
        text: string;
        threadId?: string;
      }
    | { kind: "opened" }
    /** A form the platform did not open in time: shown in the conversation instead. */
    | { kind: "unopened"; card: Card }
    /** In place of what came too fast to be kept (flood.ts). */
    | { kind: "flooded" }
  );

/** A press, a filled form, or a shortcut with the text of the message it was picked on. Answered at once. */
export type Interaction = Inbound &
  (
    | { kind: "action"; ref: string }
    | { kind: "submit"; ref: string; values: Values }
    | { kind: "shortcut"; shortcut: ShortcutName; text: string }
  );

/** What a form came back with: strings, numbers, or lists of strings, by field name. */
export type Values = Record<string, string | number | string[]>;

/** What an adapter hands its verified events to. */
export interface ChatHost {
  /** Resolves once the event is on disk; the work comes after. */
  accept(event: ChatEvent): Promise<void>;
  /** Persists, decides and returns the answer for the acknowledgement. A redelivery gets the same answer. */
  interact(interaction: Interaction): Promise<Outcome>;
}
