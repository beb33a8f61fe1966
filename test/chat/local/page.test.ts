// The page in a real browser, over a real listener.
import type { ServerType } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLocalRoutes } from "../../../src/chat/local/http/routes.ts";
import { limits } from "../../../src/chat/local/limits.ts";
import {
  complaintsOf,
  hangUp,
  hasBrowser,
  inBrowser,
  listen,
  openBrowser,
  portOf,
} from "./browser.ts";
import { evilCard } from "./evil-card.ts";
import { dropFiles, echo, isInSight, openConnected, typeAndSend } from "./page-helpers.ts";
import { assignmentCard, at } from "./sample-cards.ts";
import { chartsCard } from "./sample-charts.ts";
import { formBlock, formCard } from "./sample-forms.ts";
import { openWorld, type World } from "./world.ts";

describe.skipIf(!hasBrowser)(inBrowser("the page"), () => {
  let browser: Browser;
  let world: World;
  let server: ServerType;
  let base: string;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    world = await openWorld();
    server = await listen(site());
    base = `http://127.0.0.1:${portOf(server)}`;
    context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    complaints = complaintsOf(page);
    world.behaviour.accept = echo(world);
  });
  afterEach(async () => {
    await context.close();
    await hangUp(server);
    await world.close();
  });

  const site = () =>
    createLocalRoutes(world.chat, { onError: (error) => complaints.push(String(error)) }).fetch;

  const open = (path: string) => openConnected(page, base + path);
  const say = (words: string) => typeAndSend(page, words);
  const cards = () => page.getByRole("article");
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  it("shows what somebody says and what comes back, and moves between people", async () => {
    await open("/");
    await say("hello");
    await page.getByRole("heading", { name: "Heard: hello" }).waitFor();
    expect(await cards().count()).toBe(2);
    expect(await page.getByRole("textbox", { name: "Message Ringside" }).inputValue()).toBe("");
    await world.post("per_li", assignmentCard("zh"));
    await page.locator("#unread-per_li").getByText("1", { exact: true }).waitFor();
    await page.getByRole("link", { name: /李娜/ }).click();
    await page.getByRole("heading", { name: "当前身份：李娜" }).waitFor();
    await page.getByRole("heading", { name: "贝塔索林归你跟进" }).waitFor();
    await page.getByText("其他人").click();
    await page.getByRole("link", { name: /Mira Novak/ }).click();
    await page.getByText("This is where Ringside talks to Mira Novak").waitFor();
    expect(complaints).toEqual([]);
  });

  it("edits a card in its place after a press, without loading the page again", async () => {
    world.behaviour.interact = async () => ({
      toast: "Accepted",
      card: { ...assignmentCard("en"), title: "Betasoloin accepted", tone: "info" },
    });
    await open("/as/per_ana");
    await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
    await say("lead");
    await page.getByRole("heading", { name: "Betasoloin is yours" }).waitFor();
    await say("something after it");
    await page.getByRole("heading", { name: /something after it/ }).waitFor();
    // Its button stands below the screen: the title of what took its place is shown.
    await page.setViewportSize({ width: 390, height: 400 });
    await page.getByRole("button", { name: "Accept" }).click();
    const title = page.getByRole("heading", { name: "Betasoloin accepted" });
    await expect.poll(() => isInSight(title)).toBe(true);
    await page.getByText("Accepted", { exact: true }).waitFor();
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "Betasoloin accepted",
      "Heard: something after it",
    ]);
    expect(await page.locator("body[data-same-page]").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("ARTICLE");
    expect(world.interactions).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it("goes to what answers a press, wherever the button stood", async () => {
    world.behaviour.interact = async () => {
      await world.post("per_ana", { ...assignmentCard("en"), key: "answer", title: "The answer" });
      return {};
    };
    await open("/as/per_ana");
    await say("lead");
    await page.setViewportSize({ width: 390, height: 500 });
    for (const words of ["one", "two", "three", "four"]) {
      await say(words);
      await page.getByRole("heading", { name: `Heard: ${words}` }).waitFor();
    }
    const isSeen = () => isInSight(page.getByRole("heading", { name: "The answer" }));
    await page.getByRole("button", { name: "Accept" }).click();
    await page.getByRole("heading", { name: "The answer" }).waitFor();
    await expect.poll(isSeen).toBe(true);
  });

  it("asks before it presses a button with a question", async () => {
    await world.post("per_ana", assignmentCard("en"));
    await open("/as/per_ana");
    await page.getByRole("button", { name: "Decline" }).click();
    const question = page.getByRole("dialog", { name: "Give this lead back? Bo is next in line." });
    await question.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Decline" }).click();
    await question.getByRole("button", { name: "Decline" }).click();
    await expect.poll(() => world.interactions).toMatchObject([{ ref: "decline-1" }]);
    expect(complaints).toEqual([]);
  });

  it("does something with a message from its menu, which closes again", async () => {
    world.behaviour.interact = async () => ({ open: formCard("en") });
    await open("/as/per_ana");
    await say("our budget is gone");
    const mine = page.getByRole("article").first();
    await mine.locator(".menu summary").click();
    await mine.getByRole("button", { name: "Attach to a deal" }).click();
    await page.getByRole("dialog", { name: "Update: Betasoloin" }).waitFor();
    expect(await page.locator("details.menu[open]").count()).toBe(0);
    await page.keyboard.press("Escape");
    await mine.locator(".menu summary").click();
    await page.getByRole("heading", { level: 1 }).click();
    expect(await page.locator("details.menu[open]").count()).toBe(0);
    await page.getByRole("button", { name: "Today" }).click();
    await page.getByRole("heading", { name: "Heard: home" }).waitFor();
    expect(world.interactions).toMatchObject([{ shortcut: "attach", text: "our budget is gone" }]);
    expect(complaints).toEqual([]);
  });

  it("keeps a form open until it is right, with what was typed", async () => {
    await world.post("per_ana", assignmentCard("en"));
    world.behaviour.interact = async (interaction) => {
      if (interaction.kind !== "submit") return { open: formCard("en") };
      const { amount } = interaction.values;
      return amount === 5 ? { errors: { amount: "That is too little." } } : { toast: "Saved" };
    };
    await open("/as/per_ana");
    await page.getByRole("button", { name: "Why not Bo?" }).click();
    const sheet = page.getByRole("dialog", { name: "Update: Betasoloin" });
    const isFocused = (input: Element) => input === document.activeElement;
    await expect.poll(() => sheet.getByLabel("Next step").evaluate(isFocused)).toBe(true);
    expect(await sheet.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await sheet.getByLabel("Next step").fill("Call Eva");
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("Please fill this in.").waitFor();
    const amount = sheet.getByLabel("Amount");
    expect(await amount.evaluate(isFocused)).toBe(true);
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
    await amount.fill("5");
    await sheet.getByLabel("Risk").check();
    const proof = { name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("pdf") };
    await sheet.getByLabel("Evidence").setInputFiles(proof);
    await sheet.getByRole("button", { name: "Save" }).click();
    await sheet.getByText("That is too little.").waitFor();
    expect(await sheet.getByLabel("Next step").inputValue()).toBe("Call Eva");
    await amount.fill("12,000");
    await sheet.getByRole("button", { name: "Preview" }).click();
    await page.getByText("Saved", { exact: true }).waitFor();
    expect(await sheet.isVisible()).toBe(false);
    expect(await page.getByText("That is too little.").count()).toBe(0);
    const [asset] = await world.records.read.assets.find(
      {},
      { order: { by: "id", descending: true } },
    );
    expect(world.interactions.at(-1)).toMatchObject({
      ref: "form-preview",
      values: { step: "Call Eva", amount: 12000, objections: ["price", "risk"], proof: asset?.id },
    });
    expect(complaints).toEqual([]);
  });

  it("leaves a form in a card alone while somebody fills it in", async () => {
    const card = { ...formCard("en"), blocks: [formBlock("en")] };
    await world.post("per_ana", card);
    const [message] = await world.chat.transcript("per_ana");
    await open("/as/per_ana");
    await page.getByLabel("In their words").fill("We are nearly");
    await world.chat.adapter.update(
      { id: message?.id ?? "" },
      { ...card, title: "Changed elsewhere" },
    );
    await say("ping");
    await page.getByRole("heading", { name: "Heard: ping" }).waitFor();
    expect(await page.getByLabel("In their words").inputValue()).toBe("We are nearly");
    world.behaviour.interact = async () => ({ card: { ...card, title: "All done", blocks: [] } });
    await page.getByLabel("Amount").fill("7");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "All done" }).waitFor();
    expect(await page.getByLabel("In their words").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("takes a dropped file with the words beside it, and none that is too big", async () => {
    await open("/as/per_ana");
    await dropFiles(page, [{ name: "leads.csv", size: 9 }]);
    await page.locator("#file-names").getByText("leads.csv").waitFor();
    await say("from the fair");
    await page.getByRole("heading", { name: "Heard: leads.csv: from the fair" }).waitFor();
    expect(await page.locator("#file-names li").count()).toBe(0);
    await page.getByRole("article").getByText("9 B").waitFor();
    await dropFiles(page, [{ name: "film.mov", size: limits.upload + 1 }]);
    await page.getByText("That file is too big: the limit is 20 MB.").waitFor();
    expect(await page.locator("#file-names li").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("hears the refusal of an upload that is too big for the server", async () => {
    await open("/as/per_ana");
    await page.evaluate(() => document.body.setAttribute("data-upload-limit", "1e12"));
    await dropFiles(page, [{ name: "film.mov", size: limits.upload * 2 }]);
    await say("watch this");
    await page.getByText("That file is too big: the limit is 20 MB.").waitFor();
    expect(await page.getByRole("textbox", { name: "Message Ringside" }).inputValue()).toBe(
      "watch this",
    );
    expect(world.events.filter(({ kind }) => kind !== "opened")).toEqual([]);
  });

  it("is complete after the connection was lost, with nothing twice", async () => {
    await open("/as/per_ana");
    await say("before");
    await page.getByRole("heading", { name: "Heard: before" }).waitFor();
    const port = portOf(server);
    await hangUp(server);
    await page.getByText("Connection lost. Trying again …").waitFor();
    world.setTime(at + 60_000);
    await world.post("per_ana", { ...assignmentCard("en"), title: "While you were away" });
    server = await listen(site(), port);
    await page.getByRole("heading", { name: "While you were away" }).waitFor();
    await page.locator("body:not(.is-offline)").waitFor();
    await say("after");
    await page.getByRole("heading", { name: "Heard: after" }).waitFor();
    expect(await page.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
      "Heard: before",
      "While you were away",
      "Heard: after",
    ]);
  });

  it.each(["light", "dark"] as const)(
    "fits a telephone, %s, in both languages",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      for (const [personId, language] of [
        ["per_ana", "en"],
        ["per_li", "zh"],
      ] as const) {
        for (const make of [assignmentCard, chartsCard, formCard])
          await world.post(personId, make(language));
        await world.chat.say(personId, "x".repeat(300));
        await open(`/as/${personId}`);
        await page.locator("details.more summary").click();
        expect(await overflow()).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
    },
  );

  it("runs nothing that a card says, and loads nothing from elsewhere", async () => {
    await world.post("per_ana", evilCard());
    const elsewhere: string[] = [];
    page.on(
      "request",
      (request) => !request.url().startsWith(base) && elsewhere.push(request.url()),
    );
    await open("/as/per_ana");
    await world.post("per_ana", { ...evilCard(), key: "live" });
    await expect.poll(() => cards().count()).toBe(2);
    const planted = page.locator("script:not([src]), [onerror], img[src='x'], iframe");
    expect(await planted.count()).toBe(0);
    expect(elsewhere).toEqual([]);
    // The browser reports what the policy forbids as an error. Only the card's picture is missing.
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  });
});
