import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf } from "../../../../src/core/pipeline/reports/period.ts";
import { longestWritten } from "../../../../src/core/pipeline/reports/report.ts";
import { textIn, toFields, wrongWith } from "../../../../src/core/pipeline/reports/report-parts.ts";
import { isNothing, mergeFields, type Work } from "../../../../src/core/pipeline/reports/work.ts";
import { writeReport } from "../../../../src/core/pipeline/reports/write-report.ts";
import type { Talk } from "../../../../src/core/pipeline/updates/stored.ts";
import {
  emptyBody,
  type StageUpdate,
  type Written,
} from "../../../../src/core/pipeline/updates/stored.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";

const workdays = { isWorkday: () => true };
const ana = aPerson("per_ana", { name: "Ana Silva" });
const lei = aPerson("per_lei", { name: "李雷", language: "zh", timeZone: "Asia/Shanghai" });
const period = periodOf("day", "2026-11-23", { timeZone: "UTC", workdays });
const nothing: Work = {
  deals: [],
  talks: [],
  done: [],
  leads: [],
  ahead: { steps: [], actions: [] },
};

const anUpdate = (id: string, confirmedAt: number, fields: Written["fields"]): StageUpdate => ({
  ...{ id, personId: "per_ana", dealId: "dea_1", text: "", state: "confirmed" },
  understood: {
    ...emptyBody,
    written: { fields, mark: "", updatedAt: 0, actionId: null, replaced: [] },
  },
  ...{ createdAt: confirmedAt, confirmedAt, undoneAt: null },
});
const write = (work: Partial<Work>, person = ana) =>
  writeReport(person, { work: { ...nothing, ...work }, period });

describe("what updates made of a deal", () => {
  it("goes from where it was first to where it is last, whatever order they are read in", () => {
    const updates = [
      anUpdate("b", 2, { stage: { from: "proposal", to: "won" }, amount: { from: 10, to: 12 } }),
      anUpdate("a", 1, { stage: { from: "new", to: "proposal" }, amount: { from: null, to: 10 } }),
    ];
    expect(mergeFields(updates).get("dea_1")).toEqual({
      ...{ stage: { from: "new", to: "won" }, amount: { from: null, to: 12 } },
    });
  });

  it("is nothing where it was put back", () => {
    const updates = [
      anUpdate("a", 1, { stage: { from: "new", to: "proposal" } }),
      anUpdate("b", 2, { stage: { from: "proposal", to: "new" } }),
    ];
    expect(mergeFields(updates).size).toBe(0);
  });
});

describe("a report", () => {
  it("names stages, amounts, losses and next steps as they are stored, to the last figure", () => {
    const fields = {
      stage: { from: "qualified", to: "lost" },
      amount: { from: 40_000, to: 123_456.78 },
      lossReason: { from: null, to: "Price" },
      nextStep: { from: null, to: "Demo" },
      nextStepDate: { from: null, to: Date.UTC(2026, 10, 27) },
    };
    const deal = { label: "Seats · Acme", currency: "EUR", fields };
    expect(write({ deals: [deal] })).toContain(
      "- Seats · Acme: qualified → lost; Amount: €40,000 → €123,456.78; Loss reason: Price; " +
        "Next step: Demo, 27 Nov 2026",
    );
    const inChinese = write({ deals: [{ ...deal, currency: "CNY" }] }, lei);
    expect(inChinese).toContain("金额：¥40,000 → ¥123,456.78；丢单原因：Price；下一步：Demo，");
    expect(inChinese.split("\n")[0]).toBe("日报，2026年11月23日");
  });

  it("says the currency, a cleared field and a day without a step as what they are", () => {
    const fields = {
      currency: { from: null, to: "USD" },
      competitor: { from: "Beta", to: null },
      nextStepDate: { from: null, to: Date.UTC(2026, 10, 27) },
      budgetStatus: { from: null, to: "confirmed" },
      closedAt: { from: null, to: 1 },
    };
    const text = write({ deals: [{ label: "Seats", currency: "USD", fields }] });
    expect(text).toContain(
      "- Seats: Currency: USD; Budget: confirmed; Competitor: nothing; On: 27 Nov 2026",
    );
  });

  it("tells calls from meetings, with their time where the person is", () => {
    const talk = (type: string): Talk => ({
      touchId: type,
      type,
      at: testNow,
      customer: "Wang Li",
    });
    const talks = [talk("call.ended"), talk("meeting.held")];
    expect(write({ talks })).toContain("- 09:00 Call with Wang Li\n- 09:00 Meeting with Wang Li");
    expect(write({ talks }, lei)).toContain("- 17:00 与 Wang Li 通话");
  });

  it("is nothing when nothing happened, whatever lies ahead", () => {
    const step = { label: "Seats", step: "Demo", at: testNow };
    expect(isNothing({ ...nothing, ahead: { steps: [step], actions: [] } })).toBe(true);
    expect(isNothing({ ...nothing, leads: ["Wang Li"] })).toBe(false);
  });

  it("never grows beyond a form, and says how much it leaves out", () => {
    const leads = Array.from({ length: 300 }, (_, at) => `Customer number ${at}`);
    const text = write({ leads });
    const shown = text.match(/Customer number/g)?.length ?? 0;
    expect(text.length).toBeLessThanOrEqual(longestWritten);
    expect(shown).toBeGreaterThan(100);
    expect(text).toContain(`… and ${300 - shown} more`);
  });
});

describe("the form of a report", () => {
  const reading = readingOf(ana);
  const back = (text: string, more = "") => {
    const fields = toFields(text, reading);
    const values = Object.fromEntries(
      fields.flatMap((field) =>
        field.kind === "multiline" ? [[field.name, field.value ?? ""]] : [],
      ),
    );
    return textIn({ person: ana, params: { isForm: "1" }, values: { ...values, more } });
  };

  it("gives every letter back, in fields that each platform takes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 90 }), { maxLength: 60 }),
        (lines) => {
          const text = lines.join("\n");
          for (const field of toFields(text, reading))
            expect(String(field.value ?? "").length).toBeLessThanOrEqual(1_000);
          const letters = (words: string) => words.replaceAll("\u0000", "").replace(/\s/g, "");
          expect(letters(back(text))).toBe(letters(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("keeps the lines of a usual report as they are, and takes additions at the end", () => {
    const text = write({ leads: ["Wang Li · Acme", "Chen Jing"] });
    expect(back(text)).toBe(text);
    expect(back(text, "And lunch.")).toBe(`${text}\nAnd lunch.`);
  });

  it("refuses nothing at all, and 20,000 characters, in a sentence", () => {
    expect(wrongWith("", reading)?.errors?.text1).toContain("nothing in it");
    expect(wrongWith("x".repeat(20_000), reading)?.errors?.text1).toContain("this has 20,000");
    expect(wrongWith("x".repeat(20_000), readingOf(lei))?.errors?.text1).toContain(
      "现有 20,000 个",
    );
    expect(wrongWith("fine", reading)).toBeUndefined();
  });
});
