// Makes a bad input of a good one: JSON is changed as a tree, other text as text, and sometimes nothing of it is left.
import type { Random } from "../../src/sample/random.ts";

/** An input made of an example; most are nearly right, since those get furthest. */
export function mutate(example: string, random: Random): string {
  if (random.chance(0.05)) return noise(random);
  const tree = random.chance(0.7) ? parse(example) : undefined;
  let made =
    tree === undefined ? changeText(example, random) : JSON.stringify(changeTree(tree, random));
  while (random.chance(0.3)) made = changeText(made, random);
  return made.slice(0, mostLetters);
}

/** What any of our edges takes in one piece (a message has 20,000 letters at most). */
const mostLetters = 20_000;

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Letters that mean something to a parser, and values at the edge of what a type can be. */
const tokens = [
  ...[
    "\u0000",
    "\ud800",
    "\u202e",
    "\ufeff",
    "\u200b",
    "\\",
    '"',
    "'",
    "`",
    "{{",
    "}}",
    "${",
    "%s",
  ],
  ...["\r\n", "\n\n", "\t", ",", ";", ":", "：", "，", "。", "|", "<", ">", "<!channel>", "&amp;"],
  ...["=", "#", "- ", "---\n", "&a [*a]", "!!js/function", "<<: *a", "?", "(", ")", "[", "]"],
  ...["0", "-1", "1e309", "9".repeat(40), "0x1f", "NaN", "1,2,3,4", "１２３", "五千万", "3.5万"],
  ...["2026-02-30", "31/31/31", "下下下周五", "tomorrow", "the day after next friday", "%", "€"],
  ...["__proto__", "constructor", "toString", "../../etc/passwd", "http://[::1", "a@b@c", "null"],
];
const values: readonly unknown[] = [
  ...[null, true, "", " ", 0, -1, 1e308, -0.5, 2 ** 53, [], {}, [[]], { __proto__: null }],
  ...["\u0000", "x".repeat(5_000), "é".repeat(300), "今天".repeat(500), "2026-13-45T99:99:99Z"],
  ...[[null], [{}], { id: {} }, "__proto__", "1".repeat(400)],
];

type Change = (text: string, random: Random) => string;

const at = (text: string, random: Random) => random.whole(0, text.length);
const insert: Change = (text, random) => {
  const place = at(text, random);
  return text.slice(0, place) + random.pick(tokens) + text.slice(place);
};
const remove: Change = (text, random) => {
  const place = at(text, random);
  return text.slice(0, place) + text.slice(place + random.whole(1, 12));
};
/** The same piece over and over: what makes a bad pattern try everything. */
const repeat: Change = (text, random) => {
  const place = at(text, random);
  const piece = text.slice(place, place + random.whole(1, 8)) || random.pick(tokens);
  return text.slice(0, place) + piece.repeat(random.whole(2, 3_000)) + text.slice(place);
};
/** A long run of what patterns look for: letters, figures, spaces, marks that open and never close. */
const runs = [
  ...[
    "a",
    " ",
    "1",
    "9,",
    "-",
    ".",
    "@",
    "a@",
    "a.",
    "://",
    "\n",
    "\t ",
    "的",
    "零",
    "十",
    "（",
    "“",
  ],
  ...[
    "<",
    "<a ",
    "<at ",
    "[",
    "](",
    "{",
    '"',
    "\\",
    "&",
    "%2",
    "no ",
    "下",
    "and ",
    "；",
    "\u202e",
  ],
];
const run: Change = (text, random) => {
  const place = at(text, random);
  const long = random.pick(runs).repeat(random.whole(50, 6_000));
  return text.slice(0, place) + long + text.slice(place);
};
const cut: Change = (text, random) => text.slice(0, at(text, random));
const swap: Change = (text, random) => {
  const place = at(text, random);
  return text.slice(place) + text.slice(0, place);
};
const letter: Change = (text, random) => {
  const place = at(text, random);
  return (
    text.slice(0, place) + String.fromCharCode(random.whole(0, 0xffff)) + text.slice(place + 1)
  );
};
const changes: readonly Change[] = [...[insert, insert, remove, repeat, run, cut, swap, letter]];

function changeText(text: string, random: Random): string {
  return random.pick(changes)(text, random).slice(0, mostLetters);
}

function noise(random: Random): string {
  const length = random.whole(0, 400);
  return Array.from({ length }, () =>
    random.chance(0.5) ? random.pick(tokens) : String.fromCharCode(random.whole(0, 0xffff)),
  ).join("");
}

/** One place of a tree changed: another value, another key, gone, doubled, or wrapped deep. */
function changeTree(tree: object, random: Random): unknown {
  const copy = structuredClone(tree) as Record<string, unknown>;
  const places = placesIn(copy);
  const rounds = random.whole(1, 3);
  for (let round = 0; round < rounds && places.length > 0; round += 1) {
    const { parent, key } = random.pick(places);
    if (random.chance(0.2)) delete parent[key];
    else if (random.chance(0.1)) parent[random.pick(tokens)] = parent[key];
    else parent[key] = changeValue(parent[key], random);
  }
  return copy;
}

type Place = { parent: Record<string, unknown>; key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...placesIn(parent[key])]);
}

function changeValue(value: unknown, random: Random): unknown {
  if (typeof value === "string" && random.chance(0.6)) return changeText(value, random);
  if (Array.isArray(value) && random.chance(0.4)) {
    return Array.from({ length: random.whole(0, 60) }, () => value[0]);
  }
  if (random.chance(0.05)) return deep(random.whole(10, 2_000));
  return random.pick(values);
}

function deep(levels: number): unknown {
  let made: unknown = "end";
  for (let level = 0; level < levels; level += 1) made = level % 2 ? [made] : { a: made };
  return made;
}
