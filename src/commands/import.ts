// `import <kind> --from PATH`: looked at first, confirmed where columns were guessed, then run by whoever owns the data.
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { Refused } from "../core/errors.ts";
import type { ImportCommand, ImportPreview, ImportReport } from "../core/importing/model.ts";
import { toLines } from "./import/import-lines.ts";
import type { RunOptions } from "./write/run-write.ts";
import { runWrite } from "./write/run-write.ts";

export type ImportCommandOptions = RunOptions & {
  kind: ImportCommand;
  from: string;
  mapping?: string;
  /** Take guessed columns without asking. */
  yes: boolean;
  /** Asks a person on the terminal; undefined when nobody is there to ask. */
  ask: ((preview: ImportPreview) => Promise<boolean>) | undefined;
};

/** Previews, asks where anything was guessed, imports. */
export async function runImport(options: ImportCommandOptions): Promise<ImportReport> {
  const { kind, from, mapping, yes, ask } = options;
  const args = { kind, from: resolve(from), ...(mapping ? { mapping: resolve(mapping) } : {}) };
  const preview = (await runWrite({ command: "import.preview", args }, options)) as ImportPreview;
  if (!mapping && isGuess(preview) && !yes) {
    if (!ask) throw new Refused("confirm_needed", unconfirmed(preview));
    if (!(await ask(preview))) throw new Refused("import_cancelled", "Nothing was imported.");
  }
  return (await runWrite({ command: "import.run", args }, options)) as ImportReport;
}

/** A known mapping has a name of its own; a guess goes by its kind. Touches that name every field as we do are no guess. */
function isGuess({ source, command, files }: ImportPreview): boolean {
  const isOurs = files.every(({ columns }) =>
    columns.every(({ column, field }) => column === field),
  );
  return source === `import:${command}` && !(command === "touches" && isOurs);
}

function unconfirmed(preview: ImportPreview): string {
  return `The columns were guessed:\n${toLines(preview).join("\n")}\nRun it again with --yes to take them so, or with --mapping FILE.`;
}

/** Shows a preview and waits for a yes. */
export function createAsk(
  note: (line: string) => void,
): (preview: ImportPreview) => Promise<boolean> {
  return async (preview) => {
    for (const line of toLines(preview)) note(line);
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await terminal.question("Import it so? [y/N] ");
    terminal.close();
    return /^(y|yes|是|好)$/i.test(answer.trim());
  };
}
