// Text as the understanding sees it: folded, cut into sentences, and as content words in both languages.
import type { Language } from "../../model.ts";

/** More than this is nothing a person says in one turn; the rest is not read. */
export const maxRead = 2_000;
/** Nor are more sentences than these. */
const mostSentences = 200;

/** One width, one case, straight quotation marks, single spaces. */
export function fold(text: string): string {
  return text
    .slice(0, maxRead)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

/** Sentences as they were written. A full stop inside a number or a short form ends none. */
export function toSentences(text: string): string[] {
  return text
    .slice(0, maxRead)
    .split(/(?<=[!?。！？；…\n])|(?<=(?<!\b(?:mr|ms|dr|mrs|no|vs|e\.g|i\.e))\.)(?=\s|$)/iu)
    .map((each) => each.trim())
    .filter((each) => /[\p{L}\p{N}]/u.test(each))
    .slice(0, mostSentences);
}

/** Chinese when a fifth of the letters are Han: Chinese sales talk is full of Latin names and units. */
export function languageOf(text: string): Language {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return han > 0 && han >= letters / 5 ? "zh" : "en";
}

/** English stems and pairs of Han characters that carry meaning, each once. */
export function contentWords(text: string): Set<string> {
  const folded = fold(text);
  const latin = folded.match(/[a-z][a-z'-]*|\d+(?:[.,]\d+)*%?/g) ?? [];
  const stems = latin.filter((word) => !englishStops.has(word)).map(stem);
  const runs = folded.match(/\p{Script=Han}+/gu) ?? [];
  return new Set([...stems.filter((each) => each.length > 1), ...runs.flatMap(toPairs)]);
}

/** The share of `part`'s words that are in `whole`, and which: 0 when it has none. */
export function sharedWords(
  part: ReadonlySet<string>,
  whole: ReadonlySet<string>,
): { words: string[]; share: number } {
  const words = [...part].filter((word) => whole.has(word));
  return { words, share: part.size === 0 ? 0 : words.length / part.size };
}

/** Enough of Porter (1980) to bring "trained", "training" and "trains" together. */
function stem(word: string): string {
  const bare = word.replace(/'(s|re|ll|ve|d|m|t)?$/, "");
  if (bare.length < 5) return bare.replace(/s$/, "");
  return bare
    .replace(/ies$/, "y")
    .replace(/(ing|edly|ed|ions?|ments?|ly|es|s)$/, "")
    .replace(/(.)\1$/, "$1")
    .replace(/e$/, "");
}

function toPairs(run: string): string[] {
  const bare = run.replace(chineseStops, " ");
  return bare
    .split(" ")
    .flatMap((part) => Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2)));
}

const chineseStops =
  /[的了吗呢吧啊呀嘛着地得就都也还又很太您你我他她它们这那个一是在有和与跟把被给到从对为以及而且但或者什么怎么没不]/gu;

const englishStops = new Set(
  `a an the and or but if so as of to in on at by for from with about into over than then that this these those it its
  it's is are was were be been being am do does did done have has had having will would can could shall should may might
  must not no nor you your yours i i'm i'll i've i'd me my mine we our ours us they them their theirs he him his she her
  hers who whom which what when where why how there here just very really too also only any some all each every more most
  much many one two get got go going make made let let's us like know think say says said tell want need thing things way
  per cent percent we'll we're we've you'll you're you've you'd that's there's what's don't doesn't didn't can't won't isn't aren't`.split(
    /\s+/,
  ),
);
