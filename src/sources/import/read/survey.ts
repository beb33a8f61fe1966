// One look through a whole file before anything is written: can every row be read, how many are there, and what
// do the columns hold.
import { Refused } from "../../../core/errors.ts";
import { digestOf } from "../records/matching/digest.ts";
import { createOccurrences, type Occurrences } from "../records/matching/occurrences.ts";
import { orderEvidence } from "../values/date.ts";
import { readHeader, readRows } from "./rows.ts";
import type { SourceFile } from "./source-file.ts";

export type ColumnSurvey = {
  column: string;
  /** Cells that are not empty. */
  filled: number;
  /** How many dates say that the day, or the month, comes first, and how many say neither. */
  dates: { dmy: number; mdy: number; either: number };
  /** Different values; counted only for columns that may be an id. */
  different: number;
};

export type Survey = {
  header: string[];
  rows: number;
  columns: ColumnSurvey[];
  /** The first rows, for guessing and showing. */
  sample: { line: number; cells: string[] }[];
};

const sampleSize = 500;

/** Throws Refused where the file has no rows or cannot be read to its end. */
export async function surveyFile(file: SourceFile): Promise<Survey> {
  const header = await readHeader(file);
  const columns = header.map(startColumn);
  const survey: Survey = {
    header,
    rows: 0,
    columns: columns.map(({ survey }) => survey),
    sample: [],
  };
  for await (const { line, cells, problem } of readRows(file, header)) {
    survey.rows += 1;
    if (problem) continue;
    if (survey.sample.length < sampleSize) survey.sample.push({ line, cells });
    for (const [index, column] of columns.entries()) column.look(cells[index] ?? "");
  }
  if (survey.rows === 0) {
    throw new Refused(
      "no_rows",
      `${file.name} has a header and no rows below it: there is nothing to import.`,
      { file: file.name },
    );
  }
  return survey;
}

function startColumn(column: string) {
  const survey: ColumnSurvey = {
    column,
    filled: 0,
    dates: { dmy: 0, mdy: 0, either: 0 },
    different: 0,
  };
  const seen = /id\b|id$|no\.?$|code|number|sku|号|码/i.test(column)
    ? createOccurrences()
    : undefined;
  return {
    survey,
    look(cell: string): void {
      if (cell.trim() === "") return;
      survey.filled += 1;
      if (seen) countDifferent(survey, seen, cell);
      // Only what begins with a digit can be such a date.
      const first = cell.trimStart().charCodeAt(0);
      const evidence = first >= 48 && first <= 57 ? orderEvidence(cell) : undefined;
      if (evidence) survey.dates[evidence] += 1;
    },
  };
}

function countDifferent(survey: ColumnSurvey, seen: Occurrences, cell: string): void {
  if (seen.count(digestOf(cell.trim())) === 1) survey.different += 1;
}
