import { describe, expect, it } from "vitest";
import { markBlanks } from "../../../src/core/training/fill-in.ts";

describe("the blanks of a line", () => {
  it("stand in brackets, in the line's own language", () => {
    expect(markBlanks("Shall we say {date}, for {amount}?", "en")).toBe(
      "Shall we say [date], for [amount]?",
    );
    expect(markBlanks("那就{date}，按{amount}走，{月数}见效。", "zh")).toBe(
      "那就【日期】，按【金额】走，【月数】见效。",
    );
  });

  it("leave other braces alone", () => {
    expect(markBlanks("no {} and no { open", "en")).toBe("no {} and no { open");
  });
});
