import { describe, expect, it } from "vitest";
import { readAbsence } from "../../../src/core/people/read-absence.ts";

const monday = "2026-11-23";

describe("an absence", () => {
  it.each([
    ["until Friday", monday, "2026-11-27"],
    ["through Friday", monday, "2026-11-27"],
    ["until Monday", monday, "2026-11-30"],
    ["until next Wednesday", monday, "2026-12-02"],
    ["from Wednesday to Monday", "2026-11-25", "2026-11-30"],
    ["from next Monday until Friday", "2026-11-30", "2026-12-04"],
    ["from tomorrow for 3 days", "2026-11-24", "2026-11-26"],
    ["for two weeks", monday, "2026-12-06"],
    ["tomorrow", "2026-11-24", "2026-11-24"],
    ["on 1 December", "2026-12-01", "2026-12-01"],
    ["until 3 Jan", monday, "2027-01-03"],
    ["thurs to 1 Sept 2027", "2026-11-26", "2027-09-01"],
    ["until 2026-12-31", monday, "2026-12-31"],
    ["until the end of the month", monday, "2026-11-30"],
    ["until yesterday", monday, "2026-11-22"],
    ["until 20 November", monday, "2026-11-20"],
    ["到周五", monday, "2026-11-27"],
    ["到下周三", monday, "2026-12-02"],
    ["从明天到12月1日", "2026-11-24", "2026-12-01"],
    ["下周一到下周五", "2026-11-30", "2026-12-04"],
    ["到月底", monday, "2026-11-30"],
    ["三天", monday, "2026-11-25"],
    ["明天起两周", "2026-11-24", "2026-12-07"],
    ["明天", "2026-11-24", "2026-11-24"],
    ["至２０２６年１２月３日", monday, "2026-12-03"],
  ])("%s", (words, from, to) => {
    expect(readAbsence(words, monday)).toEqual({ from, to });
  });

  it.each([
    ...["", "until the cows come home", "until 31 February", "到世界尽头", "for ever"],
    ...["next month", "until next month", "until the money is in", "until 1 marathon"],
  ])("does not guess: %s", (words) => {
    expect(readAbsence(words, monday)).toBeUndefined();
  });
});
