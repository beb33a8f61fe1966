import { describe, expect, it } from "vitest";
import { countBySource } from "../../../src/core/leads/lead-sources.ts";

const lead = (id: string, rest: Partial<Parameters<typeof countBySource>[0][number]> = {}) => ({
  ...{ id, source: "website", status: "new" as const, outcome: null },
  ...rest,
});

describe("what became of leads", () => {
  it("is counted by source, the largest first", () => {
    const leads = [lead("1", { source: "event" }), lead("2"), lead("3")];
    expect(countBySource(leads, [])).toEqual([
      { source: "website", leads: 2, taken: 0, deals: 0, won: 0, lost: 0 },
      { source: "event", leads: 1, taken: 0, deals: 0, won: 0, lost: 0 },
    ]);
  });

  it("knows the end from the lead, else from the deal it became", () => {
    const leads = [
      lead("1", { outcome: "won", status: "lost" }),
      lead("2", { status: "converted" }),
      lead("3", { status: "converted" }),
      lead("4", { status: "accepted" }),
    ];
    const deals = [
      { leadId: "2", status: "lost" as const },
      { leadId: "3", status: "open" as const },
    ];
    expect(countBySource(leads, deals)).toMatchObject([
      { leads: 4, taken: 4, deals: 2, won: 1, lost: 1 },
    ]);
  });

  it("keeps those without a source apart", () => {
    const counts = countBySource([lead("1", { source: null }), lead("2")], []);
    expect(counts.map(({ source }) => source)).toEqual([null, "website"]);
  });
});
