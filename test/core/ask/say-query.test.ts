import { expect, it } from "vitest";
import { sayValue } from "../../../src/core/ask/say-query.ts";
import { readingOf } from "../../../src/core/text/format.ts";
import { aPerson } from "../../helpers/people.ts";

const names = new Map<string, string>();
const say = (dimension: "source" | "industry" | "stage", value: string, language: "en" | "zh") =>
  sayValue(dimension, value, { names, reading: readingOf(aPerson("per_1", { language })) });

it("says where leads came from and what customers do in the reader's language", () => {
  expect(say("source", "referral", "zh")).toBe("转介绍");
  expect(say("source", "referral", "en")).toBe("referral");
  expect(say("industry", "medical", "zh")).toBe("医疗器械");
});

it("leaves a source of the company's own as it stands", () => {
  expect(say("source", "Messe Hannover", "zh")).toBe("Messe Hannover");
});
