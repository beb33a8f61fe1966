// The order in which problems of files are told.
import type { Problem } from "../../core/training/library.ts";

/** Sorts by code points: the same on every machine, whatever its language. */
export const byText = (one: string, other: string) => Number(one > other) - Number(one < other);

/** Sorts by file, line and column. */
export const byPlace = (one: Problem, other: Problem) =>
  byText(one.file, other.file) || one.line - other.line || one.column - other.column;
