// Queries as reps type them, each with the entries that answer it: read, checked, and refused where they cannot be used.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { Refused } from "../../core/errors.ts";
import type { Language } from "../../core/model.ts";
import { findNearDuplicates } from "../../core/training/checks/near-duplicates.ts";
import { normalise } from "../../core/training/checks/normalise.ts";
import { tactics } from "../../core/training/playbook.ts";

const grade = z.union([z.literal(1), z.literal(2)]);

const rowSchema = z.strictObject({
  id: z.string().trim().min(1).max(100),
  /** Told from the query's own letters where it is left out. */
  language: z.enum(["en", "zh"]).optional(),
  /** None: a rep of any vertical could ask it. */
  vertical: z.string().trim().min(1).nullish(),
  /** What the writer had in mind, before seeing any entry. */
  tactic: z.enum(tactics),
  query: z.string().trim().min(1).max(500),
  /** Entries by "vertical/id" or id: 2 exactly this, 1 of use; empty when the library has none. */
  relevant: z.record(z.string(), grade).optional(),
});
type Row = z.infer<typeof rowSchema>;

/** One query; without `relevant` nobody has judged it yet. */
export type Query = Omit<Row, "language" | "vertical"> & { language: Language; vertical?: string };

const most = { bytes: 2 * 1024 * 1024, queries: 5000 };

/** The shipped queries of a language with their labels, as a file of `--queries` would give them. */
export async function readShippedQueries(language: Language): Promise<Query[]> {
  const queries = await readQueries(shippedFile("queries", language));
  const labels = parse(await readFile(shippedFile("labels", language), "utf8")) as Labels;
  return queries.map((query) => {
    const relevant = labels[query.id];
    if (!relevant) throw new Error(`Nobody has judged ${query.id} in labels/${language}.yaml.`);
    return { ...query, relevant };
  });
}

type Labels = Record<string, NonNullable<Query["relevant"]>>;

/** Where the shipped queries and labels lie. */
const shippedFile = (kind: "queries" | "labels", language: Language) =>
  fileURLToPath(new URL(`./${kind}/${language}.yaml`, import.meta.url));

/** Reads queries from YAML (a list) or JSONL (one object a line); refuses what cannot be evaluated, naming the place. */
export async function readQueries(file: string): Promise<Query[]> {
  const text = await readText(file);
  const values = file.endsWith(".jsonl") ? parseLines(file, text) : parseList(file, text);
  if (values.length === 0) throw refused(file, "it holds no query");
  if (values.length > most.queries) {
    throw refused(file, `it holds ${values.length} queries, more than ${most.queries}`);
  }
  const queries = values.map((value, index) => toQuery(file, value, index));
  refuseRepeated(file, queries);
  return queries;
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw refused(file, `it cannot be read (${error.code ?? error.message})`);
  });
  if (bytes.length > most.bytes) throw refused(file, "it has more than 2 MB");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused(file, "it is not UTF-8");
  }
}

function parseLines(file: string, text: string): unknown[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line)];
    } catch {
      throw refused(file, `line ${index + 1} is not JSON`);
    }
  });
}

function parseList(file: string, text: string): unknown[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    const [first] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw refused(file, `it is not YAML (${first})`);
  }
  if (!Array.isArray(value)) throw refused(file, "it is not a list of queries");
  return value;
}

function toQuery(file: string, value: unknown, index: number): Query {
  const { success, data, error } = rowSchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    const where = issue?.path.length ? ` at ${issue.path.join(".")}` : "";
    throw refused(file, `query ${index + 1} does not fit${where}: ${issue?.message}`);
  }
  const { language = /\p{Script=Han}/u.test(data.query) ? "zh" : "en", vertical, ...rest } = data;
  return { ...rest, language, ...(vertical ? { vertical } : {}) };
}

/** Two queries that say nearly the same count one situation twice, and the interval would be too narrow. */
function refuseRepeated(file: string, queries: readonly Query[]): void {
  const ids = new Set<string>();
  for (const { id } of queries) {
    if (ids.has(id)) throw refused(file, `two queries have the id "${id}"`);
    ids.add(id);
  }
  const [twin] = findNearDuplicates(
    queries.map(({ query }) => normalise(query)),
    1,
  );
  if (!twin) return;
  const [later, earlier] = [queries[twin.index], queries[twin.twin]];
  throw refused(file, `"${later?.id}" says nearly the same as "${earlier?.id}"; keep one of them`);
}

/** A refusal of a file of queries, with the shape that is wanted. */
export function refused(file: string, reason: string): Refused {
  const shape = "{id, vertical?, tactic, query, relevant?: {entry: 1 or 2}}";
  const message = `${file} cannot be evaluated: ${reason}. It is YAML or JSONL, one ${shape} each; src/evals/retrieval/README.md explains it.`;
  return new Refused("evals.queries", message, { file, reason });
}
