// Rows into records: what is new is made, what is known is completed, through the gate.
import type { Refusal } from "../../../core/gate/gate.ts";
import type { RecordKind } from "../../../core/model.ts";
import { applyChanges, type RecordChange } from "./apply.ts";
import type { Pass } from "./context.ts";
import { type Compared, findNews, loadLastSaid } from "./differences.ts";
import type { Fields } from "./interpret.ts";
import { findKnown, type KnownRecord } from "./matching/known.ts";
import { personDefaults } from "./person-defaults.ts";

/** A row on its way into a record. */
export type Draft = {
  line: number;
  key: string;
  set: Fields;
  original: Record<string, string>;
};

export type Stored = { id: string; isNew: boolean } | { refusal: Refusal };

/** A draft and the record it goes into, where there is one. */
export type Work = {
  draft: Draft;
  known: KnownRecord | undefined;
  /** The record that has this row's key already, though it may be gone. */
  linkedId: string | undefined;
  change?: RecordChange;
};

export type UpsertOptions = {
  kind: RecordKind;
  drafts: readonly Draft[];
  /** Finds records for drafts that were never stored. */
  adopt: (strangers: readonly Draft[]) => Promise<Map<Draft, KnownRecord>>;
  /** Corrects drafts once it is known which records they go into. */
  settle?: (works: readonly Work[]) => Promise<void>;
};

/**
 * Stores each draft as its record: the one it was stored as before, else the one `adopt` finds for it, else a
 * new one. What is not news is not written.
 */
export async function upsert(pass: Pass, options: UpsertOptions): Promise<Map<Draft, Stored>> {
  const { kind, drafts, adopt, settle } = options;
  const { source } = pass.context;
  const keys = drafts.map(({ key }) => key);
  const known = await findKnown(pass.unit, { kind, source, keys });
  const adopted = await adopt(drafts.filter(({ key }) => !known.has(key)));
  const works = drafts.map((draft): Work => {
    const { id, current } = known.get(draft.key) ?? {};
    const record = id !== undefined && current ? { id, current } : adopted.get(draft);
    return { draft, linkedId: id, known: record };
  });
  await settle?.(works);
  await addChanges(pass, kind, works);
  const changes = works.flatMap(({ change }) => change ?? []);
  const refused = await applyChanges(pass, changes);
  const accepted = works.filter(({ change }) => !change || !refused.has(change));
  await linkRows(pass, kind, accepted);
  return new Map(works.map((work) => [work.draft, outcomeOf(work, refused)]));
}

async function addChanges(pass: Pass, kind: RecordKind, works: readonly Work[]): Promise<void> {
  const compared = new Map(works.map((work) => [work, compare(work)]));
  const old = [...compared.values()].filter((one) => one !== undefined);
  const last = await loadLastSaid(pass.unit, old, { kind, source: pass.context.source });
  for (const [work, one] of compared) {
    const { line, set, original } = work.draft;
    if (!one) {
      const id = work.linkedId ?? pass.unit.newId(kind);
      const defaults = kind === "person" ? personDefaults(pass.context.by) : {};
      const whole = { ...defaults, ...withoutUndefined(set) };
      work.change = { kind, id, isNew: true, set: whole, original, line };
      continue;
    }
    const news = findNews(one, last);
    if (Object.keys(news.set).length + Object.keys(news.original).length > 0) {
      work.change = { kind, id: one.id, isNew: false, line, ...news };
    }
  }
}

function compare({ draft, known }: Work): Compared | undefined {
  if (!known) return undefined;
  const set = withoutUndefined(draft.set);
  // No company is its own parent, and nobody their own manager.
  for (const field of ["parentId", "managerId"]) if (set[field] === known.id) set[field] = null;
  return { ...known, set, original: draft.original };
}

function withoutUndefined(set: Fields): Fields {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
}

function outcomeOf({ known, change }: Work, refused: Map<RecordChange, Refusal>): Stored {
  const refusal = change && refused.get(change);
  if (refusal) return { refusal };
  return { id: known?.id ?? change?.id ?? "", isNew: change?.isNew ?? false };
}

async function linkRows(
  { unit, context }: Pass,
  kind: RecordKind,
  works: readonly Work[],
): Promise<void> {
  const unlinked = works.filter(({ linkedId }) => linkedId === undefined);
  await unit.externalIds.put(
    ...unlinked.map(({ draft, known, change }) => ({
      id: unit.newId("externalId"),
      kind,
      recordId: known?.id ?? change?.id ?? "",
      source: context.source,
      externalId: draft.key,
      createdAt: unit.now,
    })),
  );
}
