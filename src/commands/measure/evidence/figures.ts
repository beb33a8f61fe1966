// Which numbers of a result the page shows: found by path in the JSON, and printed as they stand there.

/** Keys from the top; "*" stands for every key at its place. */
export type Path = readonly string[];

/** One number of a result, with the path it was read at; items of a list that have a name say it behind their place. */
export type Figure = { path: string[]; value: number; low?: number; high?: number };

type Interval = { value: number; low: number; high: number };

/** The figures a path leads to: itself, or all that lie directly under it. Throws where there is none. */
export function figuresAt(result: unknown, path: Path): Figure[] {
  const found = walk(result, path).flatMap(({ at, value }) => leavesOf(at, value));
  if (found.length === 0) throw new Error(`The result has no figure at ${path.join(" › ")}.`);
  return found;
}

type Place = { at: string[]; value: unknown };

function walk(value: unknown, path: Path, at: string[] = []): Place[] {
  const [key, ...rest] = path;
  if (key === undefined) return [{ at, value }];
  const entries = isObject(value) ? Object.entries(value) : [];
  return entries
    .filter(([name]) => key === "*" || name === key)
    .flatMap(([name, one]) => walk(one, rest, [...at, `${name}${nameOf(value, one)}`]));
}

function nameOf(list: unknown, item: unknown): string {
  if (!Array.isArray(list) || !isObject(item) || typeof item.name !== "string") return "";
  return ` (${item.name})`;
}

function leavesOf(at: string[], value: unknown): Figure[] {
  const own = leafOf(at, value);
  if (own) return [own];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => leafOf([...at, name], one) ?? []);
}

function leafOf(path: string[], value: unknown): Figure | undefined {
  if (typeof value === "number") return { path, value };
  if (isInterval(value)) return { path, value: value.value, low: value.low, high: value.high };
  return undefined;
}

function isInterval(value: unknown): value is Interval {
  if (!isObject(value)) return false;
  return ["value", "low", "high"].every((key) => typeof value[key] === "number");
}

/** A list counts as an object of its places. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Four significant digits; whole numbers whole. */
export function renderNumber(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(4)));
}
