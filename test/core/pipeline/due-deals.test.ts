import { describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/model.ts";
import { byDue } from "../../../src/core/pipeline/due-deals.ts";

const deal = (id: string, nextStepDate: number | null) => ({ id, nextStepDate }) as Deal;

describe("deals that are due", () => {
  it("come by the day of their next step, those without one last", () => {
    const deals = [
      deal("none", null),
      deal("late", 300),
      deal("soon", 100),
      deal("also none", null),
    ];
    expect(deals.toSorted(byDue).map(({ id }) => id)).toEqual([
      "soon",
      "late",
      "none",
      "also none",
    ]);
  });
});
