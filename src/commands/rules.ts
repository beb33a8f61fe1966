// `rules check`: what is wrong with rule files, where, and what to do about it. `rules test`: every match they have in
// a file of touches. Neither changes anything.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";

/** Adds the words and options of `rules`. */
export function addRules(program: Command, terminal: Terminal): void {
  const rules = program
    .command("rules")
    .description("chains: what customers do, and what to do then");
  rules
    .command("check")
    .description("what is wrong with rules, with file, line and fix")
    .argument("[path]", "a rule file or a folder of them; by default the shipped presets")
    .option("--json", "print one JSON object")
    .action((path, options) => runCheck(terminal, path, options));
  rules
    .command("test")
    .description("every match of rules in a file of touches, with the touches behind it")
    .requiredOption("--rules <path>", "a rule file or a folder of them")
    .requiredOption("--touches <file>", "touches, one JSON object per line")
    .option("--until <time>", "where the clock ends; by default when the last touch happened")
    .option("--json", "print one JSON object per match")
    .action((options) => runTest(terminal, options));
}

async function runCheck(
  terminal: Terminal,
  path: string | undefined,
  { json = false }: { json?: boolean },
): Promise<void> {
  const { checkRules, toLines } = await import("./rules/check-rules.ts");
  const report = await checkRules(path);
  if (json) terminal.json(report);
  else for (const line of toLines(report)) terminal.print(line);
  if (!report.ok) process.exitCode = 1;
}

type TestFlags = { rules: string; touches: string; until?: string; json?: boolean };

async function runTest(terminal: Terminal, { json = false, ...flags }: TestFlags): Promise<void> {
  const { testRules, toLine } = await import("./rules/test-rules.ts");
  const { matches, notes } = await testRules(flags);
  for (const note of notes) terminal.note(note);
  for (const match of matches) {
    if (json) terminal.json(match);
    else terminal.print(toLine(match));
  }
}
