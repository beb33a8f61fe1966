// `playbook check`: what is wrong with a folder of playbooks, where, and what to do about it. Changes nothing.
import { join, relative, resolve } from "node:path";
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import type { Playbook, Problem } from "../core/training/library.ts";
import { readPlaybooks } from "../sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../sources/playbooks/shipped.ts";
import { countProblems, sayProblem } from "./say-problems.ts";

/** Adds the words and options of `playbook`. */
export function addPlaybook(program: Command, terminal: Terminal): void {
  program
    .command("playbook")
    .description("the library of talk tracks and scenarios")
    .command("check")
    .description("what is wrong with playbooks, with file, line and fix")
    .argument("<path>", "a folder like playbooks/, one vertical in it, or one language of that")
    .option("--own", "it adds to the shipped ones; so it is under data/playbooks")
    .option("--json", "print one JSON object")
    .action((path, options) => runCheck(terminal, path, options));
}

type Flags = { own?: boolean; json?: boolean };

async function runCheck(
  terminal: Terminal,
  path: string,
  { own = false, json = false }: Flags,
): Promise<void> {
  const isOwn = own || isInside(path, join(terminal.config().dataDir, "playbooks"));
  const report = await checkPlaybooks(path, { isOwn });
  if (json) terminal.json(report);
  else for (const line of toLines(report)) terminal.print(line);
  if (!report.ok) process.exitCode = 1;
}

const kinds = ["personas", "scenarios", "entries", "rubric", "compliance"] as const;
type Counts = Pick<Playbook, "vertical" | "language"> & Record<(typeof kinds)[number], number>;

/** What a folder holds and what is wrong with it. */
type PlaybookReport = { ok: boolean; playbooks: Counts[]; problems: Problem[] };

/** Reads and checks a folder; `isOwn` when it adds to the shipped playbooks. */
async function checkPlaybooks(
  path: string,
  { isOwn }: { isOwn: boolean },
): Promise<PlaybookReport> {
  const shipped = isOwn ? await readPlaybooks(shippedPlaybooks) : undefined;
  const { library, problems } = await readPlaybooks(
    path,
    shipped ? { onTopOf: shipped.library } : {},
  );
  return { ok: problems.length === 0, playbooks: library.playbooks.map(count), problems };
}

function count({ vertical, language, ...things }: Playbook): Counts {
  const counts = Object.fromEntries(kinds.map((kind) => [kind, things[kind].length]));
  return { vertical, language, ...counts } as Counts;
}

/** A report as lines for a terminal. */
function toLines({ playbooks, problems }: PlaybookReport): string[] {
  const found = playbooks.map(({ vertical, language, ...counts }) => {
    const said = kinds.map((kind) => `${counts[kind]} ${kind}`);
    return `${vertical} ${language}: ${said.join(", ")}`;
  });
  return [...problems.map(sayProblem), ...found, countProblems(problems)];
}

function isInside(path: string, folder: string): boolean {
  return !relative(resolve(folder), resolve(path)).startsWith("..");
}
