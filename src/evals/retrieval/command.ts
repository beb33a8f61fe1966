// `eval retrieval`: do a rep's words find what answers them, and where do they not?
import { type Command, Option } from "commander";
import type { Terminal } from "../../cli.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import type { EvaluateOptions, RetrievalReport } from "./evaluate.ts";
import { parts } from "./parts.ts";

/** Adds the words and options of `eval retrieval`. */
export function addRetrievalEval(parent: Command, terminal: Terminal): void {
  parent
    .command("retrieval")
    .description("finding the entry that answers: by words, by vectors, by both")
    .option("--data <dir>", "public sets of the same kinds", "../shared/data/retrieval")
    .option("--queries <file>", "other queries than the shipped, YAML or JSONL")
    .addOption(new Option("--only <part>", "one part of it").choices(parts))
    .option("--json", "print one JSON object")
    .action(async ({ json, ...options }: EvaluateOptions & { json?: boolean }) => {
      const { evaluateRetrieval } = await import("./evaluate.ts");
      const report = await evaluateRetrieval({ ...options, note: terminal.note });
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

/** A report as lines for a terminal. */
function toLines(report: RetrievalReport): string[] {
  const { shipped = {}, blind = {}, cmrc, banking77, stsb = {}, notes } = report;
  return [
    ...toShippedLines("shipped", shipped),
    ...toShippedLines("blind", blind),
    ...(cmrc ? [`cmrc: ${cmrc.questions} questions`, ...toRows(cmrc)] : []),
    ...(banking77 ? [`banking77: ${banking77.test} texts`, ...toRows(banking77)] : []),
    ...Object.entries(stsb).map(
      ([language, { bm25, vectors }]) =>
        `stsb ${language}: bm25 ${share(bm25)}, vectors ${share(vectors)}`,
    ),
    ...notes,
  ];
}

function toShippedLines(name: string, reports: NonNullable<RetrievalReport["shipped"]>): string[] {
  return Object.entries(reports).flatMap(([language, report]) => [
    `${name} ${language}: ${report.queries} queries, ${share(report.coverage.any)} with an answer in the library`,
    ...toRows(report),
    ...weakest(report.weak.tactics),
  ]);
}

type Figures = Partial<Record<string, Interval | string>>;
type Compared = { bm25: Figures; vectors: Figures; hybrid: Figures; difference: Figures };

function toRows({ bm25, vectors, hybrid, difference }: Compared): string[] {
  return Object.entries({ bm25, vectors, hybrid, difference }).map(([name, figures]) => {
    const said = Object.entries(figures).flatMap(([measure, figure]) =>
      figure && typeof figure !== "string" ? [`${measure} ${share(figure)}`] : [],
    );
    return `  ${name.padEnd(10)} ${said.join("  ")}`;
  });
}

type Weakest = { name: string; r3: Interval; failed: { query: string }[] }[];

function weakest(groups: Weakest): string[] {
  return groups
    .slice(0, 3)
    .map(
      ({ name, r3, failed }) => `  weak: ${name}, r3 ${share(r3)}, such as “${failed[0]?.query}”`,
    );
}

const share = ({ value, low, high }: Interval) =>
  `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
