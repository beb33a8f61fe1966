// `npm run evidence`: runs what measures the product, one after the other, and writes docs/evidence.md from what it printed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import type { Terminal } from "../../cli.ts";

const docs = (name: string) => fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));

export function addEvidence(program: Command, terminal: Terminal): void {
  program
    .command("evidence")
    .description("run the benchmarks and evaluations, and write docs/evidence.md from their JSON")
    .option("--only <name...>", 'only these, such as "eval pii"; the others keep their results')
    .option("--page", "run nothing: only write the page again")
    .option("--json", "print one JSON object")
    .action((flags: Flags) => runEvidence(terminal, flags));
}

type Flags = { only?: string[]; page?: boolean; json?: boolean };

async function runEvidence(
  { note, print, json: printJson }: Terminal,
  { only, page = false, json = false }: Flags,
): Promise<void> {
  const { subjects } = await import("./evidence/subjects.ts");
  const { mergeRecords, parseRecords, renderRecords } = await import("./evidence/record.ts");
  const { renderPage } = await import("./evidence/render-page.ts");
  const { runSubject } = await import("./evidence/run-subject.ts");
  const names = subjects.map(({ name }) => name);
  const unknown = (only ?? []).find((asked) => !names.some((name) => isCalled(name, asked)));
  if (unknown) throw new InvalidArgumentError(`--only takes ${names.join(", ")}; not ${unknown}`);
  const file = docs("evidence.jsonl");
  let records = existsSync(file) ? parseRecords(readFileSync(file, "utf8")) : [];
  const wanted = page
    ? []
    : subjects.filter(({ name }) => only?.some((asked) => isCalled(name, asked)) ?? true);
  const ran: string[] = [];
  for (const subject of wanted) {
    note(`${subject.name} …`);
    const record = await runSubject(subject, note);
    if (!record) continue;
    ran.push(subject.name);
    // After each, so that what was measured is kept whatever happens to the next.
    records = mergeRecords(records, [record]);
    writeFileSync(file, renderRecords(records));
  }
  writeFileSync(docs("evidence.md"), renderPage(subjects, records));
  if (json) printJson({ ran, kept: records.map(({ name, day }) => ({ name, day })) });
  else print(`docs/evidence.md: ${records.length} of ${subjects.length} measured.`);
}

/** "bench soak" is also called "soak"; a name that two have means both. */
const isCalled = (name: string, asked: string) => name === asked || name.endsWith(` ${asked}`);
