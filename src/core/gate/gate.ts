// The one way a record changes, whoever changes it and from wherever: chat, import, API or a source.
// Each change is checked (shape, permission, contracts), stored, and leaves its provenance and an audit line.

import type { FieldValue, Via } from "../facts.ts";
import type { RecordKind, RecordTypes } from "../model.ts";
import type { Actor } from "../people/actor.ts";
import { createOrg, readOrg } from "../people/org.ts";
import type { ContractFiles } from "../pipeline/contracts/contracts-in-force.ts";
import type { Breach } from "../pipeline/contracts/find-breaches.ts";
import { queueWrites } from "../pipeline/write-back/going-out/queue-writes.ts";
import type { CrmPlan } from "../pipeline/write-back/mapping.ts";
import type { Unit } from "../ports.ts";
import { recordTables } from "../records/record-tables.ts";
import { startDebriefs } from "../strategy/debrief/start-debrief.ts";
import { announce } from "../webhooks/announce.ts";
import { eventsOf } from "../webhooks/record-events.ts";
import { checkPermission, type Rights } from "./check-permission.ts";
import { checkShape } from "./check-shape.ts";
import { findHolders } from "./held-by.ts";
import { type Keeper, openKeeper } from "./keep-contracts.ts";
import { recordProvenance } from "./provenance.ts";
import { type Books, type Restored, toDraft } from "./replace-records.ts";

/** One record, and the fields it is to have from now on. A new record has `create: true` and our id. */
export type Change<Kind extends RecordKind = RecordKind> = {
  [K in Kind]: {
    kind: K;
    id: string;
    create?: boolean;
    set: Partial<RecordTypes[K]>;
    /** As the source wrote it, where reading it changed or lost something. By field. */
    original?: Record<string, string>;
    /** What stands behind it; contracts know `{ kind, ref }` or a list of those (contracts/evidence.ts). */
    evidence?: unknown;
    /** Golden fields nobody knows yet, and until when: "not known until" then. */
    unknownUntil?: Record<string, number>;
  };
}[Kind];

export type ChangeBatch = {
  by: Actor;
  via: Via;
  /** Where the values come from: "chat", "crm:hubspot", a file's name. */
  source: string;
  changes: readonly Change[];
  reason?: string;
  status?: "stated" | "estimated" | "verified";
  batchId?: string;
  /** All or nothing: one refusal and none of the changes is made. By default the others of a batch are. */
  whole?: boolean;
};

/** Why one change was not made. */
export type Refusal = {
  index: number;
  code: "invalid" | "forbidden" | "missing" | "contract";
  field: string | null;
  /** For the operator; chat says its own sentence by `code`. */
  message: string;
  /** Everything of the data contracts that the change breaks, for `contract`. */
  breaches?: Breach[];
};

/** A change with the record before and as it would be after. */
export type Draft = {
  index: number;
  change: Change;
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown>;
  /** Fields whose value really differs. */
  fields: string[];
  /** What values of golden fields count as. */
  statuses?: Record<string, FieldValue["status"]>;
  /** Golden fields whose value somebody said again. */
  confirmed?: string[];
};

/** Looks at a draft before it is stored; returns why not, or nothing: what no contract can say plugs in here. */
export type ContractCheck = (
  draft: Draft,
  batch: ChangeBatch,
) => Omit<Refusal, "index"> | undefined;

export type Gate = {
  /** Applies what passes and says why the rest does not. Call it inside the use case's transaction. */
  apply(unit: Unit, batch: ChangeBatch): Promise<Refusal[]>;
  /**
   * Puts whole records back exactly as given, times of change included, and tells whoever was told of what is taken back.
   * Nothing is checked: the use case has asked for the right.
   */
  restore(unit: Unit, books: Books, rows: readonly Restored[]): Promise<void>;
};

export type GateOptions = {
  contracts?: readonly ContractCheck[];
  /** Where the data contracts are written; without them none is kept, and contributors own no field. */
  contractFiles?: Pick<ContractFiles, "latest">;
  /** The connected CRMs: what is confirmed here is written there. */
  crm?: readonly CrmPlan[];
};

export function createGate({ contracts = [], contractFiles, crm = [] }: GateOptions = {}): Gate {
  return {
    async apply(unit, batch) {
      const known = await readBefore(unit, batch.changes);
      const keeper = await openKeeper(unit, batch, { files: contractFiles, known });
      const rights = { ...(await readRights(unit, batch)), fieldOwner: keeper.fieldOwner };
      const judging = { known, rights, contracts, keeper, now: unit.now };
      const { drafts, refusals } = judgeAll(batch, judging);
      if (batch.whole === true && refusals.length > 0) return refusals;
      await store(unit, batch, { drafts, crm });
      await unit.drifts.put(...keeper.drifts);
      return refusals;
    },
    async restore(unit, books, rows) {
      const drafts = rows.map(toDraft);
      await store(unit, { ...books, changes: drafts.map(({ change }) => change) }, { drafts, crm });
    },
  };
}

type Judging = {
  known: Rows;
  rights: Rights;
  contracts: readonly ContractCheck[];
  keeper: Keeper;
  now: number;
};

function judgeAll(batch: ChangeBatch, judging: Judging): { drafts: Draft[]; refusals: Refusal[] } {
  const { known, now } = judging;
  const drafts: Draft[] = [];
  const refusals: Refusal[] = [];
  for (const [index, change] of batch.changes.entries()) {
    const shaped = checkShape(index, change, known.get(change.id), now);
    const judged = "code" in shaped ? shaped : judge(shaped, batch, judging);
    if ("code" in judged) {
      refusals.push(judged);
      continue;
    }
    drafts.push(judged);
    // A later change of the same record in this batch starts from this one.
    known.set(change.id, judged.after);
  }
  return { drafts, refusals };
}

function judge(draft: Draft, batch: ChangeBatch, judging: Judging): Draft | Refusal {
  const { rights, contracts, keeper } = judging;
  const judged =
    checkPermission(batch.by, draft, rights) ??
    checkContracts(contracts, draft, batch) ??
    keeper.keep(draft);
  return "code" in judged ? { ...judged, index: draft.index } : judged;
}

function checkContracts(contracts: readonly ContractCheck[], draft: Draft, batch: ChangeBatch) {
  for (const check of contracts) {
    const refusal = check(draft, batch);
    if (refusal) return refusal;
  }
  return undefined;
}

type Rows = Map<string, Record<string, unknown>>;

async function readBefore(unit: Unit, changes: readonly Change[]): Promise<Rows> {
  const rows: Rows = new Map();
  for (const [kind, table] of Object.entries(recordTables)) {
    const ids = changes
      .filter((change) => change.kind === kind && !change.create)
      .map((change) => change.id);
    if (ids.length === 0) continue;
    for (const row of await unit[table].find({ id: ids })) rows.set(row.id, row);
  }
  return rows;
}

/** What deciding about a person's right needs; nothing for actors whose rights do not depend on ownership. */
async function readRights(unit: Unit, batch: ChangeBatch): Promise<Pick<Rights, "org" | "heldBy">> {
  if (batch.by.kind !== "person") return { org: createOrg([], []), heldBy: new Map() };
  return {
    org: await readOrg(unit),
    heldBy: await findHolders(unit, batch.changes),
  };
}

async function store(
  unit: Unit,
  batch: ChangeBatch,
  { drafts, crm }: { drafts: Draft[]; crm: readonly CrmPlan[] },
): Promise<void> {
  for (const kind of Object.keys(recordTables) as RecordKind[]) {
    // The last draft of a record holds the earlier ones of this batch.
    const rows = new Map<string, unknown>();
    for (const draft of drafts) {
      if (draft.change.kind === kind) rows.set(draft.change.id, draft.after);
    }
    if (rows.size > 0)
      await unit.putRecords(kind, [...rows.values()] as RecordTypes[typeof kind][]);
  }
  const inCrm = await queueWrites(unit, batch, { drafts, plans: crm });
  await recordProvenance(unit, batch, { drafts, inCrm });
  startDebriefs(unit, batch, drafts);
  await announce(unit, eventsOf(batch, drafts));
}
