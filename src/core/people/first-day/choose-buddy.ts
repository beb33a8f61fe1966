// Who stands by a newcomer: of those who agreed, whoever has won most with customers like theirs. Shown without any number.
import type { Person } from "../../model.ts";

/** A colleague who agreed, with what they won and whom they stand by already. */
export type Candidate = {
  person: Pick<Person, "id" | "languages">;
  /** Of each deal they won: which kind of customer it was. */
  won: readonly Kind[];
  /** Newcomers they stand by already. */
  newcomers: number;
};

/** A kind of customer; null where it is not known. */
export type Kind = { vertical: string | null; segment: string | null };

type Newcomer = { person: Pick<Person, "id" | "languages">; kinds: readonly Kind[] };

/** How many newcomers one colleague stands by at a time: more would be no help to any. Our judgement. */
const mostNewcomers = 2;

/**
 * Of those who share a language with them: most wins in their verticals, then in their segments, then fewest newcomers.
 * Undefined where nobody who agreed has won anything like it.
 */
export function chooseBuddy(
  { person, kinds }: Newcomer,
  candidates: readonly Candidate[],
): string | undefined {
  const verticals = new Set(kinds.flatMap(({ vertical }) => vertical ?? []));
  const segments = new Set(kinds.flatMap(({ segment }) => segment ?? []));
  const [best] = candidates
    .filter((one) => one.person.id !== person.id && one.newcomers < mostNewcomers)
    .filter((one) => one.person.languages.some((each) => person.languages.includes(each)))
    .map((one) => ({
      ...one,
      inVertical: one.won.filter(({ vertical }) => verticals.has(vertical ?? "")).length,
      inSegment: one.won.filter(({ segment }) => segments.has(segment ?? "")).length,
    }))
    .filter(({ inVertical, inSegment }) => inVertical + inSegment > 0)
    .sort(
      (a, b) =>
        b.inVertical - a.inVertical ||
        b.inSegment - a.inSegment ||
        a.newcomers - b.newcomers ||
        (a.person.id < b.person.id ? -1 : 1),
    );
  return best?.person.id;
}
