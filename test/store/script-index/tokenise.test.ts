import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "../../../src/store/script-index/tokenise.ts";

const words = (text: string) => tokenise(text).words;

describe("cutting a text into terms", () => {
  it("gives forms of a word one stem", () => {
    expect(new Set(words("price prices pricing priced")).size).toBe(1);
    expect(new Set(words("stop stopping stopped")).size).toBe(1);
    expect(new Set(words("company companies")).size).toBe(1);
  });

  it("keeps words that only look alike apart", () => {
    expect(new Set(words("bus business boss less ring")).size).toBe(5);
  });

  it("reads Chinese as characters and pairs, without crossing punctuation", () => {
    expect(words("太贵，了")).toEqual(["太", "贵", "太贵", "了"]);
  });

  it("reads full-width and capital letters as plain ones", () => {
    expect(words("ＣＲＭ Crm")).toEqual(["crm", "crm"]);
  });

  it("keeps a number whole", () => {
    expect(words("3,500.5 万")).toEqual(["3,500.5", "万"]);
  });

  it("shares most pieces between a word and its misspelling", () => {
    const right = new Set(tokenise("expensive").grams);
    const shared = tokenise("expensve").grams.filter((gram) => right.has(gram));
    expect(shared.length).toBeGreaterThan(right.size / 2);
  });

  it("takes any text, and gives no empty term", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { words: all, grams } = tokenise(text);
        expect([...all, ...grams].every((term) => term.length > 0)).toBe(true);
      }),
    );
  });
});
