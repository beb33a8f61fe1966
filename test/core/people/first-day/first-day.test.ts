import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { type Candidate, chooseBuddy } from "../../../../src/core/people/first-day/choose-buddy.ts";
import { choosePractices } from "../../../../src/core/people/first-day/choose-practice.ts";
import { firstDayOf, isNewcomer } from "../../../../src/core/people/first-day/when.ts";
import { library } from "../../training/reps.ts";

const workdays = createCalendar();
const rep = { role: "rep", active: true, timeZone: "Europe/London" } as const;

describe("a first day", () => {
  it("is the day somebody is hired for, or the next that is worked", () => {
    const saturday = Date.parse("2026-11-21T12:00:00Z");
    expect(firstDayOf({ hiredAt: saturday, timeZone: "Europe/London" }, workdays)).toBe(
      "2026-11-23",
    );
    const holiday = Date.parse("2026-10-01T04:00:00Z");
    expect(firstDayOf({ hiredAt: holiday, timeZone: "Asia/Shanghai" }, workdays)).toBe(
      "2026-10-08",
    );
    expect(firstDayOf({ hiredAt: null, timeZone: "Asia/Shanghai" }, workdays)).toBeUndefined();
  });

  it("begins at work where they are, and is over after two weeks", () => {
    const hiredAt = Date.parse("2026-11-23T12:00:00Z");
    const at = (time: string) => isNewcomer({ ...rep, hiredAt }, Date.parse(time), workdays);
    expect(at("2026-11-23T08:30:00Z")).toBe(false);
    expect(at("2026-11-23T09:00:00Z")).toBe(true);
    expect(at("2026-11-28T09:00:00Z")).toBe(false);
    expect(at("2026-12-02T09:00:00Z")).toBe(true);
    expect(at("2026-12-09T09:00:00Z")).toBe(false);
    const shanghai = { ...rep, hiredAt, timeZone: "Asia/Shanghai" };
    expect(isNewcomer(shanghai, Date.parse("2026-11-23T01:30:00Z"), workdays)).toBe(true);
  });

  it("is a rep's alone, and nobody's who was there before", () => {
    const hiredAt = Date.parse("2026-11-23T12:00:00Z");
    const now = Date.parse("2026-11-23T10:00:00Z");
    expect(isNewcomer({ ...rep, hiredAt, role: "manager" }, now, workdays)).toBe(false);
    expect(isNewcomer({ ...rep, hiredAt, active: false }, now, workdays)).toBe(false);
    expect(isNewcomer({ ...rep, hiredAt: null }, now, workdays)).toBe(false);
  });
});

describe("a buddy", () => {
  const medical = { vertical: "medical", segment: "large" };
  const other = { vertical: "finance", segment: "large" };
  const candidate = (id: string, set: Partial<Candidate>): Candidate => ({
    ...{ person: { id, languages: ["en"] }, won: [medical], newcomers: 0, ...set },
  });
  const newcomer = { person: { id: "new", languages: ["en"] }, kinds: [medical] };

  it("has won most with customers of the newcomer's trade", () => {
    const found = chooseBuddy(newcomer, [
      candidate("a", { won: [other, other, other] }),
      candidate("b", { won: [medical, medical] }),
      candidate("c", {}),
    ]);
    expect(found).toBe("b");
  });

  it("speaks their language, is not them, and does not stand by two already", () => {
    const chinese = { id: "zh", languages: ["zh"] };
    expect(
      chooseBuddy(newcomer, [
        candidate("new", {}),
        candidate("zh", { person: chinese }),
        candidate("busy", { newcomers: 2 }),
      ]),
    ).toBeUndefined();
  });

  it("is nobody who never won anything like it", () => {
    const unlike = { vertical: "finance", segment: "small" };
    expect(chooseBuddy(newcomer, [candidate("a", { won: [unlike] })])).toBeUndefined();
  });

  it("has fewest newcomers where all else is equal", () => {
    const found = chooseBuddy(newcomer, [candidate("a", { newcomers: 1 }), candidate("b", {})]);
    expect(found).toBe("b");
  });
});

describe("practices for three customers", () => {
  it("are of their vertical, raise what is expected, and are three", () => {
    const expecting = { vertical: "medical", tactic: "discount_demand" } as const;
    const found = choosePractices(library, "en", [expecting, expecting, expecting]);
    expect(found.every((one) => one?.vertical === "medical")).toBe(true);
    expect(new Set(found.map((one) => one?.scenario)).size).toBe(3);
    const raising = library.playbooks
      .filter(({ vertical, language }) => vertical === "medical" && language === "en")
      .flatMap(({ scenarios }) => scenarios)
      .filter(({ objections }) => objections.some(({ tactic }) => tactic === "discount_demand"));
    const expected = Math.min(3, raising.length);
    expect(found.filter((one) => one?.raises)).toHaveLength(expected);
  });

  it("come from any vertical where there is no playbook of theirs, and none where there is no library", () => {
    const unknown = { vertical: undefined, tactic: undefined };
    expect(choosePractices(library, "zh", [unknown])[0]?.scenario).toBeDefined();
    expect(choosePractices({ playbooks: [] }, "zh", [unknown])).toEqual([undefined]);
  });
});
