import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../src/core/gate/gate.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { createCustomerLinks } from "../../../src/web/customer-page/links.ts";
import { closeSite, manyTouches, openAs, openSite, type Site } from "./site.ts";

let site: Site;
beforeEach(async () => {
  site = await openSite();
});
afterEach(() => closeSite(site));

const get = (path: string, headers: Record<string, string> = {}) =>
  site.app.request(path, { headers });

describe("a link to a customer's page", () => {
  it("shows a frame that says nothing about anybody, under a strict policy", async () => {
    const answer = await get(site.link());
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).not.toMatch(/Acme|Wang|Ana/);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("shows the graph to the browser that opened it, and to no other", async () => {
    const path = site.link();
    expect((await get(`${path}/graph`)).status).toBe(403);
    const cookie = await openAs(site, path);
    const graph = await (await get(`${path}/graph`, { cookie })).json();
    expect(JSON.stringify(graph)).toContain("Acme scanners");
    expect(await openAs(site, path, cookie)).toBe(cookie);

    const second = await site.app.request(`${path}/open`, { method: "POST" });
    expect(second.status).toBe(403);
    expect(await second.json()).toMatchObject({ code: "elsewhere" });
    const forged = cookie.replace(/=.*/, "=guess");
    expect((await get(`${path}/graph`, { cookie: forged })).status).toBe(403);
  });

  it("ends: with 410, a sentence that says what to do, and no more data", async () => {
    const path = site.link();
    const cookie = await openAs(site, path);
    site.time.now += site.lifeMs;
    const page = await get(path);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("Ask Ringside in chat");
    expect((await get(`${path}/graph`, { cookie })).status).toBe(410);
  });

  it("is refused where anything of it was changed, or another installation signed it", async () => {
    const path = site.link();
    const [payload, signature] = path.slice("/c/".length).split(".");
    const other = createCustomerLinks({
      ...{ key: Buffer.alloc(32, 8), publicUrl: "", lifeMs: 1_000, clock: () => site.time.now },
    }).linkTo({ customerId: "acc_acme", readerId: "per_ana" });
    const forged = Buffer.from('["x","acc_acme","per_ana",9999999999999]').toString("base64url");
    const bad = [
      `/c/${payload}`,
      `/c/${payload}.${signature}x`,
      `/c/${forged}.${signature}`,
      other,
    ];
    for (const one of [...bad, "/c/static", `/c/${"a".repeat(2_000)}`]) {
      const answer = await get(one, { "accept-language": "zh-CN" });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain("链接无效");
    }
  });

  it("closes for a reader who lost the customer, and for one who left", async () => {
    const path = site.link();
    const cookie = await openAs(site, path);
    expect((await get(path, { cookie })).status).toBe(200);
    const { records, gate } = site.world.ringside;
    const by = { by: operator, via: "import", source: "test" } as const;
    const away = { ownerId: "per_mia" };
    const changes: Change[] = [
      { kind: "lead", id: "led_1", set: away },
      { kind: "deal", id: "dea_1", set: away },
    ];
    await records.write((unit) => gate.apply(unit, { ...by, changes }));
    expect((await get(`${path}/graph`, { cookie })).status).toBe(403);
    expect(await (await get(path, { cookie })).text()).toContain("not shown to you any more");
    const strange = site.link("acc_acme", "per_lei");
    expect((await get(strange)).status).toBe(403);
    expect(await (await get(strange)).text()).toContain("不再向您显示");
    expect((await get(site.link("acc_acme", "per_nobody"))).status).toBe(403);
  });

  it("counts what became of every request", async () => {
    const path = site.link();
    await get(path);
    await get(`${path}x`);
    site.time.now += site.lifeMs;
    await get(path);
    const text = await site.metrics.render();
    expect(text).toContain('ringside_page_views_total{result="shown"} 1');
    expect(text).toContain('ringside_page_views_total{result="tampered"} 1');
    expect(text).toContain('ringside_page_views_total{result="expired"} 1');
  });

  it("answers a flood with 429", async () => {
    const path = site.link();
    const cookie = await openAs(site, path);
    const statuses: number[] = [];
    for (let index = 0; index < 70; index += 1) statuses.push((await get(path, { cookie })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("what the page is sent", () => {
  it("stays small and quick with a hundred thousand touches", async () => {
    const { events } = site.world.ringside;
    await events.append(manyTouches(100_000));
    const path = site.link();
    const cookie = await openAs(site, path);
    const json = await (await get(`${path}/graph`, { cookie })).text();
    const graph = JSON.parse(json) as { nodes: { kind: string; touches: number }[] };
    const spans = graph.nodes.filter(({ kind }) => kind === "touches");
    expect(json.length).toBeLessThan(60_000);
    expect(spans.length).toBeLessThanOrEqual(80);
    expect(spans.reduce((sum, one) => sum + one.touches, 0)).toBeGreaterThan(5_000);
  });

  it("gives a node's evidence a page at a time, and none for a node of somebody else's", async () => {
    await site.world.ringside.events.append(manyTouches(45));
    const path = site.link();
    const cookie = await openAs(site, path);
    const ask = async (query: string) => {
      const answer = await get(`${path}/evidence?${query}`, { cookie });
      return { status: answer.status, said: await answer.json() };
    };
    const first = await ask("node=person:con_wang");
    expect(first.said).toMatchObject({ title: "Wang Li", next: 20 });
    expect(first.said.items).toHaveLength(20);
    expect((await ask("node=person:con_wang&offset=40")).said).toMatchObject({ next: null });
    for (const strange of ["person:con_else", "deal:dea_else", "touches:[]", "x", "__proto__:1"]) {
      expect((await ask(`node=${strange}`)).status).toBe(404);
    }
  });
});

describe("the live stream", () => {
  /** Reads on until words were there; resolves with everything so far. */
  const listen = (answer: Response) => {
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    const until = async (words: string) => {
      while (!text.includes(words)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) break;
        text += value;
      }
      return text;
    };
    return { until, hangUp: () => reader?.cancel() };
  };
  const open = async () => {
    const path = site.link();
    const cookie = await openAs(site, path);
    const graph = await get(`${path}/graph`, { cookie });
    const version = (graph.headers.get("etag") ?? "").replaceAll('"', "");
    return () => get(`${path}/live?version=${version}`, { cookie });
  };

  it("is silent but for a heartbeat, then brings a new touch", async () => {
    const live = await (await open())();
    const { until, hangUp } = listen(live);
    const text = await until(": still here");
    expect(text).toContain(": still here");
    expect(text).not.toContain("event: graph");
    await site.world.ringside.events.append(manyTouches(1));
    expect(await until("event: graph")).toContain("event: graph");
    await hangUp();
  });

  it("ends with a sentence when the link does", async () => {
    const live = await (await open())();
    site.time.now += site.lifeMs;
    const { until, hangUp } = listen(live);
    expect(await until("event: gone")).toContain("This link has expired");
    await hangUp();
  });

  it("refuses more streams of one link than a person opens", async () => {
    const stream = await open();
    const streams = await Promise.all([stream(), stream(), stream(), stream()]);
    const refused = await stream();
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("60");
    for (const one of streams) await one.body?.cancel();
  });
});
