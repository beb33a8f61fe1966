// How much of what is personal is found, and how much else is lost, on sentences with planted names, numbers and amounts.
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Language, languages } from "../../core/model.ts";
import { personalKinds } from "../../core/strategy/debrief/personal/kinds.ts";
import type { KnownNames } from "../../core/strategy/debrief/personal/known.ts";
import { createClean } from "../../core/strategy/debrief/personal/remove-personal.ts";

const sentence = z.strictObject({
  text: z.string(),
  /** What must be gone. */
  remove: z.array(z.string()),
  /** What must stay. */
  keep: z.array(z.string()),
});

/** What the records of the company in the sentences hold. */
const known: Record<Language, KnownNames> = {
  en: {
    people: ["Sarah Whitfield", "Tom Becker", "Will Harper", "Mark Ellison", "Grace Liu"],
    accounts: ["Northgate Clinic", "Helios Diagnostics Ltd"],
  },
  zh: { people: ["王建国", "李雷"], accounts: ["上海华信医疗器械有限公司", "江苏恒远机械集团"] },
};

type Score = {
  planted: number;
  removed: number;
  recall: number;
  /** Words that must stay, and how many were lost. */
  kept: number;
  lost: number;
  overRemoval: number;
};
export type PiiReport = {
  name: string;
  sets: Record<string, Score>;
  misses: { set: string; text: string; left: string[]; lost: string[] }[];
  notes: string[];
};

/** Runs every set: the sentences the rules were written with, and those written afterwards. */
export async function evaluatePii(): Promise<PiiReport> {
  const report: PiiReport = { name: "pii", sets: {}, misses: [], notes: [...notes] };
  for (const language of languages) {
    for (const set of ["cases", "held-out"]) {
      const name = `${set}.${language}`;
      const file = new URL(`${name}.jsonl`, import.meta.url);
      const lines = (await readFile(file, "utf8")).trim().split("\n");
      const found = lines.map((line) => judge(sentence.parse(JSON.parse(line)), language));
      report.sets[name] = scoreOf(found);
      const wrong = found.filter(({ left, lost }) => left.length + lost.length > 0);
      report.misses.push(...wrong.map(({ text, left, lost }) => ({ set: name, text, left, lost })));
    }
  }
  return report;
}

const notes = [
  "cases: written before the rules, which were then fitted to them; held-out: written after the rules; its first run found 0.722 (en) and 0.8 (zh), after which five rules were mended",
  "recall: planted items of which nothing is left; over-removal: phrases that must stay and did not",
];

type Judged = { text: string; planted: number; kept: number; left: string[]; lost: string[] };

const plainWords = Object.fromEntries(personalKinds.map((kind) => [kind, kind])) as Parameters<
  typeof createClean
>[1];

function judge({ text, remove, keep }: z.infer<typeof sentence>, language: Language): Judged {
  const cleaned = createClean(known[language], plainWords)(text).text;
  return {
    ...{ text, planted: remove.length, kept: keep.length },
    left: remove.filter((item) => partsOf(item).some((part) => cleaned.includes(part))),
    lost: keep.filter((item) => !cleaned.includes(item)),
  };
}

/** Part of an item left is the item left: its words, or its runs of digits. Titles by themselves lead to nobody. */
function partsOf(item: string): string[] {
  const parts = item
    .split(/[\s()-]+/)
    .filter((part) => !/^(?:Mr|Mrs|Ms|Dr|Prof|ext)\.?$/.test(part));
  return [item, ...parts.filter((part) => part.length >= 4 && /[A-Z\d\p{Script=Han}]/u.test(part))];
}

function scoreOf(found: readonly Judged[]): Score {
  const sum = (value: (each: Judged) => number) =>
    found.reduce((all, each) => all + value(each), 0);
  const [planted, kept] = [sum((each) => each.planted), sum((each) => each.kept)];
  const [left, lost] = [sum((each) => each.left.length), sum((each) => each.lost.length)];
  return {
    ...{ planted, removed: planted - left, recall: share(planted - left, planted) },
    ...{ kept, lost, overRemoval: share(lost, kept) },
  };
}

const share = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 1_000;
