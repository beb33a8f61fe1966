// What an import came to, gathered batch by batch; nothing of a batch that did not commit.
import {
  type Counts,
  type ImportKind,
  type ImportReport,
  type ImportWarning,
  importKinds,
  type NoteParams,
  type Place,
  type Rejection,
  type RejectionCode,
  type WarningCode,
} from "../../core/importing/model.ts";
import { textsFor } from "../../core/text/texts.ts";

const maxRejections = 100;
const maxExamples = 3;

export type NoteAt = {
  code: WarningCode;
  file: string;
  line: number;
  column: string;
  value: string;
  params?: NoteParams;
  count?: number;
};

type RejectionAt = {
  code: RejectionCode;
  file: string;
  line: number;
  column: string | null;
  params: NoteParams;
};

export type ReportBuilder = {
  stored(kind: ImportKind, count: number): void;
  note(note: NoteAt): void;
  reject(rejection: RejectionAt): void;
  warnings(): ImportWarning[];
  build(batchId: string): ImportReport;
};

/** Counts what was stored, groups what was noted by code, file and column, and keeps the first rejections. */
export function createReport(): ReportBuilder {
  const counts = new Map<ImportKind, number>();
  const groups = new Map<string, ImportWarning>();
  const rejections: Rejection[] = [];
  let rejected = 0;

  const warnings = () => [...groups.values()].map(withMessage);
  return {
    stored(kind, count) {
      counts.set(kind, (counts.get(kind) ?? 0) + count);
    },
    note({ code, file, line, column, value, params = {}, count = 1 }) {
      const key = [code, file, column, JSON.stringify(params)].join("\u001f");
      const known = groups.get(key);
      const group: ImportWarning = known ?? {
        ...{ code, params: { ...params, file, column }, message: "" },
        ...{ count: 0, examples: [] },
      };
      group.count += count;
      addExample(group.examples, { file, line, column, value });
      groups.set(key, group);
    },
    reject({ code, file, line, column, params }) {
      rejected += 1;
      if (rejections.length >= maxRejections) return;
      const reason = textsFor("en").importing.rejections[code](params);
      rejections.push({ file, line, column, reason, code, params });
    },
    warnings,
    build: (batchId) => ({
      counts: inOrder(counts),
      rejected,
      rejections,
      warnings: warnings(),
      batchId,
    }),
  };
}

/** The first three that differ: the same value a thousand times says no more than once. */
function addExample(examples: Place[], place: Place): void {
  if (examples.length >= maxExamples || place.value === "") return;
  if (!examples.some(({ value }) => value === place.value)) examples.push(place);
}

function withMessage(warning: ImportWarning): ImportWarning {
  const { code, params, count, examples } = warning;
  const told = { ...params, file: String(params.file), count, example: examples[0]?.value ?? "" };
  return { ...warning, message: textsFor("en").importing.warnings[code](told) };
}

function inOrder(counts: ReadonlyMap<ImportKind, number>): Counts {
  const present = importKinds.filter((kind) => counts.has(kind));
  return Object.fromEntries(present.map((kind) => [kind, counts.get(kind)]));
}
