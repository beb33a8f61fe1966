import { describe, expect, it } from "vitest";
import { readRegistration } from "../../../../../src/core/pipeline/checks/company/read-subject.ts";
import {
  isPdf,
  licenceSchema,
  pictureTypeOf,
  yearOf,
} from "../../../../../src/core/pipeline/checks/licence/licence.ts";
import { pictureOf } from "../../../../helpers/pictures.ts";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe("a picture", () => {
  it.each([
    ["\u0089PNG\r\n\u001a\n....", "image/png"],
    ["\u00ff\u00d8\u00ff\u00e0....", "image/jpeg"],
    ["GIF89a......", "image/gif"],
    ["RIFF....WEBPVP8 ", "image/webp"],
    ["%PDF-1.7 ........", undefined],
    ["<svg onload=x>", undefined],
    ["PNG", undefined],
    ["", undefined],
  ])("is told by its first bytes: %j", (head, type) => {
    expect(pictureTypeOf(bytes(head))).toBe(type);
  });

  it("is no PDF", () => {
    expect([isPdf(bytes("%PDF-1.4")), isPdf(pictureOf())]).toEqual([true, false]);
  });
});

describe("what a model copied", () => {
  const nothing = { name: null, legalRepresentative: null, address: null, capital: null };

  it("is text on one line, without what no printer prints, and nothing besides its fields", () => {
    const read = licenceSchema.parse({
      ...{ isLicence: true, name: "  Acme\u202e\n\u0000Ltd ", creditCode: "", established: null },
      ...{ address: "x".repeat(301), tools: ["delete"], capital: "500万元" },
    });
    expect(read).toEqual({
      ...{ ...nothing, isLicence: true, creditCode: null, established: null },
      ...{ name: "Acme Ltd", capital: "500万元" },
    });
  });

  it.each([
    {},
    { isLicence: "yes" },
    { isLicence: true, name: { $ne: 1 } },
    [],
    "91350100M000100Y43",
  ])("is refused in any other form: %j", (answer) => {
    expect(licenceSchema.safeParse(answer).success).toBe(false);
  });

  it.each([
    ["2003-05-06", 2003],
    ["2003年5月6日", 2003],
    ["成立于1998.1.2", 1998],
    ["2999-01-01", undefined],
    ["长期", undefined],
    [null, undefined],
  ])("was established %j: %s", (said, year) => {
    expect(yearOf(said, Date.UTC(2026, 10, 22))).toBe(year);
  });

  it.each([
    ["91350100M000100Y42", "code_check", { position: 18 }],
    ["91350100M000100X43", "code_check", { position: 17 }],
    ["9135010OM000100Y43", "code_character", { position: 8 }],
    ["91350100M000100", "code_length", { length: 15 }],
    ["440301103448668", "code_check", { position: 15 }],
  ])("that is no code says which character does not fit: %s", (code, says, params) => {
    const [line] = readRegistration(code, 0).lines;
    expect(line).toMatchObject({ result: "failed", says, params });
  });
});
