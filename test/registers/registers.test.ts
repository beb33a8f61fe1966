import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Checked, Saying } from "../../src/core/pipeline/checks/company/checked.ts";
import { findingOf } from "../../src/core/pipeline/checks/company/find-offer.ts";
import { hasToAsk, lookUp } from "../../src/core/pipeline/checks/company/look-up.ts";
import type { CompanySources } from "../../src/core/pipeline/checks/company/ports.ts";
import { readSubject } from "../../src/core/pipeline/checks/company/read-subject.ts";
import { createGleif } from "../../src/registers/gleif.ts";
import { createNameServers } from "../../src/registers/name-servers.ts";
import { createVies } from "../../src/registers/vies.ts";
import { createCompanyParts } from "../../src/wiring/company.ts";
import { type NameServer, startNameServer } from "../emulators/registers/name-server.ts";
import { type RegisterServer, startRegisters } from "../emulators/registers/server.ts";

const at = Date.UTC(2026, 10, 23, 9);
const code = "91350100M000100Y43";
const lei = "5299000J2N45DDNE4Y28";
let server: RegisterServer;
let dns: NameServer;
let sources: CompanySources;

beforeAll(async () => {
  server = await startRegisters();
  dns = await startNameServer({
    "acme.com": { mx: ["mx1.acme.com", "mx2.acme.com"], a: ["192.0.2.1"] },
    "hostonly.com": { a: ["192.0.2.2"] },
    "letterbox-closed.com": { mx: ["."] },
    "empty.com": {},
  });
  sources = createCompanyParts({
    names: createNameServers({ servers: [dns.address], timeoutMs: 150 }),
    registers: [
      createGleif({ baseUrl: server.gleifUrl, timeoutMs: 300 }),
      createVies({ baseUrl: server.viesUrl, timeoutMs: 300 }),
    ],
  }).company;
});
afterAll(async () => {
  await server.close();
  await dns.close();
});
beforeEach(() => {
  server.companies = [];
  server.asked = [];
  dns.isSilent = false;
  dns.asked = [];
});

async function check(typed: string): Promise<Checked> {
  const subject = readSubject(typed, { readers: sources.readers, at });
  if (!subject) throw new Error(`${typed} is nothing`);
  return lookUp(subject, sources, at);
}
const said = ({ lines }: Checked): Saying[] => lines.map(({ says }) => says);

describe("GLEIF", () => {
  it("is asked for a credit code and names its company", async () => {
    const company = { lei, name: "福建某某有限公司", registeredAs: code, country: "CN" };
    server.companies = [
      { ...company, registeredAs: `${code}9` },
      { ...company, otherNames: ["Acme Fujian"], creationDate: "1998-04-01T00:00:00Z" },
    ];
    const checked = await check(code);
    expect(said(checked)).toEqual(["code_holds", "register_found"]);
    expect(checked.entries).toMatchObject([
      { name: "福建某某有限公司", otherNames: ["Acme Fujian"], foundedYear: 1998, isActive: true },
    ]);
    expect(server.asked[0]?.url).toContain(`filter%5Bentity.registeredAs%5D=${code}`);
    expect(findingOf(checked)).toMatchObject({
      fill: { creditCode: code, country: "CN", foundedYear: 1998 },
      source: { id: "check:gleif" },
      isConfirmed: true,
    });
  });

  it("is asked for an LEI by its own address, and a 404 is no judgement", async () => {
    expect(said(await check(lei))).toEqual(["lei_holds", "register_none"]);
    expect(server.asked[0]?.url).toBe(`/gleif/api/v1/lei-records/${lei}`);
    server.companies = [{ lei, name: "Acme", registeredAs: code, country: "CN" }];
    expect(findingOf(await check(lei))?.fill).toMatchObject({ creditCode: code });
  });

  it("holds some companies only: not to be there proves nothing", async () => {
    const { lines } = await check(code);
    expect(lines.at(-1)).toMatchObject({ result: "not_checked", says: "register_none" });
  });

  it("says when a company is no longer in force, and then nothing is offered", async () => {
    const company = { lei, name: "Acme", registeredAs: code, country: "CN" };
    server.companies = [{ ...company, status: "INACTIVE" }];
    const checked = await check(code);
    expect(said(checked)).toContain("register_inactive");
    expect(findingOf(checked)).toBeUndefined();
  });

  it.each([
    [{ status: 429 }, "register_busy"],
    [{ status: 500 }, "register_away"],
    [{ status: 503 }, "register_away"],
    [{ status: 403 }, "register_strange"],
    [{ status: 200, body: "<html>" }, "register_strange"],
    [{ status: 200, body: '{"data":[{"id":1}]}' }, "register_strange"],
    ["silence", "register_slow"],
    ["cut", "register_away"],
    ["flood", "register_strange"],
    ["redirect", "register_away"],
  ] as const)(
    "that answers %j is not checked, and nothing counts as confirmed",
    async (fault, says) => {
      server.faults = [fault];
      const checked = await check(code);
      expect(checked.lines.at(-1)).toMatchObject({ result: "not_checked", says });
      expect(findingOf(checked)?.isConfirmed).toBe(false);
    },
  );

  it("is not asked about a code that is wrong by itself", async () => {
    expect(said(await check("91350100M000100Y42"))).toEqual(["code_check"]);
    expect(server.asked).toEqual([]);
  });
});

describe("VIES", () => {
  it("says whether a number is in force, and whose where its country tells", async () => {
    server.vat.set("DE136695976", "---");
    const checked = await check("DE 136695976");
    expect(said(checked)).toEqual(["vat_holds", "register_found"]);
    expect(checked.entries).toMatchObject([{ name: null, country: "DE" }]);
    expect(server.asked[0]).toMatchObject({
      ...{ method: "POST", url: "/vies/rest-api/check-vat-number" },
      body: { countryCode: "DE", vatNumber: "136695976" },
    });
    const { lines } = await check("FR40303265045");
    expect(lines.at(-1)).toMatchObject({ result: "failed", says: "register_none" });
  });

  it.each([
    ["MS_UNAVAILABLE", "register_away"],
    ["SERVICE_UNAVAILABLE", "register_away"],
    ["MS_MAX_CONCURRENT_REQ", "register_busy"],
    ["GLOBAL_MAX_CONCURRENT_REQ", "register_busy"],
    ["TIMEOUT", "register_slow"],
    ["INVALID_INPUT", "register_strange"],
  ])("that answers %s says nothing about the number", async (error, says) => {
    server.viesErrors = [error];
    const { lines } = await check("DE136695976");
    expect(lines.at(-1)).toMatchObject({ result: "not_checked", says });
  });

  it("is not asked about Great Britain, which left", async () => {
    expect(said(await check("GB980780684"))).toEqual(["vat_holds", "register_uncovered"]);
    expect(server.asked).toEqual([]);
  });
});

describe("name servers", () => {
  it.each([
    ["ana@acme.com", "passed", "mail_found"],
    ["ana@hostonly.com", "passed", "mail_implicit"],
    ["ana@letterbox-closed.com", "failed", "mail_refused"],
    ["ana@gone-since.com", "failed", "mail_none"],
    ["acme.com", "passed", "host_found"],
    ["empty.com", "failed", "host_none"],
  ])("say of %s: %s, %s", async (typed, result, says) => {
    const { lines } = await check(typed);
    expect(lines.find((line) => line.says === says)?.result).toBe(result);
  });

  it("that say nothing leave it unchecked", async () => {
    dns.isSilent = true;
    expect(said(await check("acme.com"))).toContain("dns_slow");
  });

  it("that cannot be reached leave it unchecked", async () => {
    const names = createNameServers({ servers: ["127.0.0.1:9"], timeoutMs: 200 });
    const offline = { ...sources, names };
    const subject = readSubject("acme.com", { readers: sources.readers, at });
    if (!subject) throw new Error("no domain");
    const { lines } = await lookUp(subject, offline, at);
    expect(["dns_offline", "dns_slow"]).toContain(lines.at(-1)?.says);
    expect(lines.at(-1)?.result).toBe("not_checked");
  });

  it("are not asked about what cannot be a name, or is set aside for examples", async () => {
    await check("ana@acme.example");
    expect(dns.asked).toEqual([]);
    const subject = readSubject("acme..com@", { readers: sources.readers, at });
    expect(subject && hasToAsk(subject, sources)).toBeFalsy();
  });
});
