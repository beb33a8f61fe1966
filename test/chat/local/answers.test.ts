import { describe, expect, it } from "vitest";
import { parseAnswer } from "../../../src/chat/local/answers.ts";
import {
  inputNames,
  parseAnswers,
  parsePostedForm,
  parsePostedMessage,
  parsePostedPress,
} from "../../../src/chat/local/http/parse-form.ts";
import { limits } from "../../../src/chat/local/limits.ts";
import type { Field } from "../../../src/core/card.ts";
import { textsFor } from "../../../src/core/text/texts.ts";

const texts = textsFor("en");
const { errors } = texts.local;
const ask = (kind: Field["kind"], typed: string[], required = false) =>
  parseAnswer({ kind, name: "f", required }, typed, texts);

describe("an answer", () => {
  it.each([
    ["12000", 12000],
    ["-3.5", -3.5],
    ["1,200,000.25", 1200000.25],
    ["1 200 000", 1200000],
    ["１２，０００", 12000],
    ["+7", 7],
  ])("reads the number %j", (typed, value) => {
    expect(ask("number", [typed])).toEqual({ value });
  });

  it.each(["12,5", "twelve", "1e9", "0x10", "1,20,000", "50万", "--1", "1.2.3"])(
    "does not guess at %j",
    (typed) => {
      expect(ask("number", [typed])).toEqual({ error: errors.number });
    },
  );

  it.each(["2026-13-01", "2026-02-30", "tomorrow", "01/02/2026"])("refuses the day %j", (typed) => {
    expect(ask("date", [typed])).toEqual({ error: errors.date });
  });

  it("takes a day as it is", () => {
    expect(ask("date", ["2026-02-28"])).toEqual({ value: "2026-02-28" });
  });

  it("asks for what is required and leaves out what is empty", () => {
    expect(ask("text", ["  "], true)).toEqual({ error: errors.required });
    expect(ask("multiselect", [], true)).toEqual({ error: errors.required });
    expect(ask("text", [""])).toEqual({});
    expect(ask("multiselect", [])).toEqual({ value: [] });
  });

  it("keeps lines and drops what surrounds them", () => {
    expect(ask("multiline", [" a\r\nb \n"])).toEqual({ value: "a\nb" });
    expect(ask("multiselect", ["a", "b", "a"])).toEqual({ value: ["a", "b"] });
  });

  it("says in the reader's language what is too long", () => {
    const typed = ["x".repeat(limits.text + 1)];
    const zh = parseAnswer({ kind: "text", name: "f", required: false }, typed, textsFor("zh"));
    expect(zh.error).toContain("20000");
    expect(zh.error).toContain("字符");
  });
});

describe("a posted form", () => {
  const form = (...entries: [string, string | File][]) => {
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    return data;
  };

  it("names its own fields, and odd names survive", () => {
    const odd = "a:b!\n\"'<";
    const posted = parsePostedForm(
      form(
        ["form", "msg_1-2"],
        ["ref", "r1"],
        ["key", "k"],
        ["field", inputNames.describe({ kind: "number", name: odd, required: true })],
        [inputNames.answer(odd), "5"],
        ["field", "multiselect:m"],
        [inputNames.answer("m"), "x"],
        [inputNames.answer("m"), "y"],
        ["field", "text:empty"],
      ),
    );
    expect(posted).toMatchObject({ form: "msg_1-2", ref: "r1", key: "k", inSheet: false });
    expect(parseAnswers(posted, texts)).toEqual({
      values: { [odd]: 5, m: ["x", "y"] },
      errors: {},
    });
  });

  it("takes a fresh file, or the one kept", () => {
    const asked: [string, string][] = [
      ["form", "f"],
      ["field", "file!:proof"],
    ];
    const empty = new File([], "");
    const kept = parsePostedForm(form(...asked, ["answer:proof", empty], ["kept:proof", "ast_1"]));
    expect(parseAnswers(kept, texts)).toEqual({ values: { proof: "ast_1" }, errors: {} });
    const fresh = parsePostedForm(form(...asked, ["answer:proof", new File(["x"], "a.pdf")]));
    expect(fresh.files.get("proof")?.name).toBe("a.pdf");
    expect(parseAnswers(fresh, texts).errors).toEqual({});
    const none = parsePostedForm(form(...asked, ["answer:proof", empty]));
    expect(parseAnswers(none, texts).errors).toEqual({ proof: errors.required });
  });

  it.each([
    ["field", "magic:x"],
    ["field", "text:"],
    ["form", "a b"],
    ["form", '"><script>'],
  ])("is refused when it describes itself wrongly: %s=%s", (name, value) => {
    const entries: [string, string][] = [
      ["field", "text:a"],
      ["form", "f"],
    ];
    const broken = entries.map(([n, v]): [string, string] => [n, n === name ? value : v]);
    expect(() => parsePostedForm(form(...broken))).toThrow(
      expect.objectContaining({ code: "local.bad-request" }),
    );
  });

  it("reads a message and a press whatever else is posted", () => {
    const file = new File(["x"], "a.csv");
    expect(
      parsePostedMessage(form(["text", "hi"], ["files", file], ["files", new File([], "")])),
    ).toEqual({
      key: "",
      text: "hi",
      files: [file],
    });
    expect(parsePostedPress(form(["ref", "r"], ["sheet", "1"]))).toEqual({
      key: "",
      ref: "r",
      inSheet: true,
    });
  });
});
