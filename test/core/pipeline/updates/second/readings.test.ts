// Our reading and a model's: what of the model's is believed, and what is left to choose.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareReadings,
  withoutOpen,
} from "../../../../../src/core/pipeline/updates/second/compare-readings.ts";
import {
  groundReading,
  modelReadingSchema,
} from "../../../../../src/core/pipeline/updates/second/model-reading.ts";
import { toQuestion } from "../../../../../src/core/pipeline/updates/second/reader.ts";
import { oursAlone } from "../../../../../src/core/pipeline/updates/second/take-value.ts";
import { emptyBody } from "../../../../../src/core/pipeline/updates/stored.ts";

const text = "Quote went out to Acme, 50k EUR. Wang Li decides, demo on Friday.";
const place = { text, today: "2026-03-10" };
const ground = (...facts: unknown[]) =>
  groundReading(modelReadingSchema.parse({ deal: null, facts }), place);

describe("a model's reading", () => {
  it("is believed where its words are in the text", () => {
    expect(
      ground(
        { field: "amount", value: 50_000, quote: "50k  eur" },
        { field: "decisionMaker", value: "Wang Li", quote: "Wang Li decides" },
      ),
    ).toEqual({
      values: { amount: 50_000, decisionMaker: "Wang Li" },
      words: { amount: "50k  eur", decisionMaker: "Wang Li decides" },
    });
  });

  it.each([
    ["words that are not there", { field: "amount", value: 60_000, quote: "60k EUR" }],
    ["no words", { field: "stage", value: "won", quote: " . " }],
    ["a name that was not said", { field: "decisionMaker", value: "Mr Wang", quote: "Wang Li" }],
    ["a stage there is none of", { field: "stage", value: "closed", quote: "Quote went out" }],
    ["an amount of nothing", { field: "amount", value: 0, quote: "50k EUR" }],
    ["an amount in words", { field: "amount", value: "50k", quote: "50k EUR" }],
    ["a day that is past", { field: "nextStepDate", value: "2026-03-06", quote: "Friday" }],
    ["a day there is none of", { field: "closeDate", value: "2026-02-31x", quote: "Friday" }],
    ["a field of its own", { field: "ownerId", value: "per_mia", quote: "Acme" }],
    ["nonsense", 42],
  ])("is dropped for %s", (_, fact) => {
    expect(ground(fact)).toEqual({ values: {}, words: {} });
  });

  it("says nothing of a field it reads in two ways", () => {
    const twice = [13, 14].map((day) => ({
      ...{ field: "nextStepDate", value: `2026-03-${day}`, quote: "Friday" },
    }));
    expect(ground(...twice).values).toEqual({});
  });

  it("is asked with the words alone, and numbers for deals", () => {
    const deals = [
      { id: "dea_1", account: "Beta Retail", stage: "new" as const },
      { id: "dea_2", account: "Acme Corp", contact: "Wang Li", stage: "won" as const },
    ];
    const said = { text, now: Date.parse("2026-03-10T15:00:00Z"), timeZone: "America/New_York" };
    const { question, ids } = toQuestion({ ...said, deals });
    expect(question).toEqual({
      ...{ text, today: "2026-03-10", weekday: "Tuesday", timeZone: "America/New_York" },
      deals: [{ number: 1, namedAs: "Acme" }],
    });
    expect(ids).toEqual(["dea_2"]);
  });
});

const side = (value: number, currency: string) => ({
  ...{ values: { amount: value, currency }, words: { amount: "so much" } },
});

describe("two readings", () => {
  it("agree, differ, or one found more: only what differs or is new is left to choose", () => {
    const ours = {
      values: { stage: "proposal", amount: 50_000, currency: "EUR", nextStep: "demo" } as const,
      words: { amount: "50k EUR" },
    };
    const theirs = {
      values: { stage: "proposal", amount: 60_000, currency: "EUR", risk: true } as const,
      words: { amount: "60k", risk: "stuck" },
    };
    const compared = compareReadings(ours, theirs);
    expect(compared).toEqual({
      agreed: ["stage", "currency"],
      open: [
        {
          field: "amount",
          ours: { value: 50_000, words: "50k EUR", currency: "EUR" },
          theirs: { value: 60_000, words: "60k", currency: "EUR" },
        },
        { field: "risk", theirs: { value: true, words: "stuck" } },
      ],
    });
    expect(withoutOpen(ours.values, compared)).toEqual({ stage: "proposal", nextStep: "demo" });
  });

  it("agree about a name in whatever case", () => {
    const read = (decisionMaker: string) => ({ values: { decisionMaker }, words: {} });
    expect(compareReadings(read("Wang Li"), read("wang li")).open).toEqual([]);
  });

  it("never put a value of the model's into the update by themselves, and ours can be had back whole", () => {
    const amounts = fc.tuple(fc.integer({ min: 1 }), fc.constantFrom("EUR", "CNY"));
    fc.assert(
      fc.property(amounts, amounts, ([our, ourCurrency], [their, theirCurrency]) => {
        const ours = side(our, ourCurrency);
        const compared = compareReadings(ours, side(their, theirCurrency));
        const values = withoutOpen(ours.values, compared);
        for (const [field, value] of Object.entries(values)) {
          expect(value).toBe(ours.values[field as "amount"]);
        }
        const by = { host: "h", model: "m" };
        const second = { state: "read" as const, by, ...compared };
        expect(oursAlone({ ...emptyBody, values, second }).values).toEqual(ours.values);
      }),
    );
  });
});
