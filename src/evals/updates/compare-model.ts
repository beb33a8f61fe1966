// A connected model against our reader on the same cases, field by field, and how often the two agree.
import { createCalendar } from "../../calendar.ts";
import { localTime } from "../../core/people/working-time.ts";
import { readUpdate } from "../../core/pipeline/reading/read-update.ts";
import type { Understood } from "../../core/pipeline/reading/understood.ts";
import { compareReadings } from "../../core/pipeline/updates/second/compare-readings.ts";
import { type Grounded, groundReading } from "../../core/pipeline/updates/second/model-reading.ts";
import { type ReadAlong, toQuestion } from "../../core/pipeline/updates/second/reader.ts";
import { languageOf } from "../../core/training/moves/text.ts";
import { readCases } from "../json-lines.ts";
import { type Judged, type Rates, toRates } from "../rates.ts";
import { type UpdateCase, updateLine } from "./cases.ts";
import { readSplit } from "./evaluate.ts";
import { compareValues, type Values } from "./score.ts";

/** How often each kind of thing happened to a field that either side says something of. */
export type Agreement = { agreed: number; differs: number; onlyReader: number; onlyModel: number };

export type ModelReport = {
  model: ReadAlong["endpoint"];
  cases: number;
  /** Cases the model gave no reading of, by why. */
  failures: Record<string, number>;
  /** Over the cases that both read; the deal is left out: in a talk it is known. */
  reader: Rates;
  reads: Rates;
  /** What both say the same, against what was expected. */
  bothSay: Rates;
  agreement: Agreement;
  byField: Record<string, { reader: Rates; reads: Rates } & Agreement>;
};

/** Questions that are under way at once. */
const atOnce = 4;

type Read = { each: UpdateCase; ours: Grounded; theirs: Grounded };
type Row = { field: string; ours: Judged; theirs: Judged; both: Judged; kind: keyof Agreement };

/** Asks the model about every case of a file, by default of the held-out ones. */
export async function compareWithModel(readAlong: ReadAlong, file?: string): Promise<ModelReport> {
  const cases = file ? await readCases(file, updateLine) : await readSplit("heldOut");
  const failures: Record<string, number> = {};
  const read: Read[] = [];
  const left = [...cases];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const one = await readBoth(readAlong, next);
      if ("failure" in one) failures[one.failure] = (failures[one.failure] ?? 0) + 1;
      else read.push(one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const rows = read.flatMap(toRows);
  const fields = [...new Set(rows.map(({ field }) => field))].sort();
  return {
    ...{ model: readAlong.endpoint, cases: cases.length, failures },
    ...summary(rows),
    bothSay: toRates(rows.map(({ both }) => both)),
    agreement: countKinds(rows),
    byField: Object.fromEntries(
      fields.map((field) => {
        const own = rows.filter((row) => row.field === field);
        return [field, { ...summary(own), ...countKinds(own) }];
      }),
    ),
  };
}

async function readBoth(
  readAlong: ReadAlong,
  each: UpdateCase,
): Promise<Read | { failure: string }> {
  const { text, now, timeZone, deals, recentDealId } = each;
  const { question } = toQuestion({ text, now, timeZone, deals });
  const answered = await readAlong.read(question, languageOf(text));
  if ("failure" in answered) return answered;
  const today = localTime(now, timeZone).day;
  const workdays = createCalendar();
  return {
    each,
    ours: toGrounded(readUpdate(text, { now, timeZone, deals, workdays, recentDealId })),
    theirs: groundReading(answered.reading, { text, today }),
  };
}

/** Our reading without its deal. */
function toGrounded({ facts }: Understood): Grounded {
  const found = Object.entries(facts);
  return {
    values: Object.fromEntries(found.map(([field, { value }]) => [field, value])),
    words: Object.fromEntries(found.map(([field, { words }]) => [field, words])),
  };
}

/** One row for each field that anybody says something of. */
function toRows({ each, ours, theirs }: Read): Row[] {
  const { dealId: _known, ...expected } = each.expected;
  const { agreed } = compareReadings(ours, theirs);
  const both: Values = Object.fromEntries(agreed.map((field) => [field, ours.values[field]]));
  const all = { ...expected, ...ours.values, ...theirs.values };
  return Object.keys(all).map((field) => {
    const judge = (values: Values): Judged => {
      const [judged] = compareValues(pick(expected, field), pick(values, field));
      return judged ?? { said: false, expected: false, hit: false };
    };
    const sides = { ours: judge(ours.values), theirs: judge(theirs.values), both: judge(both) };
    return { field, ...sides, kind: kindOf(sides) };
  });
}

const pick = (values: Values, field: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name === field));

function kindOf({ ours, theirs, both }: Record<"ours" | "theirs" | "both", Judged>) {
  if (both.said) return "agreed" as const;
  if (ours.said) return theirs.said ? ("differs" as const) : ("onlyReader" as const);
  return theirs.said ? ("onlyModel" as const) : ("agreed" as const);
}

function summary(rows: readonly Row[]): { reader: Rates; reads: Rates } {
  return {
    reader: toRates(rows.map(({ ours }) => ours)),
    reads: toRates(rows.map(({ theirs }) => theirs)),
  };
}

/** Fields of which neither says anything are no agreement. */
function countKinds(rows: readonly Row[]): Agreement {
  const said = rows.filter(({ ours, theirs }) => ours.said || theirs.said);
  const count = (kind: keyof Agreement) => said.filter((row) => row.kind === kind).length;
  return {
    ...{ agreed: count("agreed"), differs: count("differs") },
    ...{ onlyReader: count("onlyReader"), onlyModel: count("onlyModel") },
  };
}
