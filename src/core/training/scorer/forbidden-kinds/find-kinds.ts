// Which forbidden kinds a sentence is of, leaving out those it denies.
import { promises } from "../promises.ts";
import { englishComposed } from "./compose-en.ts";
import { chineseComposed } from "./compose-zh.ts";
import { englishKinds } from "./en.ts";
import type { ComposedKind, ForbiddenKind } from "./model.ts";
import { chineseKinds } from "./zh.ts";

/** A kind found in a sentence: whether a rule's wording, folded, is of it, too; and the rule for every trade. */
export type ShownKind = { includes: (never: string) => boolean; rule: string | undefined };

/** "We won't …", "it must not …": what comes before in the same clause denies it. */
const deniedBefore =
  /(\b(not|never|nobody|no one|none|without|refuse|forbidden|illegal|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|must)n't|cannot|if (somebody|someone|anyone|anybody|they|he|she))\b[^,;:!?。]{0,30}|\bif (\w+ ){0,2}|(不(?!良)|没|别|谁(也|都)|如果|有人)[^,。;!?]{0,5})$/;

/** "We can't promise that you won't …": the denial is part of what was found. */
const deniedWithin =
  /\b(can't|cannot|couldn't|won't|don't|not|never|nobody|no one) (\w+ ){0,2}(guarantee|promise|say|claim|tell)\b|没法|没办法|不能|不敢|不允许|得(由)?(医院|单位|公司)/;

/** Chinese puts the matter first: "the fee in cash, that we don't do". */
const deniedAfter =
  /^[^。!?]{0,8}(我|我们|公司|这)?[^。!?]{0,4}((谁(也|都))?(保证|承诺)不|不(能|做|给|收|敢|会|搞|碰|行|可以|允许|谈|付|出|报|走|写|提|送|办|请)|没(有|这|那))/;

/** The kinds of a folded sentence, and the sentence with all words that showed them replaced by a bare promise. */
export function findForbiddenKinds(folded: string): {
  kinds: ShownKind[];
  around: string;
  /** Shown in free order and not denied in any: no word around can decline it. */
  isComposed: boolean;
} {
  const shown = allKinds.flatMap((kind) => {
    const match = matchOf(kind, folded);
    return match && !isDenied(folded, match) ? [{ kind, words: wordsOf(kind, folded) }] : [];
  });
  const stood = /\p{Script=Han}/u.test(folded) ? "保证" : "promise";
  const longest = shown.flatMap(({ words }) => words).sort((a, b) => b.length - a.length);
  const composed = [...englishComposed, ...chineseComposed].filter((kind) => isShown(kind, folded));
  return {
    kinds: [
      ...shown.map(({ kind: { says, rule } }) => ({
        includes: (never: string) => says.some((each) => each.test(never)),
        rule,
      })),
      ...composed.map(({ all, rule }) => ({
        includes: (never: string) => all.every((each) => each.test(never)),
        rule,
      })),
    ],
    isComposed: composed.length > 0,
    around: longest.reduce((text, words) => text.replace(words, stood), folded),
  };
}

const allKinds: readonly ForbiddenKind[] = [
  ...englishKinds,
  ...chineseKinds,
  ...promises.map((pattern): ForbiddenKind => ({ id: pattern.source, says: [pattern] })),
];

function wordsOf({ says }: ForbiddenKind, folded: string): string[] {
  return says.flatMap((pattern) => pattern.exec(folded)?.[0] ?? []);
}

function isShown({ all, unless, denial }: ComposedKind, folded: string): boolean {
  return all.every((each) => each.test(folded)) && !unless?.test(folded) && !denial.test(folded);
}

function matchOf({ says, unless }: ForbiddenKind, folded: string): RegExpExecArray | undefined {
  if (unless?.test(folded)) return undefined;
  for (const pattern of says) {
    const match = pattern.exec(folded);
    if (match) return match;
  }
  return undefined;
}

function isDenied(folded: string, { 0: words, index }: RegExpExecArray): boolean {
  const isHan = /\p{Script=Han}/u.test(words);
  if (deniedBefore.test(folded.slice(0, index)) || deniedWithin.test(words)) return true;
  return isHan && deniedAfter.test(folded.slice(index + words.length));
}
