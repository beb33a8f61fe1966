// Who decides, signs, approves or gives the answer, by name.
import { type Clause, pairsOf, toClauses } from "../clauses.ts";
import { isDenied } from "../find-meanings.ts";
import { type Folded, spanOf } from "../folded.ts";
import { decidesAcross, hanDecides, latinDecides } from "../lexicon/deciders.ts";
import { honorifics } from "../lexicon/zh.ts";
import type { UpdateDeal } from "../understood.ts";
import { withoutAsides } from "./asides.ts";
import { introducedBefore, pronounThatDecides } from "./find-antecedent.ts";
import { type Name, namedIn, theOnly } from "./named-in.ts";
import { hanName, lastHanName, toPerson } from "./person-names.ts";

const word = "\\p{Script=Latin}[\\p{Script=Latin}'-]+";
const title = "(?:(?:mr|mrs|ms|dr|prof)\\.? |(?:\\p{Script=Latin}\\.){1,4} ?)?";
const latinName = `(?<name>${title}${word}(?: ${word}){0,4}`;
const latinInHan = `(?<name>(?<![a-z])${title}${word}(?: ${word})?(?: ?(?:${honorifics}))?)`;
/** How a name reads before a verb, and where it stands last. */
const nameIn = {
  latin: { first: `${latinName}?)`, last: `${latinName})` },
  han: { first: hanName, last: lastHanName },
  latinInHan: { first: latinInHan, last: latinInHan },
};

type Way = { pattern: RegExp; isHan: boolean; leading: boolean };

const ways = [
  ...latinDecides.map((source) => toWay(source, "latin")),
  ...[...latinDecides, ...hanDecides].map((source) => toWay(source, "han")),
  ...hanDecides.map((source) => toWay(source, "latinInHan")),
];
const waysAcross = decidesAcross.map(({ pattern, isHan }) =>
  toWay(pattern, isHan ? "han" : "latin"),
);

/** A name that stands last takes all the words it can, one before a verb as few as it must. */
function toWay(source: string, script: keyof typeof nameIn): Way {
  const leading = /NAME(?:\(\?=.*)?$/.test(source);
  const name = nameIn[script][leading ? "last" : "first"];
  return {
    pattern: new RegExp(source.replace("NAME", name), "dgu"),
    isHan: script === "han",
    leading,
  };
}

/** Who decides; undefined for a role without a name, or for two names. */
export function findDecisionMaker(folded: Folded, deals: readonly UpdateDeal[]): Name | undefined {
  const { folded: plain, back } = withoutAsides(folded);
  const clauses = toClauses(plain.text).filter(({ status }) => status === "asserted");
  const people = [
    ...clauses.flatMap((clause) => ways.flatMap((way) => placesIn(clause, way))),
    ...pairsOf(clauses).flatMap((pair) =>
      waysAcross.flatMap((way) => placesIn(pair, { ...way, denied: true })),
    ),
  ].flatMap((place) => toPerson(plain, place, deals) ?? []);
  const name =
    people.length > 0 ? theOnly(people) : decidesByPronoun({ folded: plain, clauses, deals });
  if (!name) return undefined;
  const place = { start: back[name.start] ?? 0, end: (back[name.end - 1] ?? 0) + 1 };
  return { ...place, value: spanOf(folded, place).words };
}

const placesIn = (clause: Clause, { isHan, leading, ...way }: Way & { denied?: boolean }) =>
  namedIn(clause, way).map((span) => ({ ...span, isHan, leading }));

type Place = { folded: Folded; clauses: readonly Clause[]; deals: readonly UpdateDeal[] };

/** "Sandy … she approves it": the one person named before, if there is just one; "Sandy, who": the last. */
function decidesByPronoun({ folded, clauses, deals }: Place): Name | undefined {
  const at = pronounThatDecides(clauses, isDenied);
  if (at === undefined) return undefined;
  const people = introducedBefore({ clauses, deals }, at.start)
    .toSorted((a, b) => a.end - b.end)
    .flatMap((place) => toPerson(folded, place, deals) ?? []);
  return at.isRelative ? people.at(-1) : theOnly(people);
}
