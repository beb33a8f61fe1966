// A plan as people see it: the columns, ten rows as they would be stored, and what is left out.
import { DateTime } from "luxon";
import type {
  ColumnPreview,
  FilePreview,
  ImportPreview,
  RowPreview,
} from "../../../core/importing/model.ts";
import { textsFor } from "../../../core/text/texts.ts";
import type { CompiledColumn } from "../mapping/compile.ts";
import { interpretRow } from "../records/interpret.ts";
import { createReport } from "../report.ts";
import type { Plan, PlannedFile } from "./plan.ts";

const rowsShown = 10;
const examplesShown = 3;

export function toPreview(plan: Plan): ImportPreview {
  const report = createReport();
  for (const note of plan.notes) report.note(note);
  return {
    command: plan.command,
    source: plan.source,
    files: plan.files.map(previewFile),
    warnings: report.warnings(),
    mapping: plan.mapping,
  };
}

function previewFile(planned: PlannedFile): FilePreview {
  const { file, survey, mapping, compiled } = planned;
  return {
    file: file.name,
    kind: mapping.kind,
    rows: survey.rows,
    columns: survey.header.map((column, index) => previewColumn(planned, { column, index })),
    unmapped: compiled.unmapped.map(({ column }) => column),
    sample: survey.sample.slice(0, rowsShown).map((row) => previewRow(planned, row)),
  };
}

function previewColumn(
  { survey, mapping }: PlannedFile,
  { column, index }: { column: string; index: number },
): ColumnPreview {
  const values = survey.sample.map(({ cells }) => cells[index]?.trim() ?? "");
  const examples = [...new Set(values.filter((value) => value !== ""))].slice(0, examplesShown);
  // A column that is also the id is shown as what it says.
  const targets = mapping.columns[column] ?? [];
  const target = targets.find(({ field }) => field !== "id") ?? targets[0];
  return { column, field: target?.field ?? null, examples };
}

function previewRow(
  { compiled, mapping }: PlannedFile,
  row: { line: number; cells: string[] },
): RowPreview {
  const noKey = { key: "", isDuplicate: false, isRepeated: false };
  const read = interpretRow(compiled, row, () => noKey);
  if ("rejected" in read) {
    const { code, params } = read.rejected;
    const rejected = textsFor("en").importing.rejections[code](params);
    return { line: row.line, values: {}, rejected };
  }
  const values: Record<string, string> = {};
  for (const column of compiled.columns) {
    const place = column.spec.part ? read[column.spec.part] : read.set;
    const value = isAside(column) ? read.raw[column.field] : place[column.record];
    values[column.field] ??= say(value, column, mapping.zone ?? "UTC");
  }
  return { line: row.line, values, rejected: null };
}

/** Ids, halves of names and references are shown as they were written. */
function isAside({ spec }: CompiledColumn): boolean {
  return spec.record === null || spec.to !== undefined;
}

function say(value: unknown, { spec }: CompiledColumn, zone: string): string {
  if (value === null || value === undefined) return "";
  if (spec.type === "date" && typeof value === "number") {
    const at = DateTime.fromMillis(value, { zone });
    const isDay = at.startOf("day").toMillis() === value;
    return at.toFormat(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm");
  }
  return Array.isArray(value) ? value.join(", ") : String(value);
}
