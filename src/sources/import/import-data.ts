// Files of other systems into records and touches. The same file again changes nothing; an edited row, only itself.
import { Refused } from "../../core/errors.ts";
import type { Gate } from "../../core/gate/gate.ts";
import type { Mapping } from "../../core/importing/mapping.ts";
import type {
  ImportCommand,
  ImportPreview,
  ImportProgress,
  ImportReport,
  MappingEdit,
} from "../../core/importing/model.ts";
import type { Actor } from "../../core/people/actor.ts";
import { actorId } from "../../core/people/actor.ts";
import { createOrg } from "../../core/people/org.ts";
import { may } from "../../core/people/permissions.ts";
import type { EventLog, Store, Unit } from "../../core/ports.ts";
import { importFiles } from "./import-files.ts";
import { mappingSchema } from "./mapping/schema.ts";
import { editPlan } from "./plan/edit-plan.ts";
import { type Plan, planImport } from "./plan/plan.ts";
import { toPreview } from "./plan/preview.ts";
import { createReport } from "./report.ts";

export type ImportOptions = {
  store: Store;
  gate: Gate;
  events: EventLog;
  by: Actor;
  /** Guessed when absent. */
  kind?: ImportCommand;
  /** A file, or a folder for `crm`. */
  from: string;
  /** Path of a mapping file, or the mapping of a preview. */
  mapping?: string | Mapping;
  /** Says whether to go on, or with what corrections. */
  confirm: (preview: ImportPreview) => Promise<boolean | MappingEdit>;
  progress?: (progress: ImportProgress) => void;
  /** Runs in the transaction of each batch of leads, with those created now that are new and nobody's. */
  onBatch?: (unit: Unit, batch: { leadIds: string[] }) => Promise<void> | void;
  /** The batch of an earlier preview, to be continued with the mapping that was shown. */
  batchId?: string;
};

/** Throws Refused, in one sentence with what to do, where a file cannot be imported or nobody confirmed. */
export async function importData(options: ImportOptions): Promise<ImportReport> {
  const { by, confirm, store } = options;
  refuseStrangers(by);
  const mapping = options.mapping ?? (await shownMapping(options));
  const guessed = await planImport({ ...options, mapping, read: store.read, zone: zoneOf(by) });
  const answer = await confirm(toPreview(guessed));
  if (answer === false) {
    throw new Refused("import_cancelled", "The import was cancelled; nothing was stored.");
  }
  const plan = answer === true ? guessed : editPlan(guessed, answer);
  const batchId = await startBatch(options, plan);
  try {
    const report = await run(options, plan, batchId);
    await finishBatch(store, report);
    return report;
  } catch (error) {
    await failBatch(store, batchId);
    throw error;
  }
}

export type PreviewOptions = Pick<ImportOptions, "store" | "by" | "kind" | "from" | "mapping">;

/** What an import would do; writes nothing. Throws Refused like importing. */
export async function previewImport(options: PreviewOptions): Promise<ImportPreview> {
  const { by, store } = options;
  refuseStrangers(by);
  return toPreview(await planImport({ ...options, read: store.read, zone: zoneOf(by) }));
}

function refuseStrangers(by: Actor): void {
  if (by.kind !== "person") return;
  if (may(by.person, "records.import", {}, createOrg([], []))) return;
  throw new Refused("forbidden", "Only managers and the operator may import files.");
}

/** What a person saw and confirmed, though a guess made today might differ. */
async function shownMapping({ store, batchId }: ImportOptions): Promise<Mapping | undefined> {
  const batch = batchId === undefined ? undefined : await store.read.importBatches.get(batchId);
  const parsed = mappingSchema.safeParse(batch?.mapping);
  return parsed.success ? parsed.data : undefined;
}

/** A person's own dates are of their own zone. */
function zoneOf(by: Actor): string {
  return by.kind === "person" ? by.person.timeZone : "UTC";
}

async function run(options: ImportOptions, plan: Plan, batchId: string): Promise<ImportReport> {
  const { store, gate, events, by, onBatch, progress = () => {} } = options;
  const report = createReport();
  for (const note of plan.notes) report.note(note);
  const earlier = await store.read.importBatches.find({});
  const others = new Set(earlier.map(({ source }) => source));
  const sources = [plan.source, ...[...others].filter((source) => source !== plan.source)];
  await importFiles(plan, {
    context: { store, gate, by, batchId, source: plan.source, sources, onBatch },
    events,
    report,
    progress,
  });
  return report.build(batchId);
}

async function startBatch({ store, by, batchId }: ImportOptions, plan: Plan): Promise<string> {
  return store.write(async (unit) => {
    const id = batchId ?? unit.newId("batch");
    await unit.importBatches.put({
      id,
      kind: plan.command,
      source: plan.source,
      actorId: actorId(by),
      state: "running",
      mapping: plan.mapping,
      counts: {},
      warnings: [],
      startedAt: unit.now,
      finishedAt: null,
    });
    return id;
  });
}

async function finishBatch(store: Store, report: ImportReport): Promise<void> {
  const { batchId, counts, warnings } = report;
  await store.write((unit) =>
    unit.importBatches.update(batchId, {
      state: "done",
      counts,
      warnings,
      finishedAt: unit.now,
    }),
  );
}

async function failBatch(store: Store, batchId: string): Promise<void> {
  await store.write((unit) =>
    unit.importBatches.update(batchId, { state: "failed", finishedAt: unit.now }),
  );
}
