// The files of a plan, one after another, in batches; a second time where rows refer to later ones.
import type { ImportProgress } from "../../core/importing/model.ts";
import type { EventLog } from "../../core/ports.ts";
import type { Plan, PlannedFile } from "./plan/plan.ts";
import { type Row, readRows } from "./read/rows.ts";
import { createTally, type ImportContext, type Pass, type Tally } from "./records/context.ts";
import { type Interpreted, interpretRow, type Rejected } from "./records/interpret.ts";
import { createKeyMaker } from "./records/matching/keys.ts";
import { createOccurrences, type Occurrences } from "./records/matching/occurrences.ts";
import { ownKindOf } from "./records/own-kind.ts";
import { writeRecords } from "./records/write-records.ts";
import { appendTouches, toTouches } from "./records/write-touches.ts";
import type { ReportBuilder } from "./report.ts";

export type Importing = {
  context: ImportContext;
  events: EventLog;
  report: ReportBuilder;
  progress: (progress: ImportProgress) => void;
};

/** Rows per transaction: long enough to be fast, short enough that chat can write in between. */
const batchSize = 500;

export async function importFiles(plan: Plan, importing: Importing): Promise<void> {
  for (const kind of new Set(plan.files.map(({ mapping }) => mapping.kind))) {
    const files = plan.files.filter(({ mapping }) => mapping.kind === kind);
    importing.report.stored(kind, 0);
    const ids = createOccurrences();
    let isPending = false;
    for (const file of files) {
      const tallies = await importFile(file, { ...importing, ids, isLast: false });
      isPending = tallies.isPending || isPending;
    }
    if (isPending) await importAgain(files, importing);
  }
}

/** Rows of the same kind that were not there yet the first time are now. */
async function importAgain(files: PlannedFile[], importing: Importing): Promise<void> {
  const ids = createOccurrences();
  for (const file of files) await importFile(file, { ...importing, ids, isLast: true });
}

type Run = Importing & { ids: Occurrences; isLast: boolean };

async function importFile(planned: PlannedFile, run: Run): Promise<{ isPending: boolean }> {
  const { file, survey, compiled } = planned;
  const { isLast, progress } = run;
  const keyOf = createKeyMaker(compiled, run.ids);
  let isPending = false;
  let done = 0;
  for await (const batch of inBatches(readRows(file, survey.header))) {
    const rows = batch.map((row) => interpretRow(compiled, row, keyOf));
    const tally = await writeBatch(
      planned,
      run,
      rows.filter(isReadable).filter(needsPass(planned, run)),
    );
    isPending ||= tally.isPending;
    report(planned, run, { tally, unreadable: rows.filter(isRejected) });
    done += batch.length;
    if (!isLast) progress({ file: file.name, kind: compiled.kind, done, total: survey.rows });
  }
  return { isPending };
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const isRejected = (row: Interpreted | Rejected): row is Rejected => "rejected" in row;
const isReadable = (row: Interpreted | Rejected): row is Interpreted => !isRejected(row);

/** The second time only rows that refer to others of their kind have news. */
function needsPass({ compiled }: PlannedFile, { isLast }: Run): (row: Interpreted) => boolean {
  const own = ownKindOf(compiled);
  return ({ wanted }) => !isLast || wanted.some(({ to }) => to === own);
}

async function writeBatch(
  { compiled }: PlannedFile,
  { context, events, isLast }: Run,
  rows: Interpreted[],
): Promise<Tally> {
  const tally = createTally();
  if (rows.length === 0) return tally;
  const kind = ownKindOf(compiled);
  const passOf = (unit: Pass["unit"]): Pass => ({ context, file: compiled, unit, isLast, tally });
  const fresh = rows.filter((row) => isFirst(tally, row));
  if (kind) {
    await context.store.write((unit) => writeRecords(passOf(unit), kind, fresh));
    return tally;
  }
  const touches = await context.store.write((unit) => toTouches(passOf(unit), fresh));
  tally.stored += await appendTouches(events, touches);
  return tally;
}

/** The same id again: the first row counts, and the others are told. An equal lead is taken, and told. */
function isFirst(tally: Tally, { isDuplicate, isRepeated, line, raw }: Interpreted): boolean {
  if (isDuplicate) {
    tally.notes.push({ code: "duplicate_id", column: "", value: raw.id ?? "", line });
  }
  if (isRepeated) {
    const value = raw.email ?? raw.phone ?? "";
    tally.notes.push({ code: "duplicate_row", column: "", value, line });
  }
  return !isDuplicate;
}

type Outcome = { tally: Tally; unreadable: Rejected[] };

function report(
  planned: PlannedFile,
  { report, isLast }: Run,
  { tally, unreadable }: Outcome,
): void {
  const { kind, name: file } = planned.compiled;
  for (const note of tally.notes) {
    if (isOfPass(planned, isLast, note)) report.note({ ...note, file });
  }
  // The second time the same rows go over the same ground.
  if (isLast) return;
  report.stored(kind, tally.stored);
  for (const { line, rejected } of unreadable) report.reject({ ...rejected, line, file });
  for (const rejection of tally.rejections) report.reject({ ...rejection, file });
}

/** What rows of one kind say about each other is known the second time; everything else was told the first. */
function isOfPass(
  { compiled }: PlannedFile,
  isLast: boolean,
  note: Tally["notes"][number],
): boolean {
  if (!isLast || note.code === "promoted_by_reference") return true;
  return note.params?.to !== undefined && note.params.to === ownKindOf(compiled);
}
