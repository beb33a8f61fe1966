import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/core/model.ts";
import { drifts } from "../../src/core/training/customer/guided/find-drift.ts";
import { reactions } from "../../src/core/training/customer/model.ts";
import { parsePrompt, promptNames, readPrompt } from "../../src/model/prompts.ts";

const all = promptNames.flatMap((name) => languages.map((language) => ({ name, language })));

describe("the prompts", () => {
  it("are those that are used, each in both languages, and no more", () => {
    const files = readdirSync(new URL("../../prompts/", import.meta.url)).sort();
    expect(files).toEqual(all.map(({ name, language }) => `${name}.${language}.md`).sort());
  });

  it.each(all)("parse, in the language of their name: $name $language", ({ name, language }) => {
    const prompt = readPrompt(name, language);
    expect(prompt.language).toBe(language);
    const words = [prompt.text, ...Object.values(prompt.words)];
    for (const each of words) expect(/\p{Script=Han}/u.test(each), each).toBe(language === "zh");
  });

  it("take the same inputs and give the same form in both languages", () => {
    for (const name of promptNames) {
      const [en, zh] = [readPrompt(name, "en"), readPrompt(name, "zh")];
      expect([en.inputs, en.output]).toEqual([zh.inputs, zh.output]);
      expect(Object.keys(en.words)).toEqual(Object.keys(zh.words));
    }
  });

  it("say what every reaction means, and what is wrong with every drift", () => {
    expect(Object.keys(readPrompt("customer", "en").words)).toEqual([...reactions]);
    expect(Object.keys(readPrompt("customer-mend", "en").words)).toEqual([...drifts]);
  });
});

describe("a prompt file", () => {
  const head = "purpose: a test of prompts\nlanguage: en\noutput: ready\n";
  const parse = (inputs: string, text: string) =>
    parsePrompt(`---\n${head}inputs: [${inputs}]\n---\n${text}\n`, "x.en.md");

  it("names every variable it uses, and uses every one it names", () => {
    expect(parse("goal", "Do {{goal}}.").text).toBe("Do {{goal}}.");
    expect(() => parse("", "Do {{goal}}.")).toThrow("x.en.md: text and inputs differ in goal.");
    expect(() => parse("goal", "Do it.")).toThrow("goal");
  });

  it("begins with front matter", () => {
    expect(() => parsePrompt("Do it.", "x.en.md")).toThrow("front matter");
  });
});
