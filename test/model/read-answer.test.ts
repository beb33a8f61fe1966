import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readAnswer, readPartial } from "../../src/model/read-answer.ts";

const schema = z.object({ says: z.string() });
const read = (text: string) => readAnswer(text, (value) => schema.safeParse(value).data)?.says;

describe("an answer", () => {
  it.each([
    ["alone", '{"says": "hi"}'],
    ["in a fence", 'Here you are:\n```json\n{"says": "hi"}\n```\nAnything else?'],
    ["after thinking", '<think>{"says": "no"}</think>{"says": "hi"}'],
    [
      "after thinking whose opening tag is missing",
      'I wonder… {"says": "no"}\n</think>\n{"says": "hi"}',
    ],
    ["after an object that is none", 'Given {"who": "rep"}: {"says": "hi"}'],
    ["after a brace in prose", 'I use { and then {"says": "hi"}'],
    ["with a comma too many", '{"says": "hi",}'],
  ])("is found %s", (_where, text) => {
    expect(read(text)).toBe("hi");
  });

  it("may hold braces, quotation marks and line breaks in its text", () => {
    expect(read('{"says": "a } \\" { b"}')).toBe('a } " { b');
    expect(read('{"says": "two\nlines"}')).toBe("two\nlines");
  });

  it.each(["", "hello", '<think>{"says": "hi"}', '{"says": "hi', "{}", "[1]", '{"says": 3}'])(
    "is not made up from %s",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it("is the same as was written, whatever stands around it", () => {
    const noise = fc.string().filter((text) => !/[{}"]|think/.test(text));
    fc.assert(
      fc.property(fc.string(), noise, noise, (says, before, after) => {
        expect(read(before + JSON.stringify({ says }) + after)).toBe(says);
      }),
    );
  });
});

describe("an answer that is still coming", () => {
  it("is read as far as it came", () => {
    expect(readPartial('{"wants": "continue", "says": "Wel')).toEqual({
      wants: "continue",
      says: "Wel",
    });
  });

  it.each(["", "<think>{", "Well", "{"])("is nothing, or empty, after %j", (text) => {
    expect(readPartial(text) ?? {}).toEqual({});
  });
});
