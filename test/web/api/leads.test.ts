import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  codeOf,
  lead,
  type OpenApp,
  openApp,
  person,
  start,
} from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp({ rate: { perMinute: 1e9, burst: 1e9 } });
  key = await opened.key();
});
afterEach(() => opened.close());

const post = (body: unknown, path = "/leads", as = key) =>
  opened.send("POST", `/api/v1${path}`, { key: as, body });
const bodyOf = async (response: Response) => (await response.json()) as Record<string, unknown>;
const jobs = () => opened.store.client.job.findMany({ orderBy: { id: "asc" } });

describe("a new lead", () => {
  it("is stored with its contact and account, goes to assignment, and is looked at for doubles", async () => {
    const response = await post({
      ...{ name: "Wang Li", company: "Acme", email: "Wang@Acme.example", phone: "+49 30 901820" },
      ...{ need: "20 seats", source: "web form", budget: 12.5, currency: "EUR" },
    });
    expect(response.status).toBe(201);
    const made = await bodyOf(response);
    expect(made).toMatchObject({ title: "Wang Li · Acme", status: "new", ownerId: null });
    expect(response.headers.get("location")).toBe(`/api/v1/leads/${made.id}`);
    const { read } = opened.store;
    expect(await read.contacts.get(String(made.contactId))).toMatchObject({
      ...{ name: "Wang Li", email: "wang@acme.example", phone: "+4930901820" },
      accountId: made.accountId,
    });
    expect(await read.accounts.get(String(made.accountId))).toMatchObject({ name: "Acme" });
    expect((await jobs()).map(({ kind }) => kind)).toEqual(["lead.assign", "duplicates.scan"]);
    const values = await read.fieldValues.find({ recordId: String(made.id), field: "need" });
    expect(values).toMatchObject([
      { source: expect.stringMatching(/^api:test \d/), actorId: null },
    ]);
  });

  it("is about the contact its whole address names, and the account its company is called", async () => {
    const first = await bodyOf(
      await post({ name: "Ada", company: "Acme", email: "a@acme.example" }),
    );
    const again = await bodyOf(await post({ company: "ACME", email: "A@acme.example" }));
    expect(again).toMatchObject({ contactId: first.contactId, accountId: first.accountId });
    // A masked address names nobody.
    const masked = await bodyOf(await post({ name: "Bo", email: "axxx@acme.example" }));
    const other = await bodyOf(await post({ name: "Cy", email: "axxx@acme.example" }));
    expect(masked.contactId).not.toBe(other.contactId);
  });

  it("under a known id of its own is the one there is", async () => {
    const first = await post({ externalId: "form-7", name: "Ada" });
    const again = await post({ externalId: "form-7", name: "Ada Lovelace" });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await bodyOf(again)).toEqual(await bodyOf(first));
    expect(await opened.store.read.leads.count({})).toBe(1);
  });

  it.each([
    ["nobody", {}, "nameless_lead", null],
    ["an address that is none", { email: "ada" }, "invalid", "email"],
    ["an unknown field", { name: "Ada", ownerId: "per_1" }, "invalid", "ownerId"],
    ["a currency that is none", { name: "Ada", currency: "euro" }, "invalid", "currency"],
    ["a product there is not", { name: "Ada", productId: "pro_9" }, "unknown_reference", null],
    ["a list", [], "invalid", null],
  ])("that names %s is refused, and nothing is stored", async (_, body, code, field) => {
    const response = await post(body);
    expect(response.status).toBe(422);
    const said = (await response.clone().json()) as { errors?: { field: string | null }[] };
    expect(await codeOf(response)).toBe(code);
    if (field) expect(said.errors?.map((one) => one.field)).toEqual([field]);
    expect(await opened.store.read.contacts.count({})).toBe(0);
  });
});

describe("many leads", () => {
  it("come in one transaction, with one assignment and one look for doubles a minute", async () => {
    const leads = Array.from({ length: 50 }, (_, index) => ({
      externalId: `row-${index}`,
      name: `Person ${index}`,
      company: `Company ${index % 20}`,
      email: `p${index}@company${index % 20}.example`,
    }));
    const response = await post({ leads }, "/leads/batch");
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: { id: string; isNew: boolean }[] };
    expect(data.filter(({ isNew }) => isNew)).toHaveLength(50);
    expect(await opened.store.read.accounts.count({})).toBe(20);
    await post({ leads: [{ name: "One more" }] }, "/leads/batch");
    const kinds = (await jobs()).map(({ kind }) => kind);
    expect(kinds).toEqual(["lead.assign", "duplicates.scan", "lead.assign"]);

    const again = await post({ leads }, "/leads/batch");
    expect(await bodyOf(again)).toEqual({ data: data.map(({ id }) => ({ id, isNew: false })) });
  });

  it("are all refused where one cannot be read, naming which", async () => {
    const leads = [{ name: "Ada" }, { name: "Bo", email: "bo" }];
    const response = await post({ leads }, "/leads/batch");
    expect(response.status).toBe(422);
    expect(await bodyOf(response)).toMatchObject({ errors: [{ field: "leads.1.email" }] });
    expect((await post({ leads: [] }, "/leads/batch")).status).toBe(422);
    const many = Array.from({ length: 51 }, () => ({ name: "Ada" }));
    expect((await post({ leads: many }, "/leads/batch")).status).toBe(422);
    expect(await opened.store.read.leads.count({})).toBe(0);
  });
});

describe("what is said of a lead later", () => {
  it("is changed through the gate, and only what a lead has", async () => {
    await opened.store.write((unit) => unit.putRecords("lead", [lead("led_1")]));
    const patch = (body: unknown, id = "led_1") =>
      opened.send("PATCH", `/api/v1/leads/${id}`, { key, body });
    const changed = await patch({ need: "20 seats" });
    expect(await bodyOf(changed)).toMatchObject({ id: "led_1", need: "20 seats" });
    expect(await codeOf(await patch({}))).toBe("empty_change");
    expect((await patch({ status: "accepted" })).status).toBe(422);
    expect((await patch({ need: "x" }, "led_9")).status).toBe(404);
  });
});

describe("lists", () => {
  it("hold what was asked for", async () => {
    await opened.store.write(async (unit) => {
      await unit.putRecords("person", [person("per_ana")]);
      await unit.putRecords("lead", [
        lead("led_1", { ownerId: "per_ana", status: "accepted" }),
        lead("led_2", { updatedAt: start + 5_000 }),
        lead("led_3", { status: "pool" }),
      ]);
    });
    const ids = async (query: string) => {
      const response = await opened.get(`/api/v1/leads?${query}`, key);
      return ((await response.json()) as { data: { id: string }[] }).data.map(({ id }) => id);
    };
    expect(await ids("status=pool")).toEqual(["led_3"]);
    expect(await ids("ownerId=per_ana&status=accepted")).toEqual(["led_1"]);
    expect(await ids("ownerId=per_ana&status=pool")).toEqual([]);
    expect(await ids("updatedSince=2026-11-22T10:00:01%2B01:00")).toEqual(["led_2"]);
    expect((await opened.get("/api/v1/leads?status=lost2", key)).status).toBe(400);
    expect((await opened.get("/api/v1/leads?updatedSince=yesterday", key)).status).toBe(400);
  });
});
