// Files of records whose true ids are known, told by their headers alone.
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { Refused } from "../../core/errors.ts";

export type Row = Readonly<Record<string, string>>;

/** Records to find doubles in: within one list, or between two, the second beginning at `secondFrom`. */
export type DataSet = {
  name: string;
  rows: readonly Row[];
  /** Whom or what each record is truly about. */
  entities: readonly string[];
  secondFrom?: number;
  /** Columns that are compared: all but the ids. */
  header: readonly string[];
};

type List = { name: string; rows: Row[]; entities: string[]; header: string[]; idColumn: string };

/** Reads every CSV of a folder; says which files hold no truth that could be scored. */
export async function readDataSets(
  folder: string,
  note: (line: string) => void,
): Promise<DataSet[]> {
  const all = await readdir(folder).catch(() => {
    throw new Refused(
      "missing_data",
      `There is no folder ${folder} to read. Name another with --data.`,
    );
  });
  const files = all.filter((file) => /\.csv$/i.test(file)).sort();
  if (files.length === 0) throw new Refused("missing_data", `There is no CSV file in ${folder}.`);
  const lists: List[] = [];
  for (const file of files) {
    const list = toList(basename(file).replace(/\.csv$/i, ""), await readFile(join(folder, file)));
    if (list) lists.push(list);
    else note(`${file}: no column of ids (unique_id, rec_id, …), left out`);
  }
  return toSets(lists, note);
}

function toList(name: string, bytes: Buffer): List | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const [head = ""] = text.split("\n", 1);
  const delimiter = [",", ";", "\t"].find((sign) => head.includes(sign)) ?? ",";
  const options = { delimiter, columns: true, bom: true, trim: true, relax_quotes: true } as const;
  const rows: Row[] = parse(text, { ...options, relax_column_count: true, skip_empty_lines: true });
  const columns = Object.keys(rows[0] ?? {});
  const idColumn = columns.find((column) =>
    /^(?:true|unique|rec|record|cluster|entity)[ _]?id$/i.test(column),
  );
  if (!idColumn) return undefined;
  const entities = rows.map((row) => entityOf(row[idColumn] ?? ""));
  return { name, rows, entities, idColumn, header: columns.filter((column) => !isId(column)) };
}

/** Febrl numbers doubles: rec-12-org, rec-12-dup-0. */
const entityOf = (id: string) => /^(rec-\d+)-(?:org|dup)/.exec(id)?.[1] ?? id;
const isId = (column: string) =>
  /^(?:(?:true|unique|rec|record|cluster|entity)[ _]?)?id$/i.test(column);

function toSets(lists: readonly List[], note: (line: string) => void): DataSet[] {
  const sets: DataSet[] = [];
  const used = new Set<List>();
  for (const first of lists) {
    const second = lists.find(
      (other) => other !== first && !used.has(other) && arePair(first, other),
    );
    if (used.has(first) || !second) continue;
    used.add(first).add(second);
    sets.push({
      name: `${first.name}+${second.name}`,
      rows: [...first.rows, ...second.rows],
      entities: [...first.entities, ...second.entities],
      secondFrom: first.rows.length,
      header: first.header,
    });
  }
  for (const list of lists.filter((one) => !used.has(one))) {
    if (new Set(list.entities).size < list.rows.length) sets.push(list);
    else note(`${list.name}: every id once and no second list of the same columns, left out`);
  }
  return sets;
}

/** Doubles that are usual within a file make it one list; ids shared with a like file make the two a pair. */
const usualDoubles = 0.05;
const sharedIds = 0.1;

function arePair(first: List, second: List): boolean {
  if (first.header.join() !== second.header.join()) return false;
  if (
    [first, second].some(
      ({ rows, entities }) => 1 - new Set(entities).size / rows.length > usualDoubles,
    )
  )
    return false;
  const known = new Set(first.entities);
  const shared = second.entities.filter((entity) => known.has(entity)).length;
  return shared >= sharedIds * Math.min(first.rows.length, second.rows.length);
}

/** The part of a set whose entities are of one half; entities, not records, so that no pair is cut. */
export function halfOf(set: DataSet, half: "first" | "other"): DataSet {
  const { secondFrom } = set;
  const kept = set.entities.flatMap((entity, row) =>
    isFirst(entity) === (half === "first") ? row : [],
  );
  return {
    ...set,
    rows: kept.map((row) => set.rows[row] ?? {}),
    entities: kept.map((row) => set.entities[row] ?? ""),
    ...(secondFrom !== undefined && { secondFrom: kept.filter((row) => row < secondFrom).length }),
  };
}

/** By a hash of the id (murmur3's finaliser over a polynomial), so that no order of the file matters. */
function isFirst(entity: string): boolean {
  let hash = 0;
  for (const letter of entity) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  return (hash ^ (hash >>> 13)) % 2 === 0;
}
