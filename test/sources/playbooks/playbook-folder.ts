// A folder with one whole playbook in English and one in Chinese, for tests to break in one place.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { stringify } from "yaml";
import type { Language } from "../../../src/core/model.ts";
import type { PlaybookFile, Problem } from "../../../src/core/training/library.ts";
import { type Entry, type Scenario, tactics } from "../../../src/core/training/playbook.ts";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { newFolder } from "../../helpers/records.ts";

/** A folder of playbooks, and what is wrong with it. Files are named from there: "finance/en/entries.yaml". */
export type PlaybookFolder = {
  path: string;
  read(file: string): string;
  write(file: string, content: string | Uint8Array): void;
  remove(file: string): void;
  /** Replaces the first `from`, which must be there, and gives the line where `to` now begins. */
  replace(file: string, from: string | RegExp, to: string): number;
  lineOf(file: string, text: string): number;
  /** The problems, with files named from the folder. */
  problems(): Promise<Problem[]>;
};

/** A new folder with a vertical "finance" that has no problem in either language. */
export function newPlaybookFolder(): PlaybookFolder {
  const folder = emptyPlaybookFolder();
  for (const language of ["en", "zh"] as const) {
    for (const [name, value] of Object.entries(wholePlaybook(language))) {
      folder.write(`finance/${language}/${name}`, stringify(value, { lineWidth: 0 }));
    }
  }
  return folder;
}

/** A new folder with nothing in it. */
export function emptyPlaybookFolder(): PlaybookFolder {
  const path = newFolder();
  const read = (file: string) => readFileSync(join(path, file), "utf8");
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), content);
  };
  return {
    path,
    read,
    write,
    remove: (file) => rmSync(join(path, file), { recursive: true }),
    replace(file, from, to) {
      const text = read(file);
      const offset = typeof from === "string" ? text.indexOf(from) : text.search(from);
      if (offset < 0) throw new Error(`${file} has no ${from}`);
      write(
        file,
        text.replace(from, () => to),
      );
      return text.slice(0, offset).split("\n").length;
    },
    lineOf: (file, text) =>
      read(file)
        .split("\n")
        .findIndex((line) => line.includes(text)) + 1,
    async problems() {
      const { problems } = await readPlaybooks(path);
      return problems.map((each) => ({ ...each, file: each.file.replace(`${path}/`, "") }));
    },
  };
}

/** A problem with a whole file. */
export function about(file: string, message: string, fix: unknown) {
  return { file, line: 1, column: 1, message, fix };
}

/** Says that this is the only problem; message and fix may be parts of what is said. */
export function expectOne(
  problems: Problem[],
  { message, fix, ...place }: Pick<Problem, "file" | "line" | "message" | "fix">,
): void {
  expect(problems).toEqual([
    {
      ...place,
      column: expect.any(Number),
      message: expect.stringContaining(message),
      fix: expect.stringContaining(fix),
    },
  ]);
}

/** The five files of a playbook without a problem. No two lines of it are alike. */
function wholePlaybook(language: Language): Record<PlaybookFile, unknown> {
  const write = createWriter(language);
  const lines = (count: number) => Array.from({ length: count }, write);
  return {
    "personas.yaml": times(6, (index) => ({
      ...{ id: `persona-${index}`, name: write(), role: write(), organisation: write() },
      ...{ decides: "decides", cares: lines(2), hiddenAgenda: write(), speaks: write() },
      ...{ mood: { trust: 0.5, patience: 0.5 }, phrases: lines(4) },
    })),
    "scenarios.yaml": times(8, (index) => scenario(index, write)),
    "entries.yaml": times(60, (index) => entry(index, write)),
    "rubric.yaml": {
      needs_discovery: times(2, (index) => ({
        id: `asks-${index}`,
        check: write(),
        signs: lines(1),
      })),
    },
    "compliance.yaml": times(6, (index) => ({
      ...{ id: `rule-${index}`, never: lines(1), instead: write(), source: write() },
    })),
  };
}

function scenario(index: number, write: () => string): Scenario {
  const objections = (["silence", "authority", "no_time"] as const).map((tactic) => ({
    ...{ id: `${tactic.replace("_", "-")}-comes`, tactic, says: [write(), write()] },
    ...{ dodged: [write(), write()], met: [write()], metBy: [write()] },
  }));
  const reveal = () => ({ asks: write(), says: write() });
  return {
    ...{ id: `scenario-${index}`, title: write(), persona: `persona-${index % 6}`, difficulty: 2 },
    ...{ situation: write(), goal: write(), opening: [write(), write()], objections },
    reveals: [reveal(), reveal()],
    won: { when: write(), says: [write()] },
    lost: { when: write(), says: [write()] },
  };
}

function entry(index: number, write: () => string): Entry {
  return {
    ...{ id: `entry-${index}`, tactic: tactics[index % tactics.length] ?? "silence" },
    ...{ scenarios: [`scenario-${index % 8}`], when: write(), customer: [write()] },
    ...{ say: [write(), write(), write()], why: write() },
  };
}

const times = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Writes lines without meaning, every one different, the same in every run. */
function createWriter(language: Language): () => string {
  let state = 7;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const syllable = () => "bdfgklmnprstv".charAt(next(13)) + "aeiou".charAt(next(5));
  const word = () => times(3, syllable).join("");
  const character = () => String.fromCodePoint(0x4e00 + next(3_000));
  return () => (language === "zh" ? times(12, character).join("") : times(6, word).join(" "));
}
