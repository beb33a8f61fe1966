// What privacy is shown and kept with: the store's view of one person, and where words may go.
import type { CompanySources } from "../../pipeline/checks/company/ports.ts";
import type { LicenceReader } from "../../pipeline/checks/licence/licence.ts";
import type { AssetStore, Clock, Speech, Store } from "../../ports.ts";
import type { Embedder } from "../../training/embedder.ts";
import type { ModelEndpoint } from "../../training/model-leaving.ts";
import type { Forgotten } from "./forgotten.ts";
import type { KeptCounts, KeptKind, Retention, RetentionGroup } from "./kept.ts";

/** Everything of one person, wherever it lies (src/store/personal/personal-data.ts). */
export interface PersonalData {
  counts(personId: string): Promise<KeptCounts>;
  /** The rows themselves, readable: times in words, documents as objects. */
  read(personId: string): Promise<Partial<Record<KeptKind, object[]>>>;
  /**
   * Deletes what there was up to a moment; again it finds nothing. `left`: what is still on its way in or out, for
   * another time. `isLeaving`: the person as well, but for their row, and their name in what others were told.
   */
  erase(what: Erasing): Promise<{ erased: KeptCounts; left: number }>;
  /** Deletes how a customer was called and where values came from, and takes their names out of every sentence. */
  eraseContact(whose: ErasingContact): Promise<void>;
  /**
   * Keeps that somebody was forgotten where no backup holds it, on the disk when it resolves: ids, and of visitors,
   * whose ids may be addresses, hashes. Called before anything is deleted.
   */
  noteForgotten(one: Forgotten & { visitorIds?: string[] }): Promise<void>;
  /** Deletes what happened before these moments; tells whose evidence went. */
  expire(before: Record<RetentionGroup, number>): Promise<{ rows: number; personIds: string[] }>;
  /** Files from before a moment that no record rests on, by id. */
  oldFiles(before: number): Promise<string[]>;
  /** Makes the disk forget too: rewrites the file and empties its log. Throws RetryLater while somebody reads. */
  compact(): Promise<void>;
}

export type Erasing = { personId: string; to: number; leaving?: { names: string[]; as: string } };

export type ErasingContact = {
  /** Their own, and those of contacts merged into theirs. */
  contactIds: string[];
  visitorIds: string[];
  names: string[];
  as: string;
};

/** Where words may go from here; undefined: nowhere. */
export type Endpoints = {
  speech?: Speech;
  embedder?: Embedder;
  modelEndpoint?: ModelEndpoint;
  licences?: Pick<LicenceReader, "endpoint">;
  company?: Pick<CompanySources, "names" | "registers">;
};

export type PrivacyServices = Endpoints & {
  store: Store;
  clock: Clock;
  assets: AssetStore;
  personal: PersonalData;
  retention: Retention;
};
