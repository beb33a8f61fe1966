import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bundleScript } from "../../../../src/sources/touches/collector/serve-script.ts";
import { hasBrowser, inBrowser, openBrowser } from "../../../chat/local/browser.ts";
import { openSite, type Site } from "./site.ts";

describe("collect.js", () => {
  it("is under 4 KB in gzip", async () => {
    expect(gzipSync(await bundleScript()).length).toBeLessThan(4_096);
  });
});

const person =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

describe.skipIf(!hasBrowser)(inBrowser("collect.js in Chromium"), () => {
  let browser: Browser;
  let site: Site;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    site = await openSite();
    await visit();
  });
  afterEach(async () => {
    await context.close();
    await site.close();
  });

  /** A person's browser; tests drive Chromium, which says so unless it is hidden. */
  async function visit(options: { script?: string; userAgent?: string } = {}) {
    context = await browser.newContext({ userAgent: options.userAgent ?? person });
    const hidden = "Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })";
    await context.addInitScript(`${hidden};${options.script ?? ""}`);
    page = await context.newPage();
  }
  const open = (path: string, consent = "granted") =>
    page.goto(`${site.origin}${path}?consent=${consent}`, { waitUntil: "networkidle" });
  const leave = () => page.goto("about:blank");
  const types = () => site.touches.map(({ type }) => type).sort();
  const find = (type: string) => site.touches.find((touch) => touch.type === type);

  it("tells a view with its dwell and scroll when the page is left", async () => {
    await open("/en/pricing");
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    await page.waitForFunction("performance.now() > 1600");
    await leave();
    await expect.poll(types).toEqual(["page.leave", "page.view"]);
    const { page: name, title, dwellSeconds, scrollPercent, url } = find("page.view")?.props ?? {};
    expect({ name, title, url, scrollPercent }).toEqual({
      name: "pricing",
      title: "Pricing of Acme",
      url: `${site.origin}/en/pricing`,
      scrollPercent: 100,
    });
    expect(dwellSeconds).toBeGreaterThanOrEqual(1);
    expect(find("page.leave")?.props.dwellSeconds).toBe(dwellSeconds);
    expect(find("page.view")?.at).toBeLessThan(find("page.leave")?.at ?? 0);
  });

  it("knows a visitor again, and a page that replaces itself", async () => {
    await open("/pricing");
    await page.evaluate("history.pushState({}, '', '/docs')");
    await expect.poll(types).toEqual(["page.leave", "page.view"]);
    await open("/cases/acme");
    await leave();
    await expect.poll(() => site.touches.length).toBe(6);
    expect(new Set(site.touches.map(({ anonymousId }) => anonymousId)).size).toBe(1);
    const views = site.touches.filter(({ type }) => type === "page.view");
    expect(views.map(({ props }) => props.page)).toEqual(["pricing", "docs", "cases"]);
  });

  it("tells downloads, and forms without what was typed", async () => {
    await open("/pricing");
    await page.evaluate(
      "document.getElementById('paper').addEventListener('click', (e) => e.preventDefault())",
    );
    await page.click("#paper");
    await page.fill("input[name=email]", "ana@acme.com");
    await page.click("button");
    await leave();
    await expect
      .poll(types)
      .toEqual(["file.download", "form.start", "form.submit", "page.leave", "page.view"]);
    expect(find("file.download")?.props).toMatchObject({
      name: "white-paper.pdf",
      kind: "whitepaper",
    });
    expect(find("form.submit")?.props.form).toBe("contact");
    expect(JSON.stringify(site.touches)).not.toContain("ana@acme.com");
  });

  it("tells how far an HTML5 video was watched, each step once", async () => {
    await open("/pricing");
    await page.evaluate(`
      const video = document.body.appendChild(document.createElement("video"));
      video.title = "Product tour";
      let at = 0;
      Object.defineProperties(video, { duration: { get: () => 100 }, currentTime: { get: () => at } });
      for (at of [1, 12, 13, 26, 55, 81, 100]) video.dispatchEvent(new Event("timeupdate"));
    `);
    await leave();
    await expect.poll(types).toContain("video.progress");
    const steps = site.touches.filter(({ type }) => type === "video.progress");
    expect(steps.map(({ props }) => props.percent)).toEqual([10, 25, 50, 80, 100]);
    expect(steps[0]?.props.video).toBe("Product tour");
  });

  it.each([
    [
      "Vimeo",
      "https://player.vimeo.com/video/76979871",
      '{ event: "timeupdate", data: { percent: 0.82 } }',
      { video: "76979871", percent: 80 },
    ],
    [
      "YouTube",
      "https://www.youtube.com/embed/M7lc1UVf-VE?enablejsapi=1",
      '{ event: "infoDelivery", info: { currentTime: 52, duration: 100 } }',
      { video: "M7lc1UVf-VE", percent: 50 },
    ],
  ])("asks a %s player and reads what it tells", async (_, src, told, expected) => {
    // The players' own protocol: they answer once asked.
    const player = `<script>addEventListener("message", ({ source, origin, data }) => {
      const { method, event } = JSON.parse(data);
      if (method || event) source.postMessage(JSON.stringify(${told}), origin);
    })</script>`;
    await context.route(`${new URL(src).origin}/**`, (route) =>
      route.fulfill({ contentType: "text/html", body: player }),
    );
    await open("/pricing");
    await page.evaluate(
      `document.body.appendChild(Object.assign(document.createElement("iframe"), { src: ${JSON.stringify(src)} }))`,
    );
    await expect.poll(types).toContain("video.progress");
    expect(find("video.progress")?.props).toMatchObject(expected);
  });

  it("does nothing without consent, starts with it and ends when it is withdrawn", async () => {
    await open("/pricing", "");
    await page.click("#next");
    await page.waitForLoadState("networkidle");
    expect(await context.cookies()).toEqual([]);
    expect(site.requests).toEqual([]);
    await page.evaluate("ringside.consent(true)");
    await page.evaluate("history.pushState({}, '', '/docs')");
    await expect.poll(types).toEqual(["page.leave", "page.view"]);
    await page.evaluate("ringside.consent(false)");
    expect(await context.cookies()).toEqual([]);
    await leave();
    expect(types()).toEqual(["page.leave", "page.view"]);
  });

  it.each(["doNotTrack: { get: () => '1' }", "globalPrivacyControl: { get: () => true }"])(
    "obeys a browser that asks not to be tracked (%s)",
    async (refusal) => {
      await context.close();
      await visit({ script: `Object.defineProperties(Navigator.prototype, { ${refusal} })` });
      await open("/pricing");
      await page.evaluate("ringside.consent(true); ringside.identify('token-1')");
      await leave();
      expect(site.requests).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    },
  );

  it("carries who the visitor said they are", async () => {
    await open("/pricing");
    const hash = "ab".repeat(32);
    await page.evaluate(`ringside.identify("${hash}")`);
    await expect.poll(types).toEqual(["visitor.identified"]);
    expect(find("visitor.identified")?.props.who).toMatchObject({
      externalIds: { "email.sha256": hash },
    });
  });

  it("sends at the next page what a killed browser had kept", async () => {
    await open("/pricing");
    await page.evaluate(`
      Object.defineProperty(document, "hidden", { get: () => true });
      document.dispatchEvent(new Event("visibilitychange"));
    `);
    const kept = JSON.stringify(await page.evaluate("localStorage.ringside_kept"));
    await context.close();
    await visit({ script: `localStorage.ringside_kept ||= ${kept}` });
    const before = site.touches.length;
    await open("/docs");
    await expect.poll(() => site.touches.length).toBe(before + 1);
    expect(site.touches.at(-1)).toMatchObject({ type: "page.view", props: { page: "pricing" } });
  });

  it("falls back to fetch where beacons are off", async () => {
    await context.close();
    await visit({ script: "navigator.sendBeacon = undefined" });
    await open("/pricing");
    await page.evaluate("history.pushState({}, '', '/docs')");
    await expect.poll(types).toEqual(["page.leave", "page.view"]);
  });

  it("marks a browser that a machine drives", async () => {
    await context.close();
    await visit({ userAgent: person.replace("Chrome", "HeadlessChrome") });
    await open("/pricing");
    await leave();
    await expect.poll(types).toEqual(["page.leave", "page.view"]);
    expect(site.touches.every(({ props }) => props.automated === true)).toBe(true);
  });
});
