// Titles and descriptions: alike by their letters, by all that is said, and by the part numbers in them.
import { type Column, missing } from "./column.ts";
import { createVectors } from "./gram-vectors.ts";

/** What a row says: its title, and everything. */
export type Wording = { title: string; all: string };

/** Twenty levels of a twentieth each: the weights find out what each is worth. */
const steps = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

/**
 * A column of texts. The similarity is the mean of three cosines: four letters in a row of the title (spaces left out,
 * so that "Tech Craft" is "Techcraft"), the same of everything, and part numbers; where a row has none, of the first two.
 */
export function textColumn(name: string, rows: readonly Wording[]): Column {
  const grams = rows.map(({ title }) => gramsOf(title));
  const codes = rows.map(({ all }) => partNumbersOf(all));
  const titles = createVectors(grams);
  const texts = createVectors(rows.map(({ all }) => gramsOf(all)));
  const parts = createVectors(codes);
  return {
    name,
    identifies: true,
    steps,
    compare(left, right) {
      if (titles.isEmpty(left) || titles.isEmpty(right)) return missing;
      const alike = titles.cosine(left, right) + texts.cosine(left, right);
      if (parts.isEmpty(left) || parts.isEmpty(right)) return alike / 2;
      return (alike + parts.cosine(left, right)) / 3;
    },
    keysOf: (row) => [...(grams[row] ?? []), ...(codes[row] ?? [])].map((key) => `${name}:${key}`),
    rarity: () => 0,
  };
}

const gramLength = 4;

function gramsOf(text: string): string[] {
  const letters = foldText(text).replace(/[^\p{L}\p{N}]+/gu, "");
  const count = Math.max(letters === "" ? 0 : 1, letters.length - gramLength + 1);
  return Array.from({ length: count }, (_, at) => letters.slice(at, at + gramLength));
}

/** "DEH-2000MP" and "DEH2000MP" are one: letters and digits together, or five digits and more. */
function partNumbersOf(text: string): string[] {
  const words = foldText(text).match(/[a-z0-9]+(?:[-/][a-z0-9]+)*/g) ?? [];
  return words
    .map((word) => word.replace(/[-/]/g, ""))
    .filter((word) => /\d/.test(word) && word.length >= (/[a-z]/.test(word) ? 4 : 5));
}

const foldText = (text: string) => text.normalize("NFKC").toLowerCase();
