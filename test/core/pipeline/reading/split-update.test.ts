import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { partAbout, splitUpdate } from "../../../../src/core/pipeline/reading/split-update.ts";
import type { UpdateContext } from "../../../../src/core/pipeline/reading/understood.ts";

const deals: UpdateContext["deals"] = [
  { id: "acme", account: "Acme Corp", contact: "Linda Park", product: "Seats", stage: "qualified" },
  { id: "tills", account: "Beta Retail", contact: "Tom Reed", product: "Tills", stage: "proposal" },
  {
    id: "carts",
    account: "Beta Retail",
    contact: "Tom Reed",
    product: "Carts",
    stage: "qualified",
  },
  { id: "hua", account: "华星光电", contact: "陈涛", product: "检测线", stage: "qualified" },
  { id: "bei", account: "北辰科技", contact: "刘敏", product: "客户平台", stage: "contacted" },
];
const context: UpdateContext = {
  ...{ now: Date.parse("2026-03-10T02:00:00Z"), timeZone: "Asia/Shanghai" },
  ...{ workdays: createCalendar(), deals },
};
const split = (text: string) => splitUpdate(text, context);

describe("a text about several deals", () => {
  it("is one part for each deal it names, in its own words", () => {
    expect(split("Acme signed 30k, Beta tills demo Friday")).toEqual([
      { dealId: "acme", text: "Acme signed 30k," },
      { dealId: "tills", text: "Beta tills demo Friday" },
    ]);
    expect(split("华星签了30万，北辰下周三演示").map(({ dealId }) => dealId)).toEqual([
      "hua",
      "bei",
    ]);
  });

  it("tells two deals of one account apart by their products, or not at all", () => {
    const both = split("Beta tills: call Friday. Beta carts: quote sent, 9k.");
    expect(both.map(({ dealId }) => dealId)).toEqual(["tills", "carts"]);
    expect(split("Acme signed 30k. Beta wants a demo Friday")).toEqual([]);
  });

  it.each([
    ["both in one breath", "Acme and Beta both want a demo Friday"],
    ["one that is not named", "Acme signed 30k, the other one wants a demo Friday"],
    ["one of which nothing is told", "No news on Acme. Beta tills demo Friday"],
    ["a correction", "Acme 80k. Sorry that's Beta tills, 80k for Beta tills"],
    ["a condition of the other", "If Acme signs 30k, Beta tills get a demo Friday"],
    ["a first name that may be anybody's", "Acme demo Friday. Tom decides."],
    ["one coming back", "Acme signed 30k. Beta tills demo Friday. Acme wants a call Monday."],
    ["没有点名的另一家", "华星签了30万，另一家下周三演示"],
  ])("is left whole with %s", (_, text) => {
    expect(split(text)).toEqual([]);
  });

  it("is read for the deal that was chosen without what it says of the other", () => {
    const about = (dealId: string) =>
      partAbout("Acme signed 30k, the other one wants a demo Friday", { deals, dealId });
    expect(about("acme")).toBe("Acme signed 30k,");
    expect(about("tills")).toBe("the other one wants a demo Friday");
    expect(partAbout("demo on Friday", { deals, dealId: "acme" })).toBe("demo on Friday");
  });
});
