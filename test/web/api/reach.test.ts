import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, deal, lead, type OpenApp, openApp, person } from "../../emulators/web/open-app.ts";

let opened: OpenApp;
beforeEach(async () => {
  opened = await openApp({ rate: { perMinute: 1e9, burst: 1e9 } });
  await opened.store.write(async (unit) => {
    const at = { createdAt: 0 };
    await unit.putRecords("team", [
      { id: "tea_all", name: "All", parentId: null, ...at },
      { id: "tea_dach", name: "DACH", parentId: "tea_all", ...at },
      { id: "tea_apac", name: "APAC", parentId: "tea_all", ...at },
    ]);
    await unit.putRecords("person", [
      person("per_top", { role: "manager", teamId: "tea_all" }),
      person("per_mia", { role: "manager", teamId: "tea_dach" }),
      person("per_ana", { teamId: "tea_dach", managerId: "per_mia" }),
      person("per_lei", { teamId: "tea_apac" }),
      person("per_bob", { role: "contributor", teamId: "tea_dach" }),
    ]);
    const owned = (ownerId: string) => ({ ownerId, status: "accepted" }) as const;
    await unit.putRecords("lead", [
      lead("led_ana", owned("per_ana")),
      lead("led_lei", { ...owned("per_lei"), contactId: "con_1" }),
      lead("led_new"),
      lead("led_offered", { status: "offered" }),
    ]);
    const offer = { state: "offered" as const, fit: 0, contributions: [], alternatives: [] };
    await unit.assignments.put({
      ...{
        id: "asg_1",
        leadId: "led_offered",
        repId: "per_lei",
        runnerUpId: null,
        rank: 1,
        ...offer,
      },
      ...{ weightVersionId: "wgt_1", batch: 1, authorId: null, reason: null, declineReason: null },
      ...{ deadlineAt: null, decidedAt: 0, closedAt: null },
    });
    await unit.putRecords("deal", [
      deal("dea_ana", { ownerId: "per_ana" }),
      deal("dea_lei", { ownerId: "per_lei" }),
    ]);
    const kept = { createdAt: 0, updatedAt: 0 };
    await unit.putRecords("contact", [
      {
        id: "con_1",
        accountId: null,
        name: null,
        title: null,
        email: null,
        phone: null,
        language: null,
        ...kept,
      },
    ]);
  });
});
afterEach(() => opened.close());

async function ids(path: string, key: string): Promise<string[]> {
  const seen: string[] = [];
  let next: string | null = "";
  while (next !== null) {
    const at = `${path.includes("?") ? "&" : "?"}limit=1${next ? `&cursor=${next}` : ""}`;
    const response = await opened.get(`/api/v1${path}${at}`, key);
    const page = (await response.json()) as { data: { id: string }[]; next: string | null };
    seen.push(...page.data.map(({ id }) => id));
    next = page.next;
  }
  return seen;
}
const status = async (path: string, key: string) =>
  (await opened.get(`/api/v1${path}`, key)).status;

describe("what a key sees", () => {
  it.each([
    [{ person: "per_ana" }, ["led_ana"], ["dea_ana"], ["per_ana"]],
    [{ person: "per_lei@ringside.example" }, ["led_lei", "led_offered"], ["dea_lei"], ["per_lei"]],
    [{ person: "per_mia" }, ["led_ana", "led_new"], ["dea_ana"], ["per_ana", "per_bob", "per_mia"]],
    [{ team: "DACH" }, ["led_ana", "led_new"], ["dea_ana"], ["per_ana", "per_bob", "per_mia"]],
    [
      { team: "tea_all" },
      ["led_ana", "led_lei", "led_new", "led_offered"],
      ["dea_ana", "dea_lei"],
      ["per_ana", "per_bob", "per_lei", "per_mia", "per_top"],
    ],
  ])("tied to %j is what those may see, page by page", async (tie, leads, deals, people) => {
    const key = await opened.tiedKey(tie);
    expect(await ids("/leads", key)).toEqual(leads);
    expect(await ids("/deals", key)).toEqual(deals);
    expect(await ids("/people", key)).toEqual(people);
    const places = [
      ...["led_ana", "led_lei", "led_new", "led_offered"].map((id) => `/leads/${id}`),
      ...["dea_ana", "dea_lei"].map((id) => `/deals/${id}`),
    ];
    const seen = new Set([...leads, ...deals]);
    for (const place of places) {
      const isSeen = seen.has(place.split("/").at(-1) ?? "");
      expect([place, await status(place, key)]).toEqual([place, isSeen ? 200 : 404]);
    }
    expect(await ids("/leads?ownerId=per_lei", key)).toEqual(
      leads.filter((id) => id === "led_lei"),
    );
    expect(await status("/touches?contactId=con_1", key)).toBe(
      leads.includes("led_lei") ? 200 : 404,
    );
  });

  it("ends with whom it is tied to", async () => {
    const key = await opened.tiedKey({ person: "per_ana" });
    expect(await status("/leads", key)).toBe(200);
    await opened.store.write((unit) =>
      unit.putRecords("person", [person("per_ana", { active: false })]),
    );
    const response = await opened.get("/api/v1/leads", key);
    expect([response.status, await codeOf(response)]).toEqual([401, "tied_key_gone"]);
  });

  it("cannot be tied to nobody, to both, or to whom no record belongs", async () => {
    const codes = [
      { person: "per_9" },
      { team: "Mars" },
      { person: "per_bob" },
      { person: "per_ana", team: "DACH" },
    ].map((tie) => opened.tiedKey(tie).catch((error: { code: string }) => error.code));
    expect(await Promise.all(codes)).toEqual([
      "no_such_person",
      "no_such_team",
      "bad_tie",
      "bad_tie",
    ]);
  });
});

describe("what a key may write", () => {
  const send = (method: "POST" | "PATCH", path: string, body: unknown, key: string) =>
    opened.send(method, `/api/v1${path}`, { key, body });

  it("is what it sees: others' records are not there for it", async () => {
    const key = await opened.tiedKey({ person: "per_ana" });
    expect((await send("PATCH", "/leads/led_lei", { need: "x" }, key)).status).toBe(404);
    expect((await send("PATCH", "/deals/dea_lei", { name: "Mine" }, key)).status).toBe(404);
    expect((await send("PATCH", "/leads/led_ana", { need: "x" }, key)).status).toBe(200);
    const touches = [{ type: "page.view", who: { contactId: "con_1" } }];
    expect((await send("POST", "/touches", { touches }, key)).status).toBe(404);
  });

  it("gives a rep's own program the rep's own leads and deals, and lets it give none away", async () => {
    const key = await opened.tiedKey({ person: "per_ana" });
    const made = await send("POST", "/leads", { name: "Ada" }, key);
    const own = { ownerId: "per_ana", status: "accepted", selfSourced: true };
    expect(await made.json()).toMatchObject(own);
    expect(await opened.store.client.job.count({ where: { kind: "lead.assign" } })).toBe(0);
    expect(await (await send("POST", "/deals", { name: "A" }, key)).json()).toMatchObject({
      ownerId: "per_ana",
    });
    const given = await send("PATCH", "/deals/dea_ana", { ownerId: "per_lei" }, key);
    expect([given.status, await codeOf(given)]).toEqual([403, "not_yours_to_give"]);
  });

  it("lets a team's program place deals within the team alone", async () => {
    const key = await opened.tiedKey({ team: "DACH" });
    expect((await send("PATCH", "/deals/dea_ana", { ownerId: "per_mia" }, key)).status).toBe(200);
    expect((await send("PATCH", "/deals/dea_ana", { ownerId: "per_lei" }, key)).status).toBe(403);
  });

  it("adds people only where it is tied to nobody", async () => {
    const body = {
      name: "New Rep",
      email: "New@ringside.example",
      teamId: "tea_dach",
      externalId: "hr-1",
    };
    const refused = await send("POST", "/people", body, await opened.tiedKey({ team: "DACH" }));
    expect([refused.status, await codeOf(refused)]).toEqual([403, "untied_key_only"]);
    const key = await opened.key();
    const made = await send("POST", "/people", body, key);
    const { id } = (await made.clone().json()) as { id: string };
    expect(made.status).toBe(201);
    expect(await made.json()).toMatchObject({ email: "new@ringside.example", languages: ["en"] });
    expect((await send("POST", "/people", body, key)).status).toBe(200);
    expect(await status(`/people/${id}`, key)).toBe(200);
    const { externalId: _, ...twice } = body;
    expect(await codeOf(await send("POST", "/people", twice, key))).toBe("email_taken");
    const nowhere = { name: "X", teamId: "tea_9" };
    expect(await codeOf(await send("POST", "/people", nowhere, key))).toBe("unknown_reference");
    expect((await send("POST", "/people", { name: "X", timeZone: "Mars" }, key)).status).toBe(422);
    expect((await send("POST", "/people", { name: "X", role: "operator" }, key)).status).toBe(422);
  });
});
