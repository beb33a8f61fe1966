// Problems of files as the checking commands print them.
import type { Problem } from "../core/training/library.ts";

/** A problem as one line, which editors open at its place. */
export function sayProblem({ file, line, column, message, fix }: Problem): string {
  return `${file}:${line}:${column} ${message} → ${fix}`;
}

/** How many there are, as the last line of a report. */
export function countProblems({ length }: readonly Problem[]): string {
  return length === 0 ? "No problems." : `Problems: ${length}.`;
}
