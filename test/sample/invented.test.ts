import { describe, expect, it } from "vitest";
import { createSample } from "../../src/sample/create-sample.ts";

const sample = createSample({ now: Date.UTC(2026, 2, 11, 10, 30) });
const everybody = [...sample.people, ...sample.contacts];

const han = /\p{Script=Han}/u;

describe("nothing in the sample can be real", () => {
  it("has e-mail addresses and domains that RFC 2606 reserves", () => {
    const emails = everybody.map(({ email }) => email).filter((email) => email !== null);
    const domains = sample.accounts.map(({ domain }) => domain);
    for (const email of emails) expect(email).toMatch(/^[a-z.-]+@([a-z]+\.example|example\.\w+)$/);
    for (const domain of domains) expect(domain).toMatch(/^[a-z]+\.example$/);
  });

  it("has phone numbers nobody can have", () => {
    const drama = [/^\+442079460\d{3}$/, /^\+447700900\d{3}$/];
    const american = /^\+1\d{3}55501\d{2}$/;
    const startsWithZero = /^\+86210\d{7}$/;
    const fictitious = [...drama, american, startsWithZero];
    const phones = everybody.map(({ phone }) => phone).filter((phone) => phone !== null);
    expect(phones.filter((phone) => !fictitious.some((range) => range.test(phone)))).toEqual([]);
  });

  it("gives each address and number once", () => {
    for (const field of ["email", "phone"] as const) {
      const values = everybody.map((person) => person[field]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
    const names = sample.contacts.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has no company codes", () => {
    expect(sample.accounts.every((each) => each.creditCode === null && each.vatId === null)).toBe(
      true,
    );
  });
});

describe("both scripts", () => {
  it("write Chinese names and companies in Chinese, English ones in Latin letters", () => {
    for (const person of sample.people)
      expect(han.test(person.name)).toBe(person.language === "zh");
    for (const account of sample.accounts) {
      expect(han.test(account.name)).toBe(account.country === "CN");
      if (account.country === "CN") expect(account.name).toMatch(/公司$/);
    }
    for (const contact of sample.contacts.filter(({ name }) => name !== null)) {
      expect(han.test(contact.name ?? "")).toBe(contact.language === "zh");
    }
  });

  it("state a need in the customer's language", () => {
    for (const lead of [...sample.leads, ...sample.newLeads].filter(({ need }) => need !== null)) {
      expect(han.test(lead.need ?? "")).toBe(lead.language === "zh");
    }
  });
});
