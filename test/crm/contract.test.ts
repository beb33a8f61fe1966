// What every connector has to do, on a loopback server that speaks and fails as its CRM does.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { NotFound, Refused, RetryLater } from "../../src/core/errors.ts";
import type { CrmConnector } from "../../src/core/pipeline/write-back/connector.ts";
import { createBitable } from "../../src/crm/bitable/connector.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { createRest } from "../../src/crm/rest/connector.ts";
import { restSchema } from "../../src/crm/rest/schema.ts";
import { createSalesforce } from "../../src/crm/salesforce/connector.ts";
import { startBitable } from "../emulators/crm/bitable.ts";
import { type CrmServer, changeThere, keep, type Said } from "../emulators/crm/faulty.ts";
import { startHubSpot } from "../emulators/crm/hubspot.ts";
import { startRest } from "../emulators/crm/rest.ts";
import { startSalesforce } from "../emulators/crm/salesforce.ts";

const at = Date.UTC(2026, 10, 23, 9);
const patientMs = 60_000;
const impatientMs = 400;
const id = (number: number) => `00${String(number).padStart(13, "0")}`;

type Case = {
  name: string;
  start(): Promise<CrmServer & { endSession?(): void }>;
  connect(url: string, how: { isKnown: boolean; timeoutMs: number }): CrmConnector;
  busy: Said;
};

const yaml = parse(
  readFileSync(new URL("../../playbooks/crm/fxiaoke.yaml", import.meta.url), "utf8"),
);
const restAt = (url: string) => restSchema.parse({ ...yaml.rest, baseUrl: url });

const cases: Case[] = [
  {
    name: "HubSpot",
    start: startHubSpot,
    connect: (baseUrl, { isKnown, timeoutMs }) =>
      createHubSpot({
        token: isKnown ? "pat-good" : "pat-old",
        clock: () => at,
        baseUrl,
        timeoutMs,
      }),
    busy: { status: 429, body: { message: "limit" }, headers: { "retry-after": "7" } },
  },
  {
    name: "Salesforce",
    start: startSalesforce,
    connect: (url, { isKnown, timeoutMs }) =>
      createSalesforce({ url, clientId: isKnown ? "good" : "bad", clientSecret: "s", timeoutMs }),
    busy: {
      status: 403,
      body: [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "TotalRequests Limit" }],
    },
  },
  {
    name: "Bitable",
    start: startBitable,
    connect: (domain, { isKnown, timeoutMs }) =>
      createBitable({
        appId: `cli_${domain}`,
        appSecret: isKnown ? "good" : "bad",
        domain,
        appToken: "bas1",
        timeoutMs,
      }),
    busy: { status: 200, body: { code: 1254290, msg: "TooManyRequest" } },
  },
  {
    name: "REST",
    start: startRest,
    connect: (url, { isKnown, timeoutMs }) =>
      createRest({ settings: restAt(url), key: "k", secret: isKnown ? "good" : "bad", timeoutMs }),
    busy: { status: 429, body: {}, headers: { "retry-after": "7" } },
  },
];

describe.each(cases)("$name", ({ start, connect, busy }) => {
  let crm: Awaited<ReturnType<Case["start"]>>;
  let connector: CrmConnector;
  const object = "deals";
  const reading = { object, fields: ["name", "amount", "owner"] };
  const write = (...numbers: number[]) =>
    connector.write(
      object,
      numbers.map((number) => ({ id: id(number), fields: { amount: "7" }, key: `k${number}` })),
    );
  const warm = () => connector.read({ ...reading, ids: [id(1)] });
  const amount = (number: number) =>
    String(crm.objects.get(object)?.get(id(number))?.values.amount);

  beforeEach(async () => {
    crm = await start();
    crm.users.push({ id: "u1", email: "ana@ringside.example" });
    for (const number of [1, 2, 3]) {
      keep(crm, object, {
        id: id(number),
        values: { name: `Deal ${number}`, amount: "5", owner: "u1" },
        changedAt: at + number,
      });
    }
    crm.now = at + 10;
    connector = connect(crm.url, { isKnown: true, timeoutMs: patientMs });
  });
  afterEach(() => crm.close());

  it("describes fields, and says which object it does not have", async () => {
    expect((await connector.describe(object)).map(({ name }) => name)).toEqual([
      "name",
      "amount",
      "owner",
    ]);
    const fault = await connector.describe("nothing").catch((error: unknown) => error);
    expect(fault instanceof NotFound || fault instanceof Refused).toBe(true);
  });

  it("knows its users by e-mail", async () => {
    expect(await connector.users(["ana@ringside.example"])).toEqual([
      { id: "u1", email: "ana@ringside.example" },
    ]);
  });

  it("reads records by id, without those that are gone", async () => {
    const read = await connector.read({ ...reading, ids: [id(1), id(99)] });
    expect(read).toMatchObject([
      { id: id(1), values: { name: "Deal 1", owner: "u1" }, changedAt: at + 1 },
    ]);
  });

  it("writes, and writing again changes nothing", async () => {
    expect(await write(1, 2)).toEqual([{ state: "written" }, { state: "written" }]);
    expect(await write(1, 2)).toEqual([{ state: "written" }, { state: "written" }]);
    expect([amount(1), amount(2), amount(3)]).toEqual(["7", "7", "5"]);
  });

  it("answers for each: one wrong value or a record that is gone keeps no other out", async () => {
    crm.refuse = (which) => (which === id(2) ? { field: "amount", said: "too low" } : undefined);
    const answers = await write(1, 2, 99, 3);
    expect(answers.map(({ state }) => state)).toEqual(["written", "refused", "refused", "written"]);
    expect(answers[1]).toMatchObject({ field: "amount", said: expect.stringContaining("too low") });
    expect([amount(1), amount(2), amount(3)]).toEqual(["7", "5", "7"]);
  });

  it("waits when it is asked to", async () => {
    await warm();
    crm.faults.push(busy);
    const fault = await write(1).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(RetryLater);
    if (busy.headers) expect(fault).toMatchObject({ afterMs: 7_000 });
    expect(await write(1)).toEqual([{ state: "written" }]);
  });

  it.each<[string, CrmServer["faults"][number]]>([
    ["a 500", { status: 500, body: {} }],
    ["a 503 page", { status: 503, body: "<html>" }],
    ["a cut line", "cut"],
  ])("takes %s for being away, and works afterwards", async (_name, fault) => {
    await warm();
    crm.faults.push(fault);
    await expect(write(1)).rejects.toBeInstanceOf(RetryLater);
    expect(await write(1)).toEqual([{ state: "written" }]);
  });

  it("takes silence for being away, and works afterwards", async () => {
    connector = connect(crm.url, { isKnown: true, timeoutMs: impatientMs });
    await warm().catch(() => {});
    crm.faults.push("silence");
    await expect(write(1)).rejects.toBeInstanceOf(RetryLater);
    crm.faults.length = 0;
    connector = connect(crm.url, { isKnown: true, timeoutMs: patientMs });
    expect(await write(1)).toEqual([{ state: "written" }]);
  });

  it.each([{}, [], null, { results: [[]], records: [null], code: 0, data: [null] }])(
    "takes %j where records should be for no answer, or for no records",
    async (body) => {
      await warm();
      crm.faults.push({ status: 200, body });
      const read = await warm().catch((error: unknown) => error);
      if (!Array.isArray(read)) expect(read).toBeInstanceOf(RetryLater);
      expect(await warm()).toHaveLength(1);
    },
  );

  it("says when its keys are refused", async () => {
    const stranger = connect(crm.url, { isKnown: false, timeoutMs: patientMs });
    await expect(stranger.read({ ...reading, ids: [id(1)] })).rejects.toMatchObject({
      code: "crm_auth",
    });
  });

  it("renews a session that ended", async () => {
    await warm();
    crm.endSession?.();
    expect(await write(1)).toEqual([{ state: "written" }]);
  });

  it("reads everything once, then what changed, through any number of pages", async () => {
    for (let number = 10; number < 460; number += 1) {
      keep(crm, object, {
        id: id(number),
        values: { name: "x", amount: "1", owner: "u1" },
        changedAt: at + 20,
      });
    }
    const seen = new Set<string>();
    let cursor: string | null = null;
    for (let more = true; more; ) {
      const page = await connector.changedSince({ ...reading, cursor });
      for (const record of page.records) seen.add(record.id);
      ({ cursor, more } = page);
    }
    expect(seen.size).toBe(453);
    crm.now = at + 3_600_000;
    changeThere(crm, object, { id: id(2), values: { amount: "99" } });
    const changed: string[] = [];
    for (let more = true; more; ) {
      const page = await connector.changedSince({ ...reading, cursor });
      changed.push(
        ...page.records.filter(({ values }) => String(values.amount) === "99").map((one) => one.id),
      );
      ({ cursor, more } = page);
    }
    expect(changed).toEqual([id(2)]);
  });

  it("begins at a moment", async () => {
    const cursor = connector.cursorAt(at + 3_600_000);
    expect((await connector.changedSince({ ...reading, cursor })).records).toEqual([]);
  });
});
