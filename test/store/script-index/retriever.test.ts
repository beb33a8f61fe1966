import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createRetriever,
  type Method,
  type SearchDocument,
} from "../../../src/store/script-index/retriever.ts";

const documents: SearchDocument[] = [
  { id: "dear", text: "It is too expensive for us", tags: { language: ["en"] } },
  { id: "quotes", text: "We have three quotes on the table", tags: { language: ["en"] } },
  { id: "gui", text: "太贵了，我们买不起", tags: { language: ["zh"] } },
  { id: "baojia", text: "我手里有三家报价", tags: { language: ["zh"] } },
];
const methods: Method[] = ["bm25", "vectors", "hybrid"];

describe.each(methods)("a retriever by %s", (method) => {
  const { search } = createRetriever(documents, { method });

  it("finds English and Chinese", () => {
    expect(search("expensive")[0]?.id).toBe("dear");
    expect(search("太贵")[0]?.id).toBe("gui");
  });

  it("finds nothing where nothing is shared", () => {
    expect(search("zzzz qqqq")).toEqual([]);
    expect(search("")).toEqual([]);
  });

  it("gives scores in [0, 1], best first", () => {
    const scores = search("three quotes, too expensive").map(({ score }) => score);
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("answers the same when it is made again", () => {
    const again = createRetriever(documents, { method });
    expect(again.search("三家 expensive quotes")).toEqual(search("三家 expensive quotes"));
  });

  it("takes no documents", () => {
    expect(createRetriever([], { method }).search("anything")).toEqual([]);
  });
});

it("finds a misspelt word by its pieces", () => {
  expect(createRetriever(documents).search("expensve")[0]?.id).toBe("dear");
});

it("puts a word in a part that weighs more first", () => {
  const part = (text: string, weight: number) => ({ text, weight });
  const { search } = createRetriever(
    [
      { id: "low", text: [part("price", 0.5), part("delay", 2)] },
      { id: "high", text: [part("price", 2), part("delay", 0.5)] },
    ],
    { method: "bm25" },
  );
  expect(search("price").map(({ id }) => id)).toEqual(["high", "low"]);
});

describe("narrowing", () => {
  const word = fc.constantFrom("price", "budget", "quote", "太贵", "预算", "报价", "boss");
  const tag = fc.constantFrom("a", "b", "c");
  const tags = fc.record(
    {
      tactic: fc.uniqueArray(tag, { minLength: 1 }),
      scenario: fc.uniqueArray(tag, { minLength: 1 }),
    },
    { requiredKeys: [] },
  );
  const corpora = fc.array(
    fc.record({
      text: fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(" ")),
      tags,
    }),
    { minLength: 1, maxLength: 30 },
  );
  const filters = fc.record({ tactic: tag, scenario: tag }, { requiredKeys: [] });

  it.each<Method>(["bm25", "vectors"])(
    "gives by %s exactly what a search of everything gives, less the rest",
    (method) => {
      fc.assert(
        fc.property(corpora, filters, word, (corpus, filter, query) => {
          const all = corpus.map((each, index) => ({ ...each, id: String(index) }));
          const { search } = createRetriever(all, { method });
          const fits = ({ id }: { id: string }) =>
            Object.entries(filter).every(([key, value]) => {
              const own = all[Number(id)]?.tags[key as "tactic"];
              return own === undefined || own.some((each) => each === value);
            });
          const narrowed = search(query, { filter: filter as Record<string, string>, limit: 30 });
          const everything = search(query, { limit: 30 });
          expect(narrowed.map(({ id }) => id)).toEqual(everything.filter(fits).map(({ id }) => id));
        }),
        { numRuns: 40 },
      );
    },
  );
});

describe("a text's vector", () => {
  const { embed } = createRetriever(documents);
  const lengthOf = (vector: Float32Array) => Math.hypot(...vector);

  it("has length 1, or 0 when nothing of it is known", () => {
    expect(lengthOf(embed("too expensive"))).toBeCloseTo(1, 5);
    expect(lengthOf(embed("zzzz"))).toBe(0);
  });

  it("is the same every time", () => {
    expect(createRetriever(documents).embed("太贵了")).toEqual(embed("太贵了"));
  });
});
