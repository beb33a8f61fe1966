// Draws the pictures in the docs: npx tsx docs/screenshots/make.ts
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { createLocalRoutes } from "../../src/chat/local/http/routes.ts";
import { languages } from "../../src/core/model.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import { listen } from "../../src/web/listen.ts";
import { openLarkPage } from "./lark-page.ts";
import { type Offer, withOffers } from "./offers.ts";
import { type Talk, withTalk } from "./practice-talk.ts";
import { withSkills } from "./skills.ts";
import { renderSlackPage } from "./slack-page.ts";

/** Where Debian, Ubuntu, Fedora and macOS keep it. */
const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/** A phone's width, and higher than any card, so that nothing has to be scrolled; sharp, and still small files. */
const screen = { viewport: { width: 390, height: 2_600 }, deviceScaleFactor: 1.25 };

const talkScreen = { width: 390, height: 2_000 };

async function makeAll(executablePath: string): Promise<void> {
  for (const language of languages) {
    await withTalk(language, (talk) => drawTalk(executablePath, talk));
  }
  await withOffers(async (offers, { localChat }) => {
    const { fetch } = createLocalRoutes(localChat);
    const local = await listen({ fetch, host: "127.0.0.1", port: 0, variable: "CHAT_PORT" });
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      for (const offer of offers) {
        await drawSlack(browser, offer, `slack-${offer.language}`);
        const name = `local-${offer.language}`;
        await drawLocal(browser, offer, { url: local.url, name });
      }
    } finally {
      await browser.close();
      await local.close();
    }
  });
  // Last: it needs VChart, which is not among our packages.
  await drawSkills(executablePath);
}

/** The radar and the heat map, in each language on each platform. */
async function drawSkills(executablePath: string): Promise<void> {
  const closing: (() => Promise<void>)[] = [];
  try {
    await withSkills(async ({ ringside }) => {
      const { fetch } = createLocalRoutes(ringside.localChat);
      const local = await listen({ fetch, host: "127.0.0.1", port: 0, variable: "CHAT_PORT" });
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
      closing.push(
        () => browser.close(),
        () => local.close(),
      );
      return async ({ name, ...offer }) => {
        await drawLark(browser, offer, `${name}-lark`);
        await drawSlack(browser, offer, `${name}-slack`);
        await drawLocal(browser, offer, { url: local.url, name: `${name}-local` });
      };
    });
  } finally {
    for (const close of closing) await close();
  }
}

/** The beginning of the talk as it is read on a phone, and the report at its end. */
async function drawTalk(executablePath: string, { language, personId, world }: Talk) {
  const { fetch } = createLocalRoutes(world.ringside.localChat);
  const local = await listen({ fetch, host: "127.0.0.1", port: 0, variable: "CHAT_PORT" });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const { practice, report } = textsFor(language);
  const open = (page: Page) =>
    page.goto(`${local.url}/as/${personId}`, { waitUntil: "domcontentloaded" });
  try {
    await draw(browser, `practice-${language}`, async (page) => {
      await page.setViewportSize(talkScreen);
      await open(page);
      const clock = page.locator(".card", { hasText: practice.tag }).first();
      await clock.scrollIntoViewIfNeeded();
      return page.locator("body");
    });
    await draw(browser, `report-${language}`, async (page) => {
      await open(page);
      return page.locator(".card", { hasText: report.share }).last();
    });
  } finally {
    await browser.close();
    await local.close();
  }
}

function drawLark(browser: Browser, offer: Offer, name: string): Promise<void> {
  return draw(browser, name, async (page) => {
    await openLarkPage(page, offer);
    return page.locator("#message");
  });
}

function drawSlack(browser: Browser, offer: Offer, name: string): Promise<void> {
  return draw(browser, name, async (page) => {
    await page.setContent(renderSlackPage(offer), { waitUntil: "load" });
    return page.locator("#message");
  });
}

function drawLocal(
  browser: Browser,
  { rep, card }: Offer,
  { url, name }: { url: string; name: string },
): Promise<void> {
  return draw(browser, name, async (page) => {
    // Its live stream never ends, so the page is never idle.
    await page.goto(`${url}/as/${rep.id}`, { waitUntil: "domcontentloaded" });
    const heading = page.locator("h3", { hasText: exactly(card.title) });
    return page.locator(".card", { has: heading }).last();
  });
}

/** What another card only mentions is not it. */
const exactly = (words: string) =>
  new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);

type Find = (page: Page) => Promise<ReturnType<Page["locator"]>>;

async function draw(browser: Browser, name: string, find: Find): Promise<void> {
  const context = await browser.newContext(screen);
  const page = await context.newPage();
  const part = await find(page);
  await page.evaluate("document.fonts.ready");
  await part.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  await context.close();
}

const found = browsers.find((path) => existsSync(path));
if (!found) throw new Error(`None of these browsers is here: ${browsers.join(", ")}.`);
await makeAll(found);
