// A customer's page in a real browser, as wide as a phone.
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complaintsOf, hasBrowser, inBrowser, openBrowser } from "../../chat/local/browser.ts";
import { testNow } from "../../helpers/people.ts";
import { closeSite, manyTouches, openSite, type Site, serveSite } from "./site.ts";

/** What the issue asks of a phone with 5,000 touches; here the page's own processor time, on any machine. */
const firstPaintMs = 3_000;

describe.skipIf(!hasBrowser)(inBrowser("a customer's page"), () => {
  let browser: Browser;
  let site: Site;
  let served: Awaited<ReturnType<typeof serveSite>>;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];
  let foreign: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site = await openSite();
    await site.world.ringside.events.append(manyTouches(5_000));
    served = await serveSite(site);
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    complaints = complaintsOf(page);
    foreign = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(served.base)) foreign.push(request.url());
    });
  });
  afterEach(async () => {
    await context.close();
    await served.close();
    await closeSite(site);
  });

  const open = async (path = site.link()) => {
    await page.goto(served.base + path, { waitUntil: "commit" });
    await page.getByRole("heading", { name: "Acme Medical: customer graph" }).waitFor();
  };
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  it("is drawn on a phone with 5,000 touches, in time and without scrolling sideways", async () => {
    const devTools = await context.newCDPSession(page);
    await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
    await open();
    await page.locator("#graph canvas").waitFor();
    const { metrics } = await devTools.send("Performance.getMetrics");
    const seconds = metrics.find(({ name }) => name === "TaskDuration")?.value;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(firstPaintMs / 1_000);
    await page.getByText("5,000 touches").first().waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it("opens a node's evidence from the picture and from the list", async () => {
    await open();
    const at = await page.evaluate(() => {
      const box = document.getElementById("graph");
      const { echarts } = window as unknown as { echarts: typeof import("echarts") };
      const chart = box && echarts.getInstanceByDom(box);
      const [series] = (chart?.getOption().series ?? []) as {
        data: { id: string; x: number; y: number }[];
      }[];
      const person = series?.data.find(({ id }) => id === "person:con_wang");
      const [x = 0, y = 0] =
        (chart?.convertToPixel({ seriesIndex: 0 }, [person?.x ?? 0, person?.y ?? 0]) as number[]) ??
        [];
      const { left = 0, top = 0 } = box?.getBoundingClientRect() ?? {};
      return { x: left + x, y: top + y };
    });
    await page.mouse.click(at.x, at.y);
    await page.locator("#evidence").getByRole("heading", { name: "Wang Li" }).waitFor();
    await page.locator("#evidence").getByText("wang@acme.example").waitFor();
    await page.locator("#evidence").getByRole("button", { name: "More" }).click();
    await expect.poll(() => page.locator("#evidence li").count()).toBe(40);
    await page
      .locator("#list")
      .getByRole("button", { name: /Acme scanners/ })
      .click();
    await page.locator("#evidence").getByText("proposal").waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });

  it("shows a new touch by itself", async () => {
    await open();
    await page.locator("#live", { hasText: "Live" }).waitFor();
    const touch = { anonymousId: null, accountId: null, source: "web", props: {} };
    const at = testNow - 500;
    const news = {
      id: "tch_new",
      contactId: "con_wang",
      type: "meeting.booked",
      at,
      receivedAt: at,
    };
    await site.world.ringside.events.append([{ ...touch, ...news }]);
    await page
      .locator("#list")
      .getByRole("button", { name: /meetings booked/ })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it("says what to do when the link has been opened elsewhere, and in the reader's language", async () => {
    const path = site.link();
    await site.app.request(`${path}/open`, { method: "POST" });
    await page.goto(served.base + path);
    await page.getByRole("heading", { name: "opened in another browser" }).waitFor();
    expect(await page.getByText("customer NAME").count()).toBe(1);
    await site.world.add("deal", "dea_lei", {
      name: "续约",
      accountId: "acc_acme",
      ownerId: "per_lei",
    });
    await page.goto(served.base + site.link("acc_acme", "per_lei"));
    await page.getByRole("heading", { name: "Acme Medical：客户关系图" }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
