import { describe, expect, it } from "vitest";
import { toHealth, weeksShown } from "../../../src/core/customers/health.ts";
import type { TouchCount } from "../../../src/core/ports.ts";

function aCount(week: number, touches: number, set: Partial<TouchCount> = {}): TouchCount {
  const counted = { touches, looked: touches, lastAt: week, delayMs: 0 };
  return { type: "page.view", source: "web", week, ...counted, ...set };
}

const trendOf = (...weeks: [number, number][]) =>
  toHealth(weeks.map(([week, touches]) => aCount(week, touches))).trend;

describe("a customer's health", () => {
  it("says which way it goes, and takes small changes for chance", () => {
    expect(trendOf()).toBe("none");
    expect(trendOf([7, 1])).toBe("new");
    expect(trendOf([0, 5])).toBe("quiet");
    expect(trendOf([4, 4], [6, 9])).toBe("more");
    expect(trendOf([4, 9], [6, 4])).toBe("less");
    expect(trendOf([4, 1], [6, 2])).toBe("same");
  });

  it("adds a signal up over its weeks, with the latest moment and the mean delay", () => {
    const { signals, weeks } = toHealth([
      aCount(1, 3, { delayMs: 0, lastAt: 10 }),
      aCount(2, 1, { delayMs: 400, lastAt: 20 }),
      aCount(2, 1, { type: "ticket.opened", source: "zendesk" }),
    ]);
    expect(signals.marketing).toMatchObject([{ touches: 4, lastAt: 20, delayMs: 100 }]);
    expect(signals.service).toHaveLength(1);
    expect(weeks.marketing).toEqual([0, 3, 1, ...Array(weeksShown - 3).fill(0)]);
  });

  it("shows what they did last first, however often they did something else before", () => {
    const { signals } = toHealth([
      aCount(1, 9, { lastAt: 10 }),
      aCount(7, 1, { type: "file.download", lastAt: 90 }),
      aCount(6, 3, { type: "form.submit", lastAt: 10 }),
    ]);
    const types = signals.marketing.map(({ type }) => type);
    expect(types).toEqual(["file.download", "page.view", "form.submit"]);
  });

  it("does not take for a signal what we sent, or a record that another system changed", () => {
    const { signals } = toHealth([
      aCount(1, 1, { type: "email.sent" }),
      aCount(1, 1, { type: "record.changed" }),
      aCount(1, 1, { type: "visitor.identified" }),
    ]);
    expect(Object.values(signals).flat()).toEqual([]);
  });
});
