// `eval paths`: does the path so far tell declined from approved, how early, and better than simple things?
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";

type Flags = { data: string; approved?: string; declined?: string; json?: boolean };

/** Adds the words and options of `eval paths`. */
export function addPathsEval(parent: Command, terminal: Terminal): void {
  parent
    .command("paths")
    .description("telling lost cases from won ones by their path so far, against simple baselines")
    .option(
      "--data <file>",
      "an event log with case, event and time",
      "../shared/data/event_logs/bpi_2012_sample_15.csv",
    )
    .option("--approved <events>", "events that end a case well, by comma; known ones by default")
    .option("--declined <events>", "events that end it badly, by comma; known ones by default")
    .option("--json", "print one JSON object")
    .action((flags: Flags) => run(terminal, flags));
}

async function run(terminal: Terminal, { data, approved, declined, json }: Flags): Promise<void> {
  const { evaluatePaths, toNames } = await import("./evaluate.ts");
  const { toLine } = await import("./notes.ts");
  const report = await evaluatePaths({
    ...{ data, note: terminal.note },
    ...(approved === undefined ? {} : { approved: toNames(approved) }),
    ...(declined === undefined ? {} : { declined: toNames(declined) }),
  });
  if (json) return terminal.json(report);
  const { byEvents = [], byTime = [] } = report.split ?? {};
  for (const judged of [...byEvents, ...byTime]) terminal.print(toLine(judged));
  for (const note of report.notes) terminal.print(note);
}
