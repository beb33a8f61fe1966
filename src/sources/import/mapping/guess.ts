// A mapping nobody wrote: from the names of columns and from what stands in them.
import { fieldSpec, type ImportField } from "../../../core/importing/fields.ts";
import type { FileMapping, Target } from "../../../core/importing/mapping.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import { medianOf } from "../../../core/statistics/quantiles.ts";
import type { ColumnSurvey, Survey } from "../read/survey.ts";
import { parseAmount } from "../values/amount.ts";
import { type HeaderMatch, matchHeaders } from "./headers.ts";
import { sniffFields } from "./sniff.ts";

export type GuessOptions = {
  kind: ImportKind;
  survey: Survey;
  zone: string;
  /** References whose records may be made, because nothing else names them. */
  creates: readonly ImportField[];
};

/** Columns whose date order nothing in the file decides. */
export type Guess = { mapping: FileMapping; ambiguousDates: ColumnSurvey[] };

/** Guesses what the columns of a file become. The same file always gives the same guess. */
export function guessMapping(options: GuessOptions): Guess {
  const { kind, survey, zone } = options;
  const matches = dropFalseIds(kind, survey, matchHeaders(kind, survey.header));
  const known = [...matches, ...sniffFields(kind, survey, matches)];
  const columns: Record<string, Target[]> = {};
  for (const column of survey.header) {
    const match = known.find((each) => each.column === column && isMeant(kind, known, each));
    columns[column] = match ? [toTarget(match, known, options)] : [];
  }
  const ambiguousDates = survey.columns.filter(
    (each) => columns[each.column]?.some((target) => target.order) && isUndecided(each),
  );
  return { mapping: { kind, columns, zone }, ambiguousDates };
}

function toTarget(match: HeaderMatch, known: HeaderMatch[], options: GuessOptions): Target {
  const { kind, survey } = options;
  const { field, column } = match;
  const values = samplesOf(survey, column);
  const type = fieldSpec(kind, field)?.type;
  if (type === "date") return { field, ...orderOf(survey, column) };
  if (type === "money") return { field, ...unitOf(match, values), ...decimalOf(values) };
  return type === "reference" ? { field, ...referenceOf(match, known, options) } : { field };
}

/** Colleagues known only by a number are colleagues; companies have names. */
function referenceOf(match: HeaderMatch, known: HeaderMatch[], { creates }: GuessOptions) {
  const isName = !match.isId || (match.field === "owner" && isAlone(known, match));
  if (!isName) return { by: "id" as const };
  return creates.includes(match.field) ? { create: true } : {};
}

/** Two columns may fill one field when either may be empty or both say who is meant; else the best name is it. */
function isMeant(kind: ImportKind, known: HeaderMatch[], match: HeaderMatch): boolean {
  const spec = fieldSpec(kind, match.field);
  if (spec?.type === "reference" || spec?.type === "phone" || spec?.type === "email") return true;
  const same = known.filter(({ field }) => field === match.field);
  return same.sort((a, b) => a.rank - b.rank)[0] === match;
}

function isAlone(known: readonly HeaderMatch[], match: HeaderMatch): boolean {
  return known.every((each) => each === match || each.field !== match.field);
}

/**
 * An id that many rows share is none: each of its rows would overwrite the one before. Touches come twice when a source
 * replays, and are one.
 */
function dropFalseIds(
  kind: ImportKind,
  { columns }: Survey,
  matches: HeaderMatch[],
): HeaderMatch[] {
  const fewest = kind === "touches" ? 0.5 : 0.98;
  return matches.filter(({ field, column }) => {
    if (field !== "id") return true;
    const survey = columns.find((each) => each.column === column);
    return survey !== undefined && survey.filled > 0 && survey.different >= survey.filled * fewest;
  });
}

function samplesOf({ header, sample }: Pick<Survey, "header" | "sample">, column: string) {
  const index = header.indexOf(column);
  return sample.map(({ cells }) => cells[index]?.trim() ?? "").filter((cell) => cell !== "");
}

function orderOf({ columns }: Survey, column: string): Pick<Target, "order"> {
  const dates = columns.find((each) => each.column === column)?.dates;
  if (!dates || dates.dmy + dates.mdy + dates.either === 0) return {};
  return { order: dates.mdy > dates.dmy ? "mdy" : "dmy" };
}

function isUndecided({ dates }: ColumnSurvey): boolean {
  return dates.either > 0 && dates.dmy === 0 && dates.mdy === 0;
}

/** "金额（万元）" is in ten thousands; revenue is kept in millions, and written in full by most. */
function unitOf({ column, field }: HeaderMatch, values: string[]): Pick<Target, "scale"> {
  const header = column.normalize("NFKC");
  const inFull = /百万|million/i.test(header) ? 1e6 : 0;
  const unit = inFull || (/万/.test(header) ? 1e4 : 0) || (/亿/.test(header) ? 1e8 : 0);
  if (field !== "revenue") return unit ? { scale: unit } : {};
  if (unit) return { scale: unit / 1e6 };
  const amounts = values.map((value) => parseAmount(value)?.value ?? 0);
  return (medianOf(amounts) ?? 0) >= 100_000 ? { scale: 1e-6 } : {};
}

/** One value that can only be European ("1.234,56") settles the whole column. */
function decimalOf(values: string[]): Pick<Target, "decimal"> {
  const european = values.some((value) => /\d\.\d{3},\d|\d,\d{1,2}(\D|$)/.test(value));
  const english = values.some((value) => /\d,\d{3}\.\d|\d\.\d{1,2}(\D|$)/.test(value));
  return european && !english ? { decimal: "," } : {};
}
