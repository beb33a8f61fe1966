// Whom "she approves it" means: the one person the text has named before.
import type { Clause } from "./clauses.ts";
import { hanDecides, latinDecides } from "./lexicon/names.ts";
import { honorifics, surnames } from "./lexicon/zh.ts";
import type { Span } from "./understood.ts";

const before = "(?<![a-z])NAME";
const pronouns = [
  ...latinDecides
    .filter((source) => source.startsWith(before))
    .map((source) => source.replace("NAME", "(?<name>he|she|who)")),
  ...hanDecides
    .filter((source) => source.startsWith("NAME"))
    .map((source) => source.replace("NAME", "(?<name>[他她])(?!们)")),
].map((source) => new RegExp(source, "gu"));

const given = `${surnames}\\p{Script=Han}{1,2}?`;
const brings = "(?<![a-z])(?:and|&|with|w\\/|to|by|met|from|saw|called|reached|rang|contact is) ";
const first = "(?:(?:mr|mrs|ms|dr)\\.? )?[a-z][a-z'-]+";
/** How people are brought in: the name comes in the group, by one word and by two. */
const introductions = [
  { isHan: false, pattern: new RegExp(`^\\s*(?<name>${first}(?: [a-z][a-z'-]+)?)\\s*$`, "gu") },
  { isHan: false, pattern: new RegExp(`${brings}(?<name>${first})`, "gu") },
  { isHan: false, pattern: new RegExp(`${brings}(?<name>${first} [a-z][a-z'-]+)`, "gu") },
  {
    isHan: true,
    pattern: new RegExp(
      `(?<name>[老小]${surnames}(?!板)|${surnames}\\p{Script=Han}{0,2}?(?:${honorifics}))`,
      "gu",
    ),
  },
  {
    isHan: true,
    pattern: new RegExp(
      `(?:总经理|经理|总监|主任|厂长|院长|部长|处长|科长|老板|负责人|跟|和|与|见|找|约|联系)(?<name>${given})(?=[,;。\\s]|聊|谈|沟通|说|见|打|对|很|觉得|想|让|$)`,
      "gu",
    ),
  },
];

/** A place that may be a name, to be judged as one. */
type MaybeName = Span & { isHan: boolean };

/** Where "he", "she", 他 or 她 is said to decide. */
export function pronounThatDecides(
  clauses: readonly Clause[],
  isDenied: IsDenied,
): number | undefined {
  for (const { text, start } of clauses) {
    for (const pattern of pronouns) {
      for (const match of text.matchAll(pattern)) {
        const place = { start: match.index, end: match.index + match[0].length };
        if (!isDenied(text, place)) return start + match.index;
      }
    }
  }
  return undefined;
}

type IsDenied = (text: string, place: Span) => boolean;

/** The places before `until` where somebody is brought in. */
export function introducedBefore(clauses: readonly Clause[], until: number): MaybeName[] {
  return clauses.flatMap(({ text, start }) =>
    introductions.flatMap(({ pattern, isHan }) =>
      Array.from(text.matchAll(pattern)).flatMap((match) => {
        const name = match.groups?.name ?? "";
        const at = start + match.index + match[0].indexOf(name);
        return at + name.length <= until ? [{ start: at, end: at + name.length, isHan }] : [];
      }),
    ),
  );
}
