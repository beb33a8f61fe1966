// Published numbers: GLEIF's own LEI, VAT numbers of python-stdnum's documentation, registration numbers of listed companies.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  holds,
  type Saying,
  sayings,
} from "../../../../../src/core/pipeline/checks/company/checked.ts";
import { namesAgree } from "../../../../../src/core/pipeline/checks/company/find-offer.ts";
import { readSubject } from "../../../../../src/core/pipeline/checks/company/read-subject.ts";
import { en } from "../../../../../src/core/text/en.ts";
import { createCompanyParts } from "../../../../../src/wiring/company.ts";

const { readers } = createCompanyParts({}).company;
const read = (typed: string) => readSubject(typed, { readers, at: 0 });

describe("what somebody typed", () => {
  it.each([
    ["91350100m000100y43", "creditCode", "91350100M000100Y43"],
    ["９１３５０１００Ｍ０００１００Ｙ４３", "creditCode", "91350100M000100Y43"],
    ["440301103448669", "registrationNumber", "440301103448669"],
    ["de 136 695 976", "vatId", "DE136695976"],
    ["GB980780684", "vatId", "GB980780684"],
    ["506700GE1G29325QX363", "lei", "506700GE1G29325QX363"],
    ["Ana@Acme.com", "email", "Ana@acme.com"],
    ["https://www.Acme.co.uk/about?x=1", "domain", "acme.co.uk"],
    ["müller.de", "domain", "xn--mller-kva.de"],
    ["例子.中国", "domain", "xn--fsqu00a.xn--fiqs8s"],
    ["+49 30 901820", "phone", "+4930901820"],
    ["13912345678", "phone", "+8613912345678"],
    ["021-62881234", "phone", "+862162881234"],
  ])("%s is a %s, as %s", (typed, type, value) => {
    expect(read(typed)).toMatchObject({ type, value });
  });

  it.each(["", " ", "Acme", "hello there", "a@b@c", "x".repeat(400)])("%j is nothing", (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  const wrong: [string, Saying][] = [
    ["91350100M000100Y42", "code_check"],
    ["440301103448668", "code_check"],
    ["506700GE1G29325QX364", "code_check_unknown"],
    ["DE136695977", "code_check_unknown"],
    ["DE13669597", "code_format"],
    ["an..a@acme.com", "email_form_wrong"],
    [`${"a".repeat(65)}@acme.com`, "email_form_wrong"],
    ["ana@acme", "domain_form_wrong"],
    ["ana@-acme.com", "domain_form_wrong"],
    ["ana@mailinator.com", "email_disposable"],
    ["test@test.com", "email_placeholder"],
    ["ana@acme.example", "domain_reserved"],
    ["acme.notanending", "domain_no_suffix"],
    ["co.uk", "domain_no_suffix"],
    ["аpple.com", "domain_mixed"],
    ["+49 30 1", "phone_wrong"],
    ["+1 111 111 1111", "phone_possible"],
    ["13800138000", "phone_placeholder"],
  ];
  it.each(wrong)("%s is wrong: %s", (typed, says) => {
    const subject = read(typed);
    expect(subject?.lines.map((line) => line.says)).toContain(says);
    expect(subject && holds(subject)).toBe(false);
  });

  it("says that a mail service tells nothing of a company, and keeps no domain of it", () => {
    const subject = read("ana@qq.com");
    expect(subject?.lines.map(({ says }) => says)).toContain("email_free");
    expect(subject?.domain).toBeUndefined();
    expect(read("ana@sales.acme.co.uk")?.domain).toBe("acme.co.uk");
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        expect(() => read(typed)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("has words for every line", () => {
    expect(Object.keys(en.checks.says).sort()).toEqual([...sayings].sort());
  });
});

describe("a registration number", () => {
  it("never holds with one figure changed", () => {
    fc.assert(
      fc.property(fc.nat(14), fc.nat(9), (at, figure) => {
        const good = "440301103448669";
        fc.pre(good[at] !== String(figure));
        const subject = read(good.slice(0, at) + figure + good.slice(at + 1));
        expect(subject && subject.type === "registrationNumber" && holds(subject)).toBe(false);
      }),
    );
  });
});

describe("names of companies", () => {
  it.each([
    ["华信精密", "上海华信精密有限公司", true],
    ["Acme Medical", "ACME MEDICAL LTD.", true],
    ["Acme Medical", "Apex Medical Ltd", false],
    ["华信精密", "华兴精密有限公司", false],
  ])("%s and %s: %s", (ours, theirs, agree) => {
    expect(namesAgree([ours], [theirs], readers.spell)).toBe(agree);
  });
});
