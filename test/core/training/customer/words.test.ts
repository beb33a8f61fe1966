import { describe, expect, it } from "vitest";
import { fittingLines, freshLines } from "../../../../src/core/training/customer/fitting-lines.ts";
import { occasions } from "../../../../src/core/training/customer/lines/model.ts";
import { nearestNames } from "../../../../src/core/training/customer/nearest-names.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { linesFor, writeOut } from "../../../../src/core/training/customer/register.ts";
import { library, scenarios } from "../reps.ts";

const planOf = (scenario: string, language: "en" | "zh") => toPlan(library, { scenario, language });

describe("lines that take up an answer", () => {
  it("name no figure that nobody named", () => {
    const lines = ["Eleven months. That I can work with.", "An answer with a date in it. Good."];
    expect(fittingLines(lines, "It pays back in thirteen months, by May.")).toEqual([lines[1]]);
    expect(fittingLines(["十一个月，可以。"], "十四个月回本。")).toEqual([]);
    expect(fittingLines(["十四个月，可以。"], "十四个月回本。")).toEqual(["十四个月，可以。"]);
  });

  it("are those that share most with it", () => {
    const lines = ["The contract, then.", "Nights covered by your trainer. Good."];
    expect(fittingLines(lines, "Our trainer covers the first nights.")).toEqual([lines[1]]);
  });

  it("say nothing over again when another is left", () => {
    const lines = ["The calibration is two months overdue.", "Who tells me about an update?"];
    expect(freshLines(lines, ["Calibration is two months overdue, nobody took it over."])).toEqual([
      lines[1],
    ]);
    expect(freshLines([lines[0] ?? ""], [lines[0] ?? ""])).toEqual([lines[0]]);
  });
});

describe("the register", () => {
  it("is 您 all through for somebody who says 您, and 你 for somebody who does not", () => {
    const polite = planOf("tui-huo-san-bai-xiang", "zh");
    const familiar = planOf("county-dsa-budget", "zh");
    for (const occasion of occasions) {
      for (const line of linesFor(polite, occasion)) expect(line).not.toMatch(/你(?!们)/);
      for (const line of linesFor(familiar, occasion)) expect(line).not.toMatch(/您/);
    }
  });

  it("has no short forms for somebody who uses none", () => {
    const formal = planOf("closure-device-evidence", "en");
    for (const occasion of occasions) {
      for (const line of linesFor(formal, occasion))
        expect(line).not.toMatch(/\b(I'm|don't|it's)\b/);
    }
    expect(writeOut("I've no idea, and you won't say.")).toBe(
      "I have no idea, and you will not say.",
    );
  });

  it("leaves every occasion at least three lines in every scenario", () => {
    for (const { scenario, language } of scenarios) {
      const plan = planOf(scenario, language);
      for (const occasion of occasions) {
        expect(new Set(linesFor(plan, occasion)).size).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe("a name that is none", () => {
  it("is answered with the nearest ones", () => {
    expect(nearestNames("pump-night", ["mri-cap", "pumps-night-shift"])[0]).toBe(
      "pumps-night-shift",
    );
  });

  it("is refused by the plan with them, and with the language that has it", () => {
    expect(() => planOf("pumps-nightshift", "en")).toThrow(/Close to it: pumps-night-shift/);
    expect(() => planOf("pumps-night-shift", "zh")).toThrow(/medical has it in en/);
  });
});
