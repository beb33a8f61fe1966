import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal } from "../../../../src/core/model.ts";
import { changesSince, seenOf } from "../../../../src/core/pipeline/updates/changes.ts";
import { withProof } from "../../../../src/core/pipeline/updates/evidence.ts";
import { emptyBody } from "../../../../src/core/pipeline/updates/stored.ts";
import {
  fromDeal,
  fromForm,
  sayValue,
  toDealSet,
} from "../../../../src/core/pipeline/updates/values.ts";
import { recordDefaults } from "../../../../src/core/records/defaults.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";

const lei = aPerson("per_lei", { language: "zh", timeZone: "Asia/Shanghai" });
const reading = readingOf(lei);
const deal = {
  ...recordDefaults.deal,
  ...{ id: "dea_1", name: "Seats", stage: "qualified", createdAt: testNow, updatedAt: testNow },
} as Deal;
const newId = () => "tch_1";

describe("values of an update", () => {
  it("closes the deal that is won, and opens one that goes back", () => {
    const at = { person: lei, deal, now: testNow };
    expect(toDealSet({ stage: "won" }, at)).toMatchObject({ status: "won", closedAt: testNow });
    const won = { ...deal, stage: "won", status: "won" } as Deal;
    const back = toDealSet({ stage: "negotiation" }, { ...at, deal: won });
    expect(back).toMatchObject({ status: "open", closedAt: null });
  });

  it("keeps a day the same day in its person's zone", () => {
    const days = fc.date({
      min: new Date("2026-01-01"),
      max: new Date("2030-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const closeDate = date.toISOString().slice(0, 10);
        const set = toDealSet({ closeDate }, { person: lei, deal, now: testNow });
        expect(fromDeal(set, lei.timeZone)).toEqual({ closeDate });
      }),
    );
  });

  it("keeps steps and reasons in its person's words, and knows them again in a form", () => {
    const set = toDealSet({ nextStep: "meeting" }, { person: lei, deal, now: testNow });
    expect(set.nextStep).toBe("会面");
    expect(fromForm({ nextStep: "会面" }, reading).values.nextStep).toBe("meeting");
    const own = fromForm({ nextStep: "带厂长来看样机" }, reading).values;
    expect(sayValue("nextStep", { values: own, currency: null, reading })).toBe("带厂长来看样机");
  });

  it.each([0, -5, "abc"])("refuses the amount %s in a form, in words", (amount) => {
    const { values, errors } = fromForm({ amount }, reading);
    expect(values.amount).toBeUndefined();
    expect(errors.amount).toContain("大于 0");
  });

  it("says what changed on the deal since it was shown", () => {
    const now = { ...deal, amount: 60_000, currency: "CNY" };
    expect(changesSince(seenOf({ ...now, amount: 50_000 }), now, reading)).toEqual([
      "金额：¥5万 → ¥6万",
    ]);
    expect(changesSince(seenOf(deal), deal, reading)).toEqual([]);
  });
});

describe("evidence typed into a form", () => {
  it("is a link, or a customer's words, once however often it is sent", () => {
    const link = withProof(emptyBody, "see https://a.example/q.pdf.", { newId });
    expect(link.evidence).toEqual([{ kind: "link", ref: "https://a.example/q.pdf." }]);
    const words = withProof(emptyBody, "We accept your offer. Wang", { newId });
    expect(words.evidence).toEqual([{ kind: "message", ref: "tch_1" }]);
    expect(withProof(words, "We accept your offer. Wang", { newId })).toBe(words);
  });

  it.each(["ok", "n/a", "待定", "…"])("is not %s", (proof) => {
    expect(withProof(emptyBody, proof, { newId }).evidence).toEqual([]);
  });
});
