// Runs the statements of a question in a thread of its own: reading only, so that nobody waits for it but who asked.
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import sqlite3 from "sqlite3";
import type { Step } from "./groups.ts";

export type AskInput = { records: string; events: string; questions: Step[][] };
/** The groups of each question, as SQLite gives them. */
export type AskOutput = Record<string, unknown>[][];

type Run = (step: Step, rows: unknown[]) => Promise<Record<string, unknown>[]>;

async function answer({ records, events, questions }: AskInput): Promise<AskOutput> {
  const runs: Record<Step["database"], Run> = {
    records: async (step) => readRecords(records, step),
    events: (step, rows) => readEvents(events, withRows(step, rows)),
  };
  const answers: AskOutput = [];
  for (const steps of questions) {
    let rows: Record<string, unknown>[] = [];
    for (const step of steps) rows = await runs[step.database](step, rows);
    answers.push(rows);
  }
  return answers;
}

function readRecords(file: string, { text, parameters }: Step): Record<string, unknown>[] {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const statement = database.prepare(text);
    if (!statement.readonly) throw new Error("A question may only read.");
    return statement.all(parameters) as Record<string, unknown>[];
  } finally {
    database.close();
  }
}

function withRows(step: Step, rows: unknown[]): Step {
  if (!step.takesRows) return step;
  const listed = JSON.stringify(rows.map((row) => Object.values(row as object)));
  return { ...step, parameters: { ...step.parameters, rows: listed } };
}

/** The log is read by the library it is written with; the other one would drop its locks. */
function readEvents(file: string, { text, parameters }: Step): Promise<Record<string, unknown>[]> {
  const named = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [`:${name}`, value]),
  );
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) => {
      if (error) return reject(error);
      database.all<Record<string, unknown>>(text, named, (failure, rows) => {
        database.close(() => (failure ? reject(failure) : resolve(rows)));
      });
    });
  });
}

parentPort?.postMessage(await answer(workerData.input as AskInput));
