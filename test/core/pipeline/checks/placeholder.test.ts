import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findPlaceholder,
  type PlaceholderKind,
} from "../../../../src/core/pipeline/checks/placeholder.ts";
import { processorMs } from "../../../helpers/processor-time.ts";

const find = (field: string, value: string) => findPlaceholder({ field, value });

describe("a placeholder", () => {
  it.each<[string, string, PlaceholderKind]>([
    ["decisionMaker", "N/A", "nothing"],
    ["decisionMaker", "【无】", "nothing"],
    ["nextStep", "ＴＢＤ", "later"],
    ["budget", "待定", "later"],
    ["decisionMaker", "待确认：下周问", "later"],
    ["notes", "见微信", "elsewhere"],
    ["phone", "same as above", "elsewhere"],
    ["company", "Company name *", "label"],
    ["phone", "请输入手机号", "label"],
    ["company", "Test Account 3", "test"],
    ["contactName", "张XX", "test"],
    ["notes", "Lorem ipsum dolor", "test"],
    ["competitor", "asdfgh", "keys"],
    ["company", "哈哈哈", "test"],
    ["need", "111111", "keys"],
    ["phone", "+86 138 0000 0000", "sample"],
    ["email", "john@example.com", "sample"],
    ["contactName", "李四", "sample"],
    ["creditCode", "91110000000000000X", "sample"],
    ["decision_maker", "李四", "sample"],
    ["Decision maker", "boss", "nothing"],
    ["website", "www.example.com", "sample"],
    ["closeDate", "1900-01-01", "sample"],
    ["nextStep", "tbd待定", "later"],
  ])("is recognised in %s: %s", (field, value, kind) => {
    expect(find(field, value)).toBe(kind);
  });

  it.each([
    ["company", "Test Rite International"],
    ["country", "NA"],
    ["closeDate", "2026-01-01"],
    ["contactName", "Jennifer Null"],
    ["company", "无印良品"],
    ["competitor", "none"],
    ["competitor", "没有"],
    ["nextStep", "demo"],
    ["nextStep", "测试样机"],
    ["lossReason", "没有预算"],
    ["email", "wang@lanhai.example"],
    ["budget", "88888"],
  ])("is not what only looks odd in %s: %s", (field, value) => {
    expect(find(field, value)).toBeUndefined();
  });

  it("is no empty value", () => {
    expect(find("company", "  ")).toBeUndefined();
  });

  it("stays one in any width, case and brackets", () => {
    const words = fc.constantFrom("n/a", "tbd", "无", "待定", "asdf", "test");
    const around = fc.constantFrom(["", ""], ["(", ")"], ["【", "】"], [" ", "。"], ["“", "”"]);
    fc.assert(
      fc.property(words, around, (word, [open, close]) => {
        expect(find("company", `${open}${word.toUpperCase()}${close}`)).toBeDefined();
      }),
    );
  });

  it("is decided about any text, at once", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), fc.string(), (value, field) => {
        expect(processorMs(() => find(field, value))).toBeLessThan(500);
      }),
    );
    for (const value of [
      "a".repeat(5000),
      "a ".repeat(2500),
      "待".repeat(5000),
      "1-".repeat(2500),
      "x@".repeat(2500),
    ]) {
      const fields = ["company", "phone", "email", "notes", "budget", "creditCode"];
      expect(
        processorMs(() => {
          for (const field of fields) find(field, value);
        }),
      ).toBeLessThan(500);
    }
  });
});
