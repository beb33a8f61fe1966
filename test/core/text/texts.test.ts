import { describe, expect, it } from "vitest";
import { en } from "../../../src/core/text/en.ts";
import { zh } from "../../../src/core/text/zh.ts";

/** Every leaf of the texts as [path, text]; functions are called with an argument that names whatever is asked of it. */
function leaves(texts: unknown, path = ""): [string, string][] {
  if (typeof texts === "string") return [[path, texts]];
  if (typeof texts === "function") return [[path, String(texts(sayer(), sayer()))]];
  if (Array.isArray(texts)) return [[path, texts.join("\n")]];
  return Object.entries(texts as object).flatMap(([key, part]) => leaves(part, `${path}.${key}`));
}

function sayer(): unknown {
  const target = () => "7";
  return new Proxy(target, {
    get: (_target, key) => (key === Symbol.toPrimitive ? () => "7" : sayer()),
    apply: () => "7",
  });
}

const english = new Map(leaves(en));
const chinese = new Map(leaves(zh));

describe("texts", () => {
  it("have the same keys in both languages, also in free lists", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("are never empty", () => {
    for (const [path, text] of [...english, ...chinese]) expect(text.trim(), path).not.toBe("");
  });

  it("are written in Chinese where they are Chinese, with Chinese punctuation", () => {
    for (const [path, text] of chinese) {
      expect(text, path).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
      // GB/T 15834-2011, 4.8: quotation marks are “ ” in horizontal writing, 「 」 in vertical.
      expect(text, path).not.toMatch(/[「」]/);
    }
    const written = [...chinese.values()].filter((text) => /[\u4e00-\u9fff]/.test(text));
    expect(written.length / chinese.size).toBeGreaterThan(0.9);
  });

  it("hold no Chinese in English but the names of languages and the stranger's sentence", () => {
    const mixed = [...english]
      .filter(([, text]) => /[\u4e00-\u9fff]/.test(text))
      .map(([path]) => path);
    expect(mixed).toEqual([
      ".chat.help.examples.language",
      ".chat.stranger",
      ".people.add.languages.zh",
    ]);
  });
});
