// The evidence page: a section for each subject, with nothing in it but sentences of ours and numbers of its JSON.
import { type Figure, figuresAt, renderNumber } from "./figures.ts";
import type { EvidenceRecord } from "./record.ts";
import type { Subject } from "./subjects.ts";

const intro = `# Evidence

Written by \`npm run evidence\`: do not edit. Every number is the one at the named place of the JSON that the command
printed, in [evidence.jsonl](evidence.jsonl), to four digits; where an interval stands beside it, the command computed
it (its notes say how, and how sure), and where none does there is none. Run one again with
\`npm run evidence -- --only "eval pii"\`: the others keep their results and days.
`;

/** The page as Markdown; a subject without a result is said to be not run. */
export function renderPage(
  subjects: readonly Subject[],
  records: readonly EvidenceRecord[],
): string {
  const byName = new Map(records.map((one) => [one.name, one]));
  const sections = subjects.map((subject) => renderSection(subject, byName.get(subject.name)));
  const overview = subjects.map(({ name }) => overviewLine(name, byName.get(name)));
  const head = "| Measured | Day | Commit |\n| --- | --- | --- |";
  return [intro, [head, ...overview].join("\n"), "", ...sections].join("\n");
}

function overviewLine(name: string, record: EvidenceRecord | undefined): string {
  if (!record) return `| ${name} | not run | |`;
  const failed = record.exitCode === 0 ? "" : ", **promise broken**";
  return `| ${name} | ${record.day}${failed} | ${record.commit} |`;
}

function renderSection(subject: Subject, record: EvidenceRecord | undefined): string {
  const { name, what, against, doesNotShow } = subject;
  const lines = [
    `## ${name}`,
    "",
    what,
    "",
    `- Against: ${against}`,
    `- Does not show: ${doesNotShow}`,
  ];
  if (!record) return [...lines, "- Not run.", ""].join("\n");
  const { day, machine, commit, seconds } = record;
  return [
    ...lines,
    `- \`npm run -s ringside -- ${name} --json\`, ${day}, ${machine}, commit ${commit}, ${renderNumber(seconds)} s`,
    ...brokenOf(record),
    "",
    "| Figure | Value | Interval |",
    "| --- | ---: | --- |",
    ...subject.figures.flatMap((path) => figuresAt(record.result, path).map(renderRow)),
    "",
    ...notesOf(record),
    "",
  ].join("\n");
}

function renderRow({ path, value, low, high }: Figure): string {
  const interval =
    low === undefined || high === undefined ? "" : `${renderNumber(low)} to ${renderNumber(high)}`;
  return `| ${path.join(" › ")} | ${renderNumber(value)} | ${interval} |`;
}

function brokenOf({ exitCode }: EvidenceRecord): string[] {
  return exitCode === 0 ? [] : ["- **It failed: see `failures` in the JSON.**"];
}

function notesOf({ result: { notes } }: EvidenceRecord): string[] {
  const lines = Array.isArray(notes) ? notes.filter((one) => typeof one === "string") : [];
  return lines.map((line) => `> ${line}\n>`.replace(/\n>$/, "\n"));
}
