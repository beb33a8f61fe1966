// An import on a terminal: what it would do, how far it is, what it did.
import type { ImportPreview, ImportProgress, ImportReport } from "../../core/importing/model.ts";

/** A preview as lines for a terminal. */
export function toLines({ files }: ImportPreview): string[] {
  return files.flatMap(({ file, kind, rows, columns, sample }) => [
    `${file}: ${rows} rows as ${kind}`,
    ...columns.map(({ column, field, examples }) => {
      const example = examples[0] ? `   such as "${examples[0]}"` : "";
      return `  ${column} → ${field ?? "(left out)"}${example}`;
    }),
    ...sample.slice(0, 10).map(({ line, values, rejected }) => {
      const shown = Object.entries(values).map(([field, value]) => `${field}: ${value}`);
      return `  line ${line}: ${rejected ?? shown.join(", ")}`;
    }),
  ]);
}

/** One line that is rewritten in place. */
export function createProgressBar(write: (text: string) => void): (line: unknown) => void {
  const width = 30;
  return (line) => {
    const { file, done, total } = line as ImportProgress;
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const filled = "█".repeat(Math.round(share * width)).padEnd(width, "░");
    write(`\r${filled} ${Math.round(share * 100)} % ${file}${share === 1 ? "\n" : "  "}`);
  };
}

/** The result of an import as its one JSON object. */
export function toJson({ counts, rejected, rejections, warnings }: ImportReport): object {
  return { ...counts, rejected, warnings, ...(rejected > 0 ? { rejections } : {}) };
}

/** The result of an import as lines for a terminal. */
export function toSummary({ counts, rejected, rejections, warnings }: ImportReport): string[] {
  const stored = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  return [
    `Stored: ${stored.join(", ") || "nothing"}. Rejected: ${rejected}.`,
    ...rejections.map(({ file, line, column, reason }) => {
      const where = column ? `${file}, line ${line}, column ${column}` : `${file}, line ${line}`;
      return `  ${where}: ${reason}`;
    }),
    ...warnings.map(({ message }) => `  ${message}`),
  ];
}
