// Numbers published by their administrations or companies, as python-stdnum's documentation lists them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCreditCode } from "../../../../src/core/pipeline/checks/credit-code.ts";
import { checkVatId } from "../../../../src/core/pipeline/checks/vat-id.ts";

describe("a unified social credit code", () => {
  it("holds with both its check characters, in any width and spacing", () => {
    expect(checkCreditCode("9135 0100 M000 100Y 43")).toMatchObject({
      code: "91350100M000100Y43",
      problem: null,
    });
    expect(checkCreditCode("９１３５０１００m000100y43").problem).toBeNull();
    expect(checkCreditCode("914403001922038216").problem).toBeNull();
  });

  it("says which character is wrong", () => {
    const problem = (code: string) => checkCreditCode(code).problem;
    expect(problem("91350100M000100Y42")).toEqual({ code: "check", position: 18, expected: "3" });
    expect(problem("91350100M000100X43")).toMatchObject({ code: "check", position: 17 });
    expect(problem("9135010OM000100Y43")).toEqual({
      code: "character",
      position: 8,
      character: "O",
    });
    expect(problem("91350100M000100Y4")).toEqual({ code: "length", length: 17, wanted: "18" });
  });

  it("never holds with one character changed", () => {
    const good = "91350100M000100Y43";
    const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(good[at] !== character);
        const changed = good.slice(0, at) + character + good.slice(at + 1);
        expect(checkCreditCode(changed).problem).not.toBeNull();
      }),
    );
  });
});

const valid = [
  ...["ATU13585627", "BE0403019261", "BG175074752", "CY10259033P", "CZ25123891", "DE136695976"],
  ...["DK13585628", "EE100931558", "EL094259216", "ESJ99216582", "ES54362315K", "FI20774740"],
  ...["FR40303265045", "FR83404833048", "HR33392005961", "HU12892312", "IE6433435F"],
  ...["IE6433435OA", "IE8D79739I", "IT00743110157", "LT119511515", "LU15027442", "LV40003521600"],
  ...["MT11679112", "NL004495445B01", "PL8567346215", "PT501964843", "RO18547290"],
  ...["SE556188840401", "SI50223054", "SK2022749619", "GB980780684"],
];

describe("a VAT number", () => {
  it.each(valid)("%s holds", (code) => {
    expect(checkVatId(code)).toMatchObject({ code, problem: null });
  });

  it.each(valid)("%s does not hold with its last figure changed", (code) => {
    const at =
      [...code].findLastIndex((one) => /\d/.test(one)) -
      (code.startsWith("NL") || code.startsWith("SE") ? 2 : 0);
    const figure = (Number(code[at]) + 1) % 10;
    const changed = code.slice(0, at) + figure + code.slice(at + 1);
    expect(checkVatId(changed)?.problem).not.toBeNull();
  });

  it("takes its country from the letters, or from what is known of the account", () => {
    expect(checkVatId("GR 094 259 216")).toMatchObject({ country: "EL", problem: null });
    expect(checkVatId("136695976", "DE")).toMatchObject({ code: "DE136695976", problem: null });
    expect(checkVatId("12-3456789", "US")).toBeUndefined();
    expect(checkVatId("DE12345")?.problem).toEqual({ code: "format", wanted: "DE123456789" });
  });
});
