// What core needs from outside. Small and structural: only methods that are called.
import type { Card, Outcome } from "./card.ts";
import type { Asset } from "./facts.ts";
import type { NewId } from "./ids.ts";
import type { Language, Person, RecordKind, RecordTypes, Touch } from "./model.ts";
import type { FactTypes, ReadTable, RecordTables, Table } from "./tables.ts";

/** The present moment in UTC milliseconds. */
export type Clock = () => number;

/** Everything that can be read, as it was when the last write committed. */
export type Reader = RecordTables & { [Name in keyof FactTypes]: ReadTable<FactTypes[Name]> };

/** A message to a person. The card's key makes it idempotent and names it for later edits. */
export type Post = {
  to: string;
  card: Card;
  /** The key of the card in whose thread it stands, where the platform has threads. */
  under?: string;
};

export type NewJob = {
  kind: string;
  /** At most one job per key, ever: queueing it again changes nothing. */
  key: string;
  payload: unknown;
  /** By default at once. */
  runAt?: number;
};

/** One transaction: what it writes and what it sends commit together or not at all. */
export type Unit = RecordTables & { [Name in keyof FactTypes]: Table<FactTypes[Name]> } & {
  now: number;
  newId: NewId;
  /** Stores whole records, new or changed. Only the gate calls this. */
  putRecords<Kind extends RecordKind>(kind: Kind, rows: RecordTypes[Kind][]): Promise<void>;
  /** Takes whole records out, as when two are merged. Only the gate calls this. */
  removeRecords(kind: RecordKind, ids: string[]): Promise<void>;
  /** Sends a new card, or edits the one with the same key that this person already has. */
  post(post: Post): void;
  /** Makes the opaque id of a button or form on a card of this person. */
  arm(action: ArmedAction): string;
  schedule(job: NewJob): void;
};

/** What an opaque id on a card means. */
export type ArmedAction = {
  action: string;
  params: Record<string, string | number>;
  personId: string;
  cardKey: string;
};

export interface Store {
  /** Reads committed state; never sees a transaction under way. */
  read: Reader;
  /**
   * Runs `work` alone in one transaction. Nothing slow may happen inside: no network, no model. `isUrgent`: somebody
   * waits for this very transaction, so it goes before the others.
   */
  write<Result>(
    work: (unit: Unit) => Promise<Result>,
    options?: { isUrgent?: boolean },
  ): Promise<Result>;
}

/** Which touches of each id: both ends included, the `latest` of each at most, of these types alone. */
export type TouchRange = { from?: number; to?: number; latest?: number; types?: readonly string[] };

/** A number of touches. `looked`: with those of machines, which do not count. `delayMs`: how late they arrived, on average. */
export type TouchCount = {
  type: string;
  source: string;
  week: number;
  looked: number;
  touches: number;
  lastAt: number;
  delayMs: number;
};

/** Whose touches: their own, those of visitors who named nobody, and those that name an account. */
export type TouchOwners = { contactIds: string[]; visitorIds: string[]; accountIds: string[] };

/** Touches of one kind by one contact or visitor within one bucket of time; `bucket` counts from the origin. */
export type TouchGroup = {
  contactId: string | null;
  anonymousId: string | null;
  type: string;
  bucket: number;
  touches: number;
  firstAt: number;
  lastAt: number;
};

/** The append-only log of touches (data/events.db). */
export interface EventLog {
  /** Resolves when every touch is on disk; a touch whose id is known is counted as a duplicate. */
  append(touches: Touch[]): Promise<{ stored: number; duplicates: number }>;
  /** Customers' touches, oldest first by `at`, ties by id; of each the latest 20,000 (journey/most-looked-at.ts). */
  ofContacts(contactIds: string[], range?: TouchRange): Promise<Touch[]>;
  /** The same for accounts, by touches that name them. */
  ofAccounts(accountIds: string[], range?: TouchRange): Promise<Touch[]>;
  /** The same for visitors who are no contact yet, by their anonymous id. */
  ofVisitors(anonymousIds: string[], range?: TouchRange): Promise<Touch[]>;
  /** How many touches contacts and visitors made together, by type, source and week of `weekMs` since `from`. */
  countsOf(
    of: { contactIds: string[]; visitorIds: string[] },
    range: { from: number; to: number; weekMs: number },
  ): Promise<TouchCount[]>;
  /** Touches counted where they lie, the latest buckets first and `limit` groups at most; `total`: touches of all of them. */
  groupsOf(
    of: TouchOwners,
    by: { origin: number; bucketMs: number; limit: number },
  ): Promise<{ groups: TouchGroup[]; total: number }>;
  /** One page of touches, the latest first; without `types`, of every type. */
  pageOf(
    of: TouchOwners,
    page: { from: number; to: number; types?: readonly string[]; limit: number; offset?: number },
  ): Promise<Touch[]>;
  /** Touches in order of arrival after a position, for consumers with a checkpoint. */
  after(position: number, limit: number): Promise<{ position: number; touch: Touch }[]>;
}

/** Files people dropped and pictures we made, under data/assets. */
export interface AssetStore {
  save(file: {
    name: string;
    mediaType: string;
    bytes: Uint8Array;
    personId: string | null;
  }): Promise<Asset>;
  read(id: string): Promise<{ asset: Asset; bytes: Uint8Array } | undefined>;
  /** Where the file lies, for readers that stream it. */
  pathOf(asset: Asset): string;
  /** Deletes a file and its row for good; one that is gone already is fine. */
  remove(id: string): Promise<void>;
}

/** What passed through on its way in and out, of a talk that may not be kept (src/store/personal/talk-traces.ts). */
export interface TalkTraces {
  /**
   * Takes the words out of it: of what this person said, and of what was sent to them in one thread. Resolves with how
   * much of it was still on its way, for another time.
   */
  forget(talk: { personId: string; under: string; from: number; to: number }): Promise<number>;
}

/** Which of our cards a platform's thread stands under (src/store/threads.ts). */
export interface Threads {
  /** `thread`: the platform's id of the message it stands under. Only cards with this prefix are looked for. */
  cardOf(
    thread: string,
    options: { personId: string; prefix: string },
  ): Promise<string | undefined>;
}

/** Speech to text (src/model/speech.ts); absent where no endpoint is configured. */
export interface Speech {
  /** The host that recordings are sent to, for the people whose voice it is. */
  readonly endpoint: string;
  /** Throws RetryLater when the endpoint is busy or away, Refused when it will never take this. */
  transcribe(audio: {
    bytes: Uint8Array;
    mediaType: string;
    language: Language;
  }): Promise<{ text: string }>;
  /** The same for a stretch of a call: in whichever language it is, with who spoke where the endpoint tells. */
  transcribeCall(audio: { bytes: Uint8Array; mediaType: string }): Promise<HeardSpeech>;
}

/** What was heard. `language`: as the endpoint names it. */
export type HeardSpeech = {
  text: string;
  language?: string | undefined;
  segments: { text: string; speaker: string | null }[];
};

/** What a file is, by its bytes (src/model/probe-audio.ts): undefined for what is no audio. */
export type ProbeAudio = (bytes: Uint8Array) => Promise<{ durationMs: number | null } | undefined>;

/** What came in from chat, kept before it is acknowledged (src/store/inbox.ts). */
export interface Inbox<Event extends { key: string }> {
  /** Resolves when the event is on disk. Interactions are worked on by whoever keeps them: `dueInMs` leaves them time. */
  keep(event: Event, options?: { dueInMs?: number }): Promise<"new" | "known">;
  due(limit: number): Promise<{ event: Event; attempts: number }[]>;
  nextAt(): Promise<number | undefined>;
  /** Runs an effect and marks the event done in one transaction. An event done before answers as it did then. */
  settle(
    key: string,
    effect: (unit: Unit) => Promise<Outcome>,
    /** `isUrgent`: whoever sent it waits for the outcome. */
    options?: { isUrgent?: boolean },
  ): Promise<Outcome>;
  /** The answer given to an event under any of its keys; undefined while it is still worked on. */
  outcomeOf(key: string): Promise<Outcome | undefined>;
  postpone(key: string, options: { error: string; delayMs: number }): Promise<void>;
  /** Gives the event up with what its person was told, in one transaction. */
  fail(
    key: string,
    options: { error: string; effect: (unit: Unit) => Promise<Outcome> },
  ): Promise<Outcome>;
}

/** A message taken for sending. `ambiguous`: an earlier attempt may have arrived. */
export type Outgoing = {
  id: string;
  /** Idempotency key, the same at every attempt. */
  key: string;
  /** A person's id, or a platform account (src/chat/who.ts). */
  target: string;
  cardKey: string;
  card: Card;
  /** The key of the card in whose thread it stands. */
  under: string | null;
  attempts: number;
  ambiguous: boolean;
  triedAt: number | null;
};

/** What became of an attempt. Queued without an error: it was not its turn yet, and nothing was tried. */
export type Settlement =
  | { state: "sent"; ref: Record<string, string>; surface: string }
  | { state: "queued"; nextAt: number; error: string; ambiguous: boolean }
  | { state: "maybe" | "failed" | "dropped"; error: string };

/** The only way out (src/store/outbox.ts). */
export interface Outbox {
  /** Takes the first waiting message of each target that is due; its later ones wait. */
  take(limit: number): Promise<Outgoing[]>;
  /** Writes down what became of it, with a notice to somebody where one is due. */
  settle(
    message: Outgoing,
    settlement: Settlement,
    notice?: { person: Person; title: string; body: string },
  ): Promise<void>;
  /** Where a card stands, if it was ever sent. */
  whereIs(
    cardKey: string,
    target: string,
  ): Promise<{ surface: string; ref: Record<string, string> } | undefined>;
  nextAt(): Promise<number | undefined>;
}
