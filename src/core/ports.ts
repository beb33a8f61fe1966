// What core needs from outside. Small and structural: only methods that are called.
import type { Card } from "./card.ts";
import type { NewId } from "./ids.ts";
import type { Assignment } from "./leads/assignment.ts";
import type {
  Absence,
  Account,
  ApiKey,
  Asset,
  Audit,
  Consent,
  Contact,
  Conversation,
  Deal,
  ExternalId,
  FieldValue,
  Identity,
  ImportBatch,
  Lead,
  LocalMessage,
  OwnerChange,
  Person,
  Product,
  RecordKind,
  RecordTypes,
  StageChange,
  Team,
  Touch,
  WeightVersion,
} from "./model.ts";

/** The present moment in UTC milliseconds. */
export type Clock = () => number;

/** A condition on one field: equal, one of, or a range. */
export type Match<Value> =
  | Value
  | readonly Value[]
  | { gt?: Value; gte?: Value; lt?: Value; lte?: Value };
export type Where<Row> = { [Field in keyof Row]?: Match<Row[Field]> };
export type FindOptions<Row> = {
  limit?: number;
  order?: { by: keyof Row & string; descending?: boolean };
};

export interface ReadTable<Row> {
  get(id: string): Promise<Row | undefined>;
  find(where: Where<Row>, options?: FindOptions<Row>): Promise<Row[]>;
  count(where: Where<Row>): Promise<number>;
}

export interface Table<Row extends { id: string }> extends ReadTable<Row> {
  /** Stores whole rows, new or replacing those of the same id, in one statement. */
  put(...rows: Row[]): Promise<void>;
  update(id: string, set: Partial<Row>): Promise<void>;
}

/** Records: readable anywhere, written only through the gate (src/core/gate). */
export interface RecordTables {
  teams: ReadTable<Team>;
  people: ReadTable<Person>;
  accounts: ReadTable<Account>;
  contacts: ReadTable<Contact>;
  products: ReadTable<Product>;
  leads: ReadTable<Lead>;
  deals: ReadTable<Deal>;
}

/** Facts around the records: each written by the use case that establishes it. */
export interface FactTypes {
  identities: Identity;
  absences: Absence;
  consents: Consent;
  audits: Audit;
  fieldValues: FieldValue;
  externalIds: ExternalId;
  ownerChanges: OwnerChange;
  stageChanges: StageChange;
  weightVersions: WeightVersion;
  assignments: Assignment;
  importBatches: ImportBatch;
  assets: Asset;
  apiKeys: ApiKey;
  localMessages: LocalMessage;
  conversations: Conversation;
}

/** Everything that can be read, as it was when the last write committed. */
export type Reader = RecordTables & { [Name in keyof FactTypes]: ReadTable<FactTypes[Name]> };

/** A message to a person. The card's key makes it idempotent and names it for later edits. */
export type Post = { to: string; card: Card };

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
  /** Runs `work` alone in one transaction. Nothing slow may happen inside: no network, no model. */
  write<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result>;
}

/** The append-only log of touches (data/events.db). */
export interface EventLog {
  /** Resolves when every touch is on disk; a touch whose id is known is counted as a duplicate. */
  append(touches: Touch[]): Promise<{ stored: number; duplicates: number }>;
  /** One customer's touches, oldest first by `at`, ties by id. */
  ofContacts(contactIds: string[], range?: { from?: number; to?: number }): Promise<Touch[]>;
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
}
