// PersuasionForGood (Wang et al. 2019) as dialogues to score: the persuader is the rep, the donation the outcome.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Dialogue } from "./dialogues.ts";

type Row = Record<string, string>;

/** Where it lies beside the project. */
export const persuasionFolder = "../shared/data/persuasion";

/** The words were tuned on one half alone; the other half is what is reported. */
export type Half = "tuned" | "held-out";

/** The half a dialogue belongs to, by its id, so that nobody chose: the parity of its characters' sum. */
export function halfOf(id: string): Half {
  const sum = [...id].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return sum % 2 === 0 ? "tuned" : "held-out";
}

/** Reads all dialogues; the 300 that people labelled carry labels. Sentences of one turn become one turn. */
export async function readPersuasion(folder: string): Promise<Dialogue[]> {
  const [all, labelled, people] = await Promise.all(
    ["full_dialog.csv", "300_dialog.csv", "full_info.csv"].map((name) => readRows(folder, name)),
  );
  const donations = new Map(
    (people ?? []).filter(({ B4 }) => B4 === "1").map(({ B2, B6 }) => [B2, Number(B6)]),
  );
  const labels = new Map(toDialogues(labelled ?? []).map((each) => [each.id, each]));
  return toDialogues(all ?? []).map((dialogue) => ({
    ...(labels.get(dialogue.id) ?? dialogue),
    lang: "en",
    outcome: donations.get(dialogue.id) ?? null,
  }));
}

async function readRows(folder: string, name: string): Promise<Row[]> {
  const text = await readFile(join(folder, name), "utf8");
  return parse(text, { columns: true, relax_quotes: true, skip_empty_lines: true });
}

/** Consecutive sentences of one side in one turn are one turn; its labels are theirs together. */
function toDialogues(rows: readonly Row[]): Dialogue[] {
  const dialogues = new Map<
    string,
    { key: string; who: "rep" | "customer"; text: string; labels: string[] }[]
  >();
  for (const row of rows) {
    const { B2: id = "", B4: side = "", Turn: turn = "", Unit: text = "" } = row;
    const turns = dialogues.get(id) ?? [];
    dialogues.set(id, turns);
    const key = `${turn} ${side}`;
    const last = turns.at(-1);
    if (last?.key === key) {
      last.text += ` ${text}`;
      last.labels.push(...labelsOf(row));
    } else turns.push({ key, who: side === "0" ? "rep" : "customer", text, labels: labelsOf(row) });
  }
  return [...dialogues].map(([id, turns]) => ({
    id,
    turns: turns.map(({ who, text, labels }) => ({ who, text, labels })),
  }));
}

function labelsOf(row: Row): string[] {
  const keys = row.B4 === "0" ? ["er_label_1", "er_label_2"] : ["ee_label_1", "ee_label_2"];
  return keys.flatMap((key) => row[key] || []);
}
