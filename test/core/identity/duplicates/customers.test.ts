import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparedContact } from "../../../../src/core/identity/duplicates/customer-columns.ts";
import { compareRows } from "../../../../src/sources/duplicates/compare-rows.ts";
import { findPairs } from "../../../../src/sources/duplicates/find-pairs.ts";

const nobody: ComparedContact = { name: null, email: null, phone: null, company: null };
const contact = (set: Partial<ComparedContact>) => ({ ...nobody, ...set });
const others = Array.from({ length: 30 }, (_, at) =>
  contact({
    name: `Other ${"abcdefghij"[at % 10]}${"klm"[at % 3]}person`,
    email: `o${at}@other${at}.com`,
  }),
);

function isOne(one: Partial<ComparedContact>, other: Partial<ComparedContact>): boolean {
  const rows = [contact(one), contact(other), ...others];
  return compareRows({ kind: "contact", rows }, [1]).some(({ left }) => left === 0);
}

const ana = {
  name: "Ana Silva",
  company: "Acme Ltd",
  email: "ana@acme.com",
  phone: "+447700900123",
};

describe("two contacts", () => {
  it.each<[string, Partial<ComparedContact>]>([
    ["the same mailbox written otherwise", { name: "A. Silva", email: "ANA@acme.com" }],
    ["the name turned round at the same company", { name: "Silva, Ana", company: "ACME Limited" }],
    ["a slip of the keys and the same phone", { name: "Ana Sliva", phone: "0044 7700 900123" }],
  ])("are proposed for %s", (_, other) => {
    expect(isOne(ana, other)).toBe(true);
  });

  it("are proposed across languages", () => {
    const wang = { name: "王丽", company: "蓝海科技有限公司" };
    expect(isOne(wang, { name: "Wang Li", company: "Lanhai Technology Co., Ltd." })).toBe(true);
    expect(isOne(wang, { name: "王丽", company: "藍海科技" })).toBe(true);
  });

  it.each<[string, Partial<ComparedContact>]>([
    ["colleagues with one switchboard", { ...ana, name: "Tom Baker", email: "tom@acme.com" }],
    [
      "namesakes at different companies",
      { name: "Ana Silva", company: "Zenith GmbH", email: "a@zenith.de" },
    ],
    ["people who share nothing but a mail service", { name: "Lea Moos", email: "lea@gmail.com" }],
  ])("are not proposed: %s", (_, other) => {
    expect(isOne(ana, other)).toBe(false);
  });

  it("are not proposed when only a homophone or one character of a Chinese name agrees", () => {
    const company = "蓝海科技有限公司";
    expect(isOne({ name: "赵芳", company }, { name: "赵强", company })).toBe(false);
    expect(isOne({ name: "朱静建", company }, { name: "朱静欣", company })).toBe(false);
  });

  it("never match by masked values", () => {
    const masked = { name: "aXXX", email: "aXXX@gmail.com", phone: "98XXXXXXXX" };
    expect(isOne(masked, masked)).toBe(false);
    expect(isOne({ name: "王**" }, { name: "王**" })).toBe(false);
  });

  it("are the same pair whichever came first", () => {
    const name = fc.constantFrom("Ana Silva", "Silva, Ana", "A. Silva", "王丽", "Wang Li", "aXXX");
    const email = fc.constantFrom(null, "ana@acme.com", "an.a@gmail.com", "ana@gmail.com");
    const company = fc.constantFrom(null, "Acme Ltd", "ACME", "Zenith GmbH");
    const one = fc.record({ name, email, company });
    fc.assert(
      fc.property(one, one, (first, second) => {
        expect(isOne(first, second)).toBe(isOne(second, first));
      }),
    );
  });
});

describe("two accounts", () => {
  const account = (
    name: string,
    set: { domain?: string; country?: string; vatId?: string } = {},
  ) => ({
    ...{ name, domain: null, creditCode: null, vatId: null, country: null },
    ...set,
  });
  const first = (one: object, other: object) => {
    const rest = ["Borealis", "Zenith", "Quantum"].map((name) =>
      account(name, { domain: `${name}.com` }),
    );
    const rows = [one as ReturnType<typeof account>, other as ReturnType<typeof account>, ...rest];
    return compareRows({ kind: "account", rows }, [1])[0];
  };

  it("are proposed for one name with another legal form, and for a slip at one domain", () => {
    expect(first(account("Acme Medical"), account("ACME Medical, Ltd."))?.similarities.name).toBe(
      1,
    );
    const at = { domain: "acme.co.uk" };
    expect(first(account("Acme Medical", at), account("Acme Medcal", at))).toBeDefined();
  });

  it("are not proposed for a domain alone, nor against another registration", () => {
    const at = { domain: "acme.com" };
    expect(first(account("Acme Medical", at), account("Zephyr Foods", at))).toBeUndefined();
    const registered = (vatId: string) => account("Acme", { vatId });
    expect(first(registered("DE111111111"), registered("FR99887766554"))).toBeUndefined();
  });
});

describe("a large customer base", () => {
  it("is compared in a thread, with the same answer", async () => {
    const many = Array.from({ length: 1_200 }, (_, at) =>
      contact({ name: `P${at} Q${at}`, email: `p${at}@x${at}.com` }),
    );
    const rows = [...many, contact({ name: "P7 Q7", email: "P7@x7.com" })];
    const [found] = await findPairs({ kind: "contact", rows }, [1_200]);
    expect(found).toMatchObject({ left: 7, right: 1_200 });
    expect(await findPairs({ kind: "contact", rows }, [])).toEqual([]);
  });
});
