// Public sets in a folder: found by their shape, not by their name, so that another folder of the same kinds will do.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { Refused } from "../../core/errors.ts";

/** Questions about passages, each with the passage that answers it (by position). */
export type PassageSet = { file: string; passages: string[]; questions: Question[] };
type Question = { text: string; passage: number };

/** Texts with what they are about; the first set is known, the second is asked. */
export type IntentSet = { file: string; train: Intent[]; test: Intent[] };
export type Intent = { text: string; label: string };

/** Pairs of sentences with how alike people found them. */
export type PairSet = { file: string; pairs: Pair[] };
export type Pair = { a: string; b: string; score: number };

/** A folder's files, by path from it. */
export type DataFolder = { path: string; files: string[] };

/** Lists a folder and the folders in it; a parent that has a folder `retrieval` stands for that. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) {
    const message = `${path} is no folder. Give --data a folder like ../shared/data/retrieval.`;
    throw new Refused("evals.data", message, { path });
  }
  const inner = await stat(join(path, "retrieval")).catch(() => undefined);
  if (inner?.isDirectory()) return openDataFolder(join(path, "retrieval"));
  const files = await readdir(path, { recursive: true });
  return { path, files: files.sort() };
}

/** The first file that holds passages with questions, as SQuAD or as CMRC 2018 writes them. */
export async function findPassages({ path, files }: DataFolder): Promise<PassageSet | undefined> {
  for (const file of files.filter((each) => each.endsWith(".json"))) {
    const parsed = squadSchema.safeParse(await readJson(join(path, file)));
    if (parsed.success) return toPassageSet(file, parsed.data);
  }
  return undefined;
}

/** The first folder with a train.csv and a test.csv of texts and categories. */
export async function findIntents({ path, files }: DataFolder): Promise<IntentSet | undefined> {
  for (const file of files.filter((each) => each.endsWith("train.csv"))) {
    const other = file.replace(/train\.csv$/, "test.csv");
    if (!files.includes(other)) continue;
    const [train, test] = [
      await readIntents(join(path, file)),
      await readIntents(join(path, other)),
    ];
    if (train && test) return { file, train, test };
  }
  return undefined;
}

/** The first file of sentence pairs in a script: Chinese, or anything else taken for English. */
export async function findPairs(
  { path, files }: DataFolder,
  language: "en" | "zh",
): Promise<PairSet | undefined> {
  for (const file of files.filter((each) => /\.(?:tsv|tsv\.gz|data)$/.test(each))) {
    const set = toPairSet(file, await readRows(join(path, file)));
    if (!set) continue;
    const isChinese = set.pairs.slice(0, 20).some(({ a }) => /\p{Script=Han}/u.test(a));
    if (isChinese === (language === "zh")) return set;
  }
  return undefined;
}

const squadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
});

async function readJson(file: string): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(value) ? { data: value.map(fromCmrc) } : value;
  } catch {
    return undefined;
  }
}

const cmrcSchema = z.object({
  context_text: z.string(),
  qas: z.array(z.object({ query_text: z.string() })),
});

/** CMRC's own layout, one passage an item, in SQuAD's. */
function fromCmrc(value: unknown): unknown {
  const { success, data } = cmrcSchema.safeParse(value);
  if (!success) return value;
  const qas = data.qas.map(({ query_text }) => ({ question: query_text }));
  return { paragraphs: [{ context: data.context_text, qas }] };
}

function toPassageSet(file: string, { data }: z.infer<typeof squadSchema>): PassageSet | undefined {
  const paragraphs = data.flatMap((each) => each.paragraphs);
  const questions = paragraphs.flatMap(({ qas }, passage) =>
    qas.map(({ question }) => ({ text: question, passage })),
  );
  if (questions.length === 0) return undefined;
  return { file, passages: paragraphs.map(({ context }) => context), questions };
}

const intentsSchema = z.array(z.object({ text: z.string(), category: z.string() })).min(1);

async function readIntents(file: string): Promise<Intent[] | undefined> {
  try {
    const rows: unknown = parseCsv(await readFile(file), { columns: true, bom: true });
    const intents = intentsSchema.parse(rows);
    return intents.map(({ text, category }) => ({ text, label: category }));
  } catch {
    return undefined;
  }
}

async function readRows(file: string): Promise<string[][]> {
  const bytes = await readFile(file);
  const text = (file.endsWith(".gz") ? unzip(file, bytes) : bytes).toString("utf8");
  return text.split(/\r?\n/).map((line) => line.split("\t"));
}

function unzip(file: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new Refused("bad_gzip", `${file} is damaged, or is no gzip file. Copy it again.`);
  }
}

/** Either with a header naming sentence1, sentence2, score and perhaps split, or bare: sentence, sentence, score. */
function toPairSet(file: string, rows: string[][]): PairSet | undefined {
  const [header = [], ...rest] = rows;
  const hasHeader = header.includes("sentence1");
  const columns = hasHeader
    ? (["sentence1", "sentence2", "score"] as const).map((name) => header.indexOf(name))
    : [0, 1, 2];
  const split = hasHeader ? header.indexOf("split") : -1;
  const all = (hasHeader ? rest : rows).flatMap((row) => {
    const [a = "", b = "", score = ""] = columns.map((column) => row[column] ?? "");
    const isPair = a !== "" && b !== "" && score !== "" && Number.isFinite(Number(score));
    return isPair ? [{ a, b, score: Number(score), split: row[split] }] : [];
  });
  if (all.length === 0) return undefined;
  const hasTest = all.some((pair) => pair.split === "test");
  const asked = hasTest ? all.filter((pair) => pair.split === "test") : all;
  return { file, pairs: asked.map(({ a, b, score }) => ({ a, b, score })) };
}
