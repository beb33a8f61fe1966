// A playbook's check: the text is in the language it says.
import type { Path, Playbook, Sourced } from "../library.ts";
import type { Finding, Reading } from "./check.ts";

/** Keys whose values are for the program, in every language the same. */
const coded = new Set(["id", "at", "tactic", "persona", "scenarios", "decides", "skill", "about"]);
/** A Chinese line may be a name or a term in Latin letters ("ISO 13485", "total cost of ownership" is already English). */
const latinWordsOfATerm = 3;

const kinds = ["personas", "scenarios", "entries", "rubric", "compliance"] as const;
type Written = { path: Path; han: number; words: number };

/** Finds text in the wrong language: once for a file that mostly is, else at each line. */
export function checkLanguage({ playbook }: Reading): Finding[] {
  return kinds.flatMap((kind) => checkFile(playbook[kind], playbook.language));
}

/** The same for the things of one file. */
export function checkFile(
  things: readonly Sourced<object>[],
  language: Playbook["language"],
): Finding[] {
  const file = things[0]?.at.file;
  if (!file) return [];
  const all = things.flatMap((thing) => [...textsOf(thing, thing.at.path)]);
  const { name, folder, isWrong, isMostlyWrong } = rules[language];
  if (isMostlyWrong(all)) {
    const fix = `write it in ${name}, or move it to the folder ${folder}`;
    return [{ file, path: [], message: `this file is mostly not in ${name}`, fix }];
  }
  return all.filter(isWrong).map(({ path }) => ({
    file,
    path,
    message: `this line is not in ${name}`,
    fix: `write it in ${name}`,
  }));
}

const sum = (all: readonly Written[], key: "han" | "words") =>
  all.reduce((total, one) => total + one[key], 0);

const rules = {
  en: {
    name: "English",
    folder: "zh",
    isWrong: ({ han }: Written) => han > 0,
    isMostlyWrong: (all: readonly Written[]) =>
      all.filter(({ han }) => han > 0).length * 2 > all.length,
  },
  zh: {
    name: "Chinese",
    folder: "en",
    isWrong: ({ han, words }: Written) => words > latinWordsOfATerm && words > han,
    isMostlyWrong: (all: readonly Written[]) => sum(all, "words") > sum(all, "han"),
  },
} as const;

function* textsOf(value: unknown, path: Path): Generator<Written> {
  if (typeof value === "string") yield { path, ...measure(value) };
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (coded.has(key)) continue;
    yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function measure(text: string): { han: number; words: number } {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return { han, words };
}
