// Runs one benchmark or evaluation in a process of its own, as anybody would from the command line.
import { execFile } from "node:child_process";
import { cpus } from "node:os";
import { promisify } from "node:util";
import type { EvidenceRecord } from "./record.ts";
import type { Subject } from "./subjects.ts";

const run = promisify(execFile);
/** Evaluations list their misses. */
const maxBytes = 64 * 1_048_576;

/** The record of a run; undefined where it printed no result: it was not there, broke, or took too long. */
export async function runSubject(
  { name, timeoutMs }: Subject,
  note: (line: string) => void,
): Promise<EvidenceRecord | undefined> {
  const began = performance.now();
  const { stdout, exitCode } = await runCommand([...name.split(" "), "--json"], timeoutMs);
  const result = toResult(stdout);
  if (!result) {
    note(`${name}: no result; what was there stays.`);
    return undefined;
  }
  return {
    name,
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    commit: await readCommit(),
    seconds: Math.round((performance.now() - began) / 1_000),
    ...{ exitCode, result },
  };
}

type Ran = { stdout: string; exitCode: number };

async function runCommand(args: string[], timeoutMs: number): Promise<Ran> {
  const [node = "", cli = ""] = process.argv;
  const options = { timeout: timeoutMs, maxBuffer: maxBytes };
  try {
    const { stdout } = await run(node, [...process.execArgv, cli, ...args], options);
    return { stdout, exitCode: 0 };
  } catch (error) {
    // One whose promise was broken prints its result and ends with 1; one that was stopped prints none.
    const stdout = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
    return { stdout, exitCode: 1 };
  }
}

function toResult(stdout: string): Record<string, unknown> | undefined {
  try {
    const result = JSON.parse(stdout) as Record<string, unknown>;
    return "error" in result ? undefined : result;
  } catch {
    return undefined;
  }
}

/** Where there is no repository, that is said. */
async function readCommit(): Promise<string> {
  try {
    const { stdout: commit } = await run("git", ["rev-parse", "--short", "HEAD"]);
    const { stdout: changed } = await run("git", ["status", "--porcelain"], {
      maxBuffer: maxBytes,
    });
    return `${commit.trim()}${changed.trim() ? "+" : ""}`;
  } catch {
    return "unknown";
  }
}
