// `eval questions`: how well a rep's question finds what the embedded customer knows of it.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import type { QuestionsReport, Shares } from "./evaluate.ts";

/** Adds the words and options of `eval questions`. */
export function addQuestionsEval(parent: Command, terminal: Terminal): void {
  parent
    .command("questions")
    .description("what a customer without a model answers to questions in a rep's own words")
    .option("--file <file>", "questions as JSON lines; the shipped ones by default")
    .option("--json", "print one JSON object")
    .action(async ({ json, file }: { file?: string; json?: boolean }) => {
      const { evaluateQuestions } = await import("./evaluate.ts");
      const report = await evaluateQuestions(file);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toLines({ ours, baseline, byLang, split, fitted, inUse }: QuestionsReport): string[] {
  const parts = [
    ...Object.entries(byLang),
    ...Object.entries(split ?? {}).flatMap(([name, score]) => [
      [name, score] as const,
      ...Object.entries(score.byLang).map(([lang, own]) => [`${name} ${lang}`, own] as const),
    ]),
  ];
  return [
    toLine("all", ours),
    toLine("most words in common", baseline),
    ...parts.map(([name, score]) => toLine(name, score.ours)),
    `fitted ${JSON.stringify(fitted)}`,
    `in use ${JSON.stringify(inUse)}`,
  ];
}

function toLine(name: string, { questions, answered, passable, wrong, untold }: Shares): string {
  const shares = `answered ${answered}, passable ${passable}, wrong ${wrong}, untold ${untold}`;
  return `${name.padEnd(22)} ${questions} questions: ${shares}`;
}
