import { describe, expect, it } from "vitest";
import { RetryLater } from "../../../../src/core/errors.ts";
import type { ClosedDeal, TeamFacts } from "../../../../src/core/leads/gathering/facts.ts";
import {
  callsFor,
  callsOfDeal,
  callsOfLibrary,
} from "../../../../src/core/leads/gathering/skill-calls.ts";
import type { Account } from "../../../../src/core/model.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";
import { library } from "../../training/reps.ts";

const deal = (industry: string, set: Partial<ClosedDeal>): ClosedDeal => ({
  ...{ dealId: "dea_1", won: false, closedAt: testNow, firstContactHours: null },
  ...{ account: { industry } as Account, touches: new Map(), ...set },
});
const team = (deals: ClosedDeal[], byVertical = callsOfLibrary(() => library)): TeamFacts => ({
  reps: [{ person: aPerson("per_1"), open: 0, offered: 0, absence: null, deals }],
  licensed: new Set(),
  calls: { byVertical, known: new Map() },
});

describe("what a kind of customer calls for", () => {
  it("is what its playbook's customers object to, by any name of the industry", () => {
    const medical = callsFor("Medical", team([]));
    expect(medical.get("objection_handling")).toBeGreaterThan(20);
    expect(medical.get("price_negotiation")).toBeGreaterThan(0);
    expect(callsFor("医疗器械", team([]))).toEqual(medical);
    expect(callsFor("Fishing", team([])).size).toBe(0);
    expect(callsFor(null, team([])).size).toBe(0);
  });

  it("is also what deals in the industry met with, in either language", () => {
    expect(callsOfDeal({ competitor: "Initech" })).toEqual(["competitor_comparison"]);
    expect(callsOfDeal({ lossReason: "Too expensive for us" })).toContain("price_negotiation");
    expect(callsOfDeal({ lossReason: "价格太贵了" })).toContain("price_negotiation");
    expect(callsOfDeal({})).toEqual([]);
    const fishing = [deal("Fishing", { competitor: "Initech" }), deal("Fishing", {})];
    expect([...callsFor("Fishing", team(fishing))]).toEqual([["competitor_comparison", 1]]);
  });

  it("is unknown while the library is being read, rather than waited for", () => {
    const reading = () => {
      throw new RetryLater("being read", { afterMs: 1 });
    };
    expect(callsOfLibrary(reading).size).toBe(0);
    expect(callsOfLibrary(undefined).size).toBe(0);
  });
});
