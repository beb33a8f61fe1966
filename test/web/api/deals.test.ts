import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  codeOf,
  deal,
  lead,
  type OpenApp,
  openApp,
  person,
  start,
} from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp();
  key = await opened.key();
});
afterEach(() => opened.close());

type Said = {
  code: string;
  detail: string;
  errors: { field: string; code: string; detail: string }[];
};
const send = (method: "POST" | "PATCH", path: string, body: unknown, more = {}) =>
  opened.send(method, `/api/v1${path}`, { key, body, more });
const read = async <Body = Record<string, unknown>>(response: Response) =>
  (await response.json()) as Body;

describe("a deal", () => {
  it("is created, moved and closed through the gate, with where it came from", async () => {
    const made = await send("POST", "/deals", { name: "Acme · Scanner", externalId: "crm-1" });
    expect(made.status).toBe(201);
    const { id } = await read<{ id: string }>(made);
    expect((await send("POST", "/deals", { name: "Acme", externalId: "crm-1" })).status).toBe(200);
    const next = { nextStep: "Call Ada", nextStepDate: "2026-11-25T09:00:00Z" };
    const moved = await send("PATCH", `/deals/${id}`, { stage: "contacted", ...next });
    expect(await read(moved)).toMatchObject({ stage: "contacted", status: "open" });
    const lost = await send("PATCH", `/deals/${id}`, { stage: "lost", lossReason: "Price" });
    expect(await read(lost)).toMatchObject({ status: "lost", closedAt: expect.any(String) });
    const moves = await opened.store.read.stageChanges.find({ dealId: id });
    expect(moves.map(({ to }) => to)).toEqual(["new", "contacted", "lost"]);
    expect(await read(await opened.get(`/api/v1/deals/${id}`, key))).toMatchObject({ id });
  });

  it("of a lead that became one in chat is that one, and the lead names it", async () => {
    const { records, at } = { records: opened.store, at: start };
    const made = deal("dea_1", { name: "Acme", leadId: "led_1" });
    await records.write(async (unit) => {
      await unit.putRecords("lead", [lead("led_1", { status: "converted" })]);
      await unit.putRecords("deal", [made]);
      await unit.externalIds.put({
        ...{ id: "ext_1", kind: "deal", recordId: "dea_1", createdAt: at },
        ...{ source: "lead", externalId: "led_1" },
      });
    });
    const body = { name: "Acme seats", leadId: "led_1", externalId: "crm-7" };
    const answers = [await send("POST", "/deals", body), await send("POST", "/deals", body)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await read(await opened.get("/api/v1/leads/led_1", key))).toMatchObject({
      ...{ status: "converted", dealId: "dea_1" },
    });
    const other = await send("POST", "/deals", { ...body, externalId: "crm-8" });
    expect(other.status).toBe(201);
    const listed = await read<{ data: unknown[] }>(await opened.get("/api/v1/leads", key));
    expect(listed.data).toMatchObject([{ id: "led_1", dealId: "dea_1" }]);
  });

  it("is refused what its contracts do not take, field by field with the fix, in both languages", async () => {
    const { id } = await read<{ id: string }>(await send("POST", "/deals", { name: "Acme" }));
    const body = { stage: "proposal" };
    const english = await send("PATCH", `/deals/${id}`, body);
    expect(english.status).toBe(422);
    const said = await read<Said>(english);
    expect(said.code).toBe("contract");
    const amount = said.errors.find(({ field }) => field === "amount");
    expect(amount).toMatchObject({ code: "missing" });
    expect(amount?.detail).toContain("deal.amount");

    const language = { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" };
    const chinese = await send("PATCH", `/deals/${id}`, body, language);
    expect(chinese.headers.get("content-language")).toBe("zh");
    const told = await read<Said>(chinese);
    expect(told.detail).toBe("数据契约不接受此内容。`errors` 说明了应如何修改。");
    expect(told.errors.find(({ field }) => field === "amount")?.detail).toMatch(/\p{Script=Han}/u);
    expect(await opened.store.read.deals.get(id)).toMatchObject({ stage: "new" });
  });

  it("takes the evidence and the answers a stage asks for with the move", async () => {
    const { id } = await read<{ id: string }>(await send("POST", "/deals", { name: "Acme" }));
    const { errors } = await read<Said>(
      await send("PATCH", `/deals/${id}`, { stage: "qualified" }),
    );
    const asked = errors.map(({ field }) => field);
    expect(asked.length).toBeGreaterThan(0);
    const unknownUntil = Object.fromEntries(
      asked.map((field) => [field, "2026-12-01T00:00:00+08:00"]),
    );
    const wrong = await send("PATCH", `/deals/${id}`, {
      stage: "qualified",
      unknownUntil: { amount: "soon" },
    });
    expect(await codeOf(wrong)).toBe("invalid");
    const moved = await send("PATCH", `/deals/${id}`, { stage: "qualified", unknownUntil });
    expect([moved.status, await read(moved)]).toMatchObject([200, { stage: "qualified" }]);
  });

  it.each([
    ["accountId", "acc_9"],
    ["leadId", "led_9"],
    ["productId", "pro_9"],
    ["ownerId", "per_9"],
  ])("names a %s that is there", async (field, id) => {
    const response = await send("POST", "/deals", { name: "Acme", [field]: id });
    expect(response.status).toBe(422);
    const said = await read<Said>(response);
    expect(said.code).toBe("unknown_reference");
    expect(said.detail).toContain(`${field}: there is no record ${id}`);
  });

  it("is given to somebody who is here", async () => {
    await opened.store.write((unit) =>
      unit.putRecords("person", [person("per_ana"), person("per_old", { active: false })]),
    );
    const made = await send("POST", "/deals", { name: "Acme", ownerId: "per_ana" });
    expect(await read(made)).toMatchObject({ ownerId: "per_ana" });
    expect((await send("POST", "/deals", { name: "Acme", ownerId: "per_old" })).status).toBe(422);
  });
});

describe("many deals", () => {
  it("come in; a value a contract keeps out stays beside its deal as drift", async () => {
    const deals = [
      { name: "Acme", decisionMaker: "TBD" },
      { name: "Beta", stage: "proposal" },
    ];
    const response = await send("POST", "/deals/batch", { deals });
    const { data } = await read<{ data: { id: string }[] }>(response);
    const [acme, beta] = data.map(({ id }) => id);
    expect(await opened.store.read.deals.get(acme ?? "")).toMatchObject({ decisionMaker: null });
    expect(await opened.store.read.deals.get(beta ?? "")).toMatchObject({ stage: "proposal" });
    const drifts = await opened.store.read.drifts.find({ recordId: acme ?? "" });
    expect(drifts).toMatchObject([
      { field: "decisionMaker", code: "placeholder", value: "TBD", source: "api:test 1" },
    ]);
  });
});
