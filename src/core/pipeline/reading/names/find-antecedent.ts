// Whom "she approves it" means: the one person the text has named before.
import type { Clause } from "../clauses.ts";
import { locateAll, namesOf } from "../deal-names.ts";
import { hanDecides, latinDecides } from "../lexicon/deciders.ts";
import { honorifics, surnames } from "../lexicon/zh.ts";
import type { Span, UpdateDeal } from "../understood.ts";
import type { MaybeName } from "./person-names.ts";

const before = "(?<!\\p{Script=Latin})NAME";
const pronouns = [
  ...latinDecides
    .filter((source) => source.startsWith(before))
    .map((source) => source.replace("NAME", "(?<name>he|she|who)")),
  ...hanDecides
    .filter((source) => source.startsWith("NAME"))
    .map((source) => source.replace("NAME", "(?<name>[他她])(?!们)")),
].map((source) => new RegExp(source, "gu"));

const given = `${surnames}\\p{Script=Han}{1,2}?`;
const brings =
  "(?<=(?<![a-z])(?:and|&|with|w\\/|to|by|met|from|saw|called|reached|rang|through|is|meeting|seeing|visited|named|contact) )";
const word = "\\p{Script=Latin}[\\p{Script=Latin}'-]+";
const first = `(?!(?:with|the|their|our) )(?:(?:mr|mrs|ms|dr)\\.? )?${word}`;
/** How people are brought in: the name comes in the group, by one word and by two. */
const introductions = [
  { isHan: false, pattern: new RegExp(`^\\s*(?<name>${first}(?: ${word})?)\\s*$`, "gu") },
  { isHan: false, pattern: new RegExp(`${brings}(?<name>${first})`, "gu") },
  {
    isHan: false,
    pattern:
      /(?<![a-z])(?<name>(?:mr|mrs|ms|dr|prof|frau|herr|madame|mme|señora?|sir)\.? \p{Script=Latin}[\p{Script=Latin}'-]+)/gu,
  },
  { isHan: false, pattern: new RegExp(`${brings}(?<name>${first} ${word})`, "gu") },
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

/** Where "he", "she", 他 or 她 is said to decide. */
export function pronounThatDecides(
  clauses: readonly Clause[],
  isDenied: IsDenied,
): { start: number; isRelative: boolean } | undefined {
  for (const { text, start } of clauses) {
    for (const pattern of pronouns) {
      for (const match of text.matchAll(pattern)) {
        const place = { start: match.index, end: match.index + match[0].length };
        if (isDenied(text, place)) continue;
        return { start: start + match.index, isRelative: match.groups?.name === "who" };
      }
    }
  }
  return undefined;
}

type IsDenied = (text: string, place: Span) => boolean;

/** The places before `until` where somebody is brought in, or a deal's contact is named. */
export function introducedBefore(
  { clauses, deals }: { clauses: readonly Clause[]; deals: readonly UpdateDeal[] },
  until: number,
): MaybeName[] {
  const known = deals.flatMap((deal) => namesOf(deal).contact);
  return clauses.flatMap(({ text, start }) => {
    const said = introductions.flatMap(({ pattern, isHan }) =>
      Array.from(text.matchAll(pattern)).map((match) => {
        const name = match.groups?.name ?? "";
        const at = match.index + match[0].indexOf(name);
        return { start: at, end: at + name.length, isHan };
      }),
    );
    const contacts = known
      .flatMap((alias) => locateAll(text, alias))
      .map((span) => ({ ...span, isHan: /\p{Script=Han}/u.test(text[span.start] ?? "") }));
    return [...said, ...contacts]
      .map((place) => ({ ...place, start: start + place.start, end: start + place.end }))
      .filter(({ end }) => end <= until);
  });
}
