import { describe, expect, it } from "vitest";
import type { OpenDeal } from "../../../../../src/core/pipeline/updates/deals.ts";
import {
  isTelling,
  type Saying,
  understandFor,
  understandUpdate,
} from "../../../../../src/core/pipeline/updates/saying/understand.ts";
import { testNow } from "../../../../helpers/people.ts";

const acme: OpenDeal = { id: "dea_a", account: "Acme Medical", stage: "qualified", label: "Seats" };
const beta: OpenDeal = { id: "dea_b", account: "Beta Retail", stage: "qualified", label: "Tills" };
const saying: Saying = {
  person: { timeZone: "Asia/Shanghai" },
  now: testNow,
  workdays: { isWorkday: () => true },
  deals: [acme, beta],
};

describe("understanding an update", () => {
  it("keeps each value with the words that decided it", () => {
    const draft = understandUpdate("Acme: quote sent, 50k CNY, Wang Li decides", saying);
    expect(draft).toMatchObject({ dealId: "dea_a", isNamed: true, choices: [] });
    expect(draft.values).toMatchObject({ stage: "proposal", amount: 50_000, currency: "CNY" });
    expect(draft.words.decisionMaker).toBe("Wang Li");
  });

  it("asks between deals that fit as well as each other, and reads again for the one chosen", () => {
    const draft = understandUpdate("报价已发，下周三开会", saying);
    expect(draft).toMatchObject({ dealId: null, isNamed: false, choices: ["dea_a", "dea_b"] });
    const chosen = understandFor("报价已发，下周三开会", beta, saying);
    expect(chosen).toMatchObject({ dealId: "dea_b", choices: [] });
    expect(chosen.values).toMatchObject({ stage: "proposal", nextStepDate: "2026-12-02" });
  });

  it("takes no amount of 0, and no plan for a day that is past", () => {
    expect(understandUpdate("Acme: the budget is 0 EUR", saying).values.amount).toBeUndefined();
    const past = understandUpdate("Acme: demo on 3 November 2026", saying);
    expect(past.values.nextStepDate).toBeUndefined();
  });

  it.each(["嗯 啊 那个", "uh hm mumble", "📞📞📞", "!!!"])(
    "makes nothing of the noise %s",
    (noise) => {
      const draft = understandUpdate(noise, saying);
      expect(draft.values).toEqual({});
      expect(isTelling(draft)).toBe(false);
    },
  );

  it("does not take a mood alone for an update", () => {
    expect(isTelling(understandUpdate("Acme is really happy", saying))).toBe(false);
  });
});
