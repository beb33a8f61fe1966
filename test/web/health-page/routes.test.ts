// The live page of data health as a browser without scripts sees it.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../src/core/gate/gate.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { readLinkKey } from "../../../src/store/link-key.ts";
import { createHealthLinks } from "../../../src/web/health-page/links.ts";
import { openHealthPage } from "../../../src/wiring/pages.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const publicUrl = "https://ringside.example";
const lifeMs = 3_600_000;
const log = { debug: () => {}, error: () => {} };
const dayMs = 86_400_000;

let world: World;
let app: NonNullable<ReturnType<typeof openHealthPage>>;
const linkFor = (readerId: string) => {
  const { dataDir, clock } = world.ringside;
  const links = createHealthLinks({ key: readLinkKey(dataDir), publicUrl, lifeMs, clock });
  return links.linkFor(readerId).replace(publicUrl, "");
};
const change = (set: Change) =>
  world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      by: operator,
      via: "import",
      source: "test",
      changes: [set],
    }),
  );

beforeEach(async () => {
  world = await createWorld([], { pages: { publicUrl, lifeMs } });
  const opened = openHealthPage(world.ringside, { pages: { publicUrl, lifeMs }, log });
  if (!opened) throw new Error("no page");
  app = opened;
  const deal = { accountId: "acc_acme", stage: "proposal" } as const;
  await world.add("deal", "dea_1", { ...deal, name: "<b>Acme</b>", ownerId: "per_ana" });
  await world.add("person", "per_eve", { name: "Eve & Co", role: "rep", managerId: "per_zed" });
  await world.add("person", "per_zed", { name: "Zed", role: "manager", language: "zh" });
  await world.add("deal", "dea_2", { ...deal, name: "Other", ownerId: "per_eve" });
});
afterEach(() => world.close());

async function openAs(path: string): Promise<string> {
  const answer = await app.request(`${path}/open`, { method: "POST" });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe(path);
  const given = answer.headers.get("set-cookie") ?? "";
  expect(given).toMatch(/Path=\/h\/; HttpOnly; Secure; SameSite=Lax/);
  return given.split(";", 1)[0] ?? "";
}

describe("the live page of health", () => {
  it("shows a button first, and nothing about anybody, under a strict policy", async () => {
    const answer = await app.request(linkFor("per_mia"));
    const text = await answer.text();
    expect(text).toContain("Open here");
    expect(text).not.toMatch(/Mia|Ana|Acme/);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain("unsafe");
    expect(text).not.toContain("<script");
  });

  it("then shows the reader's people and nobody else's, and loads itself again", async () => {
    const path = linkFor("per_mia");
    const cookie = await openAs(path);
    const text = await (await app.request(path, { headers: { cookie } })).text();
    expect(text).toContain('<meta http-equiv="refresh" content="60" />');
    for (const part of ["By field", "By person", "By team", "Ana Silva", "All", "Contract rate"]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("Eve &");
    expect(text).toContain("The first night&#39;s reading is still to come.");
  });

  it("speaks the reader's language, and keeps what people wrote as text", async () => {
    const path = linkFor("per_zed");
    const cookie = await openAs(path);
    const text = await (await app.request(path, { headers: { cookie } })).text();
    expect(text).toContain('lang="zh-CN"');
    expect(text).toContain("按人员");
    expect(text).toContain("Eve &amp; Co");
    expect(text).not.toContain("Ana Silva");
  });

  it("tells a week ago from now, night by night", async () => {
    await world.passes(16 * 3_600_000);
    await world.passes(8 * dayMs);
    await change({ kind: "deal", id: "dea_1", set: { amount: 5, decisionMaker: "Dr Wang" } });
    await world.passes(60_000);
    const path = linkFor("per_mia");
    const cookie = await openAs(path);
    const text = await (await app.request(path, { headers: { cookie } })).text();
    expect(text).toContain("<polyline points=");
    const [, now, before] =
      /Ana Silva<\/th>\s*<td[^>]*>([^<]+)<\/td><td[^>]*>([^<]+)</.exec(text) ?? [];
    expect(Number.parseFloat(now ?? "")).toBeGreaterThan(Number.parseFloat(before ?? ""));
  });

  it("works in one browser, for its time, while its reader manages", async () => {
    const path = linkFor("per_mia");
    const cookie = await openAs(path);
    expect((await app.request(path)).status).toBe(403);
    expect((await app.request(`${path}/open`, { method: "POST" })).status).toBe(403);
    const forged = cookie.replace(/=.*/, "=guess");
    expect((await app.request(path, { headers: { cookie: forged } })).status).toBe(403);

    await change({ kind: "person", id: "per_mia", set: { role: "rep" } });
    const lost = await app.request(path, { headers: { cookie } });
    expect([lost.status, await lost.text()]).toEqual([
      403,
      expect.stringContaining("manage others"),
    ]);
    await change({ kind: "person", id: "per_mia", set: { role: "manager" } });
    await world.passes(lifeMs);
    const late = await app.request(path, { headers: { cookie } });
    expect([late.status, await late.text()]).toEqual([410, expect.stringContaining("has expired")]);
  });

  it.each(["x", "x.y", "x.y.z", "a".repeat(600)])("refuses %s", async (token) => {
    const answer = await app.request(`/h/${token}`, { headers: { "accept-language": "zh-CN" } });
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining("链接无效"),
    ]);
  });

  it("is not opened by a rep's link, nor by one signed for a customer's page", async () => {
    expect((await app.request(linkFor("per_ana"))).status).toBe(403);
    const { customerPages } = world.ringside;
    const other = customerPages?.linkTo({ customerId: "acc_acme", readerId: "per_mia" }) ?? "";
    expect((await app.request(`/h/${other.split("/c/")[1]}`)).status).toBe(403);
  });

  it("asks somebody in a hurry to wait", async () => {
    const path = linkFor("per_mia");
    const answers = await Promise.all(Array.from({ length: 12 }, () => app.request(path)));
    expect(answers.map(({ status }) => status)).toContain(429);
  });
});

describe("the health card", () => {
  const cardOf = async ({ ringside }: World) => {
    await ringside.localChat.say("per_mia", "data health", "say-1");
    await ringside.drain();
    return JSON.stringify(await ringside.localChat.transcript("per_mia", { limit: 5 }));
  };

  it("links to the page where there is a public address", async () => {
    const card = await cardOf(world);
    const [, path = ""] = /https:\/\/ringside\.example(\/h\/[\w.-]+)/.exec(card) ?? [];
    expect((await app.request(path)).status).toBe(200);
    expect(card).toContain("works for 1 hour");
  });

  it("says what a page needs where there is none", async () => {
    const plain = await createWorld();
    await plain.add("deal", "dea_1", { name: "Acme", accountId: "acc_acme", ownerId: "per_ana" });
    expect(await cardOf(plain)).toContain("the operator sets PUBLIC_URL");
    expect(openHealthPage(plain.ringside, { pages: undefined, log })).toBeUndefined();
    await plain.close();
  });
});
