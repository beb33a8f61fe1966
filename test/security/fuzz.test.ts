// A small run of the fuzzer over every target, and each thing it found, kept as it was found.
import { expect, it } from "vitest";
import { fuzz } from "../../bench/fuzz.ts";
import { createCalendar } from "../../src/calendar.ts";
import { understand } from "../../src/chat/intents.ts";
import { parseEnvelope } from "../../src/chat/lark/parse.ts";
import { readNewLead } from "../../src/core/leads/read-new-lead.ts";
import { readUpdate } from "../../src/core/pipeline/reading/read-update.ts";
import { parseDate } from "../../src/sources/import/values/date.ts";
import { emailOf } from "../../src/sources/touches/read.ts";
import { readXml } from "../../src/sources/touches/salesforce/read-xml.ts";

const mostMs = 1_000;

function msOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const update = (text: string) =>
  readUpdate(text, {
    ...{ now: Date.UTC(2026, 10, 23), timeZone: "UTC", workdays: createCalendar() },
    deals: [{ id: "dea_1", account: "Acme", stage: "qualified" }],
  });

it("breaks nothing, whatever reads it", { timeout: 120_000 }, async () => {
  const { broken, targets } = await fuzz({ inputs: 500, seed: 7 });
  expect(broken).toEqual([]);
  expect(targets.length).toBeGreaterThan(40);
});

it("reads an update with a long number beside a date in time", () => {
  const figures = `下下周五 ${"9".repeat(60)} 再说, tomorrow ${"1".repeat(50)}x`;
  expect(msOf(() => update(figures))).toBeLessThan(mostMs);
  expect(msOf(() => update(`passwd${"9".repeat(60)} 王总`))).toBeLessThan(mostMs);
});

it("looks for an address in a long word in time", () => {
  expect(msOf(() => readNewLead("a".repeat(20_000)))).toBeLessThan(mostMs);
  expect(readNewLead("Ada, Acme, (ada+x@mail.acme.example)").email).toBe("ada+x@mail.acme.example");
  expect(msOf(() => emailOf(`a@${".".repeat(100_000)} @`))).toBeLessThan(mostMs);
});

it("refuses XML whose tag never ends in time", () => {
  const endless = `<a><${"b".repeat(20_000)}`;
  expect(msOf(() => expect(() => readXml(endless)).toThrow("not XML"))).toBeLessThan(mostMs);
});

it("takes a word that is no month for no date", () => {
  expect(parseDate("23 Foo 2026", { order: "dmy", zone: "UTC" })).toBeUndefined();
});

it("knows no event by the name of what every object has", () => {
  for (const event_type of ["constructor", "__proto__", "toString"]) {
    const header = { event_id: "e", event_type, app_id: "a", tenant_key: "t", create_time: "1" };
    expect(parseEnvelope({ header, event: {} }, { appId: "a", botOpenId: "b" }).kind).toBe(
      "ignored",
    );
  }
});

it("understands nothing in 20,000 letters in time", () => {
  expect(msOf(() => understand("no ".repeat(6_666)))).toBeLessThan(mostMs);
});
