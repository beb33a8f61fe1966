// Files of another system as cases to back-test on: read as the import reads them, and stored nowhere.
import { Refused } from "../../../core/errors.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import type { Case } from "../../../core/leads/backtest/history.ts";
import { type PlannedFile, planImport } from "../plan/plan.ts";
import { readRows } from "../read/rows.ts";
import { type Interpreted, interpretRow } from "../records/interpret.ts";
import { createBooks } from "./books.ts";
import { toCase } from "./to-case.ts";

export type HistoryOptions = { from: string; mapping?: string | undefined };

export type History = {
  cases: Case[];
  kind: "leads" | "deals";
  /** Name of a known or given mapping; null where columns were guessed. */
  mapping: string | null;
  files: string[];
  /** How columns were taken, for people to check a guess. */
  columns: Record<string, string>;
  /** Columns nobody said anything about, or that could hold what was known only later. */
  unusedColumns: string[];
};

/** Nothing is known before: every reference is to what the files themselves say. */
const nothing = { people: { find: async () => [] }, importBatches: { find: async () => [] } };

/** Reads a file or a folder. Throws Refused, in one sentence, where it is no history of leads or deals. */
export async function readHistory({ from, mapping }: HistoryOptions): Promise<History> {
  const plan = await planImport({ read: nothing, from, mapping, zone: "UTC" });
  const books = createBooks();
  const candidates: { planned: PlannedFile; rows: Interpreted[] }[] = [];
  for (const planned of plan.files) {
    const rows = await interpretFile(planned);
    if (isHistory(planned.mapping.kind)) candidates.push({ planned, rows });
    else books.add(planned.mapping.kind, rows);
  }
  const read = candidates.map(({ planned, rows }) => {
    const kind = planned.mapping.kind as History["kind"];
    return { planned, kind, cases: rows.map((row) => toCase(row, kind, books)) };
  });
  const decided = (cases: readonly Case[]) =>
    cases.filter(({ won, repId }) => won !== null && repId !== null).length;
  const best = read.sort((a, b) => decided(b.cases) - decided(a.cases))[0];
  if (!best) throw noHistory(plan.files);
  refuseUseless(best.cases, best.planned);
  const used = best.planned.compiled.columns;
  return {
    cases: best.cases,
    kind: best.kind,
    mapping: plan.mapping.name,
    files: plan.files.map(({ file }) => file.name),
    columns: Object.fromEntries(used.map(({ column, field }) => [column, field])),
    unusedColumns: best.planned.compiled.unmapped.map(({ column }) => column),
  };
}

const isHistory = (kind: ImportKind) => kind === "leads" || kind === "deals";

/** Rows that are no record of their kind, or are there twice, count once or not at all. */
async function interpretFile({ file, survey, compiled }: PlannedFile): Promise<Interpreted[]> {
  const rows = new Map<string, Interpreted>();
  let number = 0;
  for await (const row of readRows(file, survey.header)) {
    number += 1;
    const key = `row ${number}`;
    const read = interpretRow(compiled, row, (_cells, { id }) => ({
      key: id ?? key,
      isDuplicate: false,
      isRepeated: false,
    }));
    if (!("rejected" in read)) rows.set(read.key, read);
  }
  return [...rows.values()];
}

function noHistory(files: readonly PlannedFile[]): Refused {
  const found = files.map(({ file, mapping }) => `${file.name} (${mapping.kind})`).join(", ");
  return new Refused(
    "no_history",
    `A back-test needs leads or deals with who worked them and how they ended; found only ${found}: name such a file, or say what its columns are with --mapping.`,
  );
}

/** What no verdict could be made of: somebody has to say which column it is. */
function refuseUseless(cases: readonly Case[], { file, survey }: PlannedFile): void {
  const lacks: { code: string; what: string; has: (each: Case) => boolean }[] = [
    {
      code: "no_outcomes",
      what: "how a lead or deal ended (won or lost)",
      has: ({ won }) => won !== null,
    },
    { code: "no_reps", what: "who worked a lead or deal", has: ({ repId }) => repId !== null },
    { code: "no_dates", what: "when a lead or deal began", has: ({ at }) => at !== null },
  ];
  const lacking = lacks.find(({ has }) => !cases.some(has));
  if (!lacking) return;
  throw new Refused(
    lacking.code,
    `${file.name} does not say ${lacking.what}, as far as its columns are understood (${survey.header.slice(0, 12).join(", ")}): name the column in a mapping (--mapping FILE), with its words under "values" where they are unusual.`,
    { file: file.name },
  );
}
