import { describe, expect, it } from "vitest";
import { companySpellings } from "../../../../src/core/identity/duplicates/company-name.ts";
import { mailboxOf } from "../../../../src/core/identity/duplicates/email-name.ts";
import { personSpellings } from "../../../../src/core/identity/duplicates/person-name.ts";
import { duplicateReaders } from "../../../../src/sources/duplicates/readers.ts";

const company = (name: string) => companySpellings(name, duplicateReaders.spell);
const person = (name: string) => personSpellings(name, duplicateReaders.spell);

describe("a company's name", () => {
  it.each([
    ["Acme Inc.", "acme"],
    ["ＡＣＭＥ　Ｌｔｄ", "acme"],
    ["Müller & Söhne GmbH", "muller sohne"],
    ["Dupont S.A.S.", "dupont"],
    ["Northern Tech Group", "northern technology"],
  ])("%s is %s without its legal form", (name, core) => {
    expect(company(name)).toEqual([core]);
  });

  it.each(["蓝海科技有限公司", "上海蓝海科技股份有限公司", "蓝海科技（集团）有限公司", "蓝海科技"])(
    "%s is 蓝海科技, and spelled in Latin letters",
    (name) => {
      expect(company(name)).toEqual(["蓝海科技", "lanhai technology"]);
    },
  );

  it("reads traditional characters as the simplified ones", () => {
    expect(company("藍海科技")).toContain("lanhai technology");
  });

  it("keeps what is a form and nothing else", () => {
    expect(company("The Limited Company")).toEqual(["the limited company"]);
    expect(company("中国银行")).toContain("中国银行");
  });
});

describe("a person's name", () => {
  it.each([
    ["王丽女士", ["王丽", "wang li"]],
    ["王丽丽", ["王丽丽", "wang lili"]],
    ["Dr. José Pérez", ["jose perez"]],
    ["Bob Smith", ["bob smith", "robert smith"]],
  ])("%s", (name, spellings) => {
    expect(person(name)).toEqual(spellings);
  });
});

describe("a mailbox", () => {
  it("has dots and plus parts aside where its service leaves them aside", () => {
    expect(mailboxOf("an.a+news@gmail.com")).toBe("ana@gmail.com");
    expect(mailboxOf("ana@googlemail.com")).toBe("ana@gmail.com");
    expect(mailboxOf("an.a+news@outlook.com")).toBe("an.a@outlook.com");
    expect(mailboxOf("an.a+news@acme.com")).toBe("an.a+news@acme.com");
  });
});
