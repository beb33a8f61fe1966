// What of a check can be written on an account: the thing checked, and never what does not hold.
import { describe, expect, it } from "vitest";
import type { Account } from "../../../../../src/core/model.ts";
import type { Checked, Entry } from "../../../../../src/core/pipeline/checks/company/checked.ts";
import {
  changesOf,
  findingOf,
} from "../../../../../src/core/pipeline/checks/company/find-offer.ts";

const code = "91350100M000100Y43";
const entry: Entry = {
  ...{ register: "GLEIF", name: "Acme Ltd", otherNames: ["Acme"], country: "CN" },
  ...{ creditCode: code, address: null, foundedYear: 1999, isActive: true, url: null },
} as Entry;

const checked = (given: Partial<Checked>): Checked =>
  ({ value: "x", lines: [], entries: [], ...given }) as unknown as Checked;
const fillOf = (given: Partial<Checked>) => findingOf(checked(given))?.fill;

describe("a finding", () => {
  it.each([
    ["a credit code", { type: "creditCode", value: code }, { creditCode: code }],
    ["a VAT number", { type: "vatId", value: "DE136695976" }, { vatId: "DE136695976" }],
    ["a domain", { type: "domain", value: "acme.com", domain: "acme.com" }, { domain: "acme.com" }],
    [
      "an e-mail's domain",
      { type: "email", value: "a@acme.com", domain: "acme.com" },
      { domain: "acme.com" },
    ],
  ] as const)("is %s itself", (_, given, fill) => {
    expect(fillOf(given as Partial<Checked>)).toEqual(fill);
  });

  it("is nothing of a phone number, even where a domain is known beside it", () => {
    expect(fillOf({ type: "phone", value: "+49301234567", domain: "acme.com" })).toBeUndefined();
  });

  it("is nothing of an address at a provider of free mail", () => {
    expect(fillOf({ type: "email", value: "a@gmail.com" })).toBeUndefined();
  });

  it("is the credit code a register knows by an LEI, and only one that holds", () => {
    const lei = { type: "lei", value: "529900T8BM49AURSDO55" } as Partial<Checked>;
    const more = { country: "CN", foundedYear: 1999 };
    expect(fillOf({ ...lei, entries: [entry] })).toEqual({ creditCode: code, ...more });
    const wrong = { ...entry, creditCode: "91350100M000100Y44" };
    expect(fillOf({ ...lei, entries: [wrong] })).toBeUndefined();
    expect(fillOf(lei)).toBeUndefined();
  });

  it("names who says so: the register, or whoever checked it", () => {
    const own = checked({ type: "creditCode", value: code });
    expect(findingOf(own)).toMatchObject({ isConfirmed: false, names: [], source: { id: "chat" } });
    expect(findingOf({ ...own, entries: [entry] })).toMatchObject({
      ...{ isConfirmed: true, names: ["Acme Ltd", "Acme"], source: { id: "check:gleif" } },
    });
  });
});

describe("what would change of an account", () => {
  it("is the thing checked, and beside it only what is not known yet", () => {
    const account = { creditCode: "old", foundedYear: 1980, country: null } as Account;
    const fill = { creditCode: code, foundedYear: 1999, country: "CN" };
    expect(changesOf(fill, account)).toEqual({ creditCode: code, country: "CN" });
  });
});
