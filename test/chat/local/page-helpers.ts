// What tests of the page share: a host on the other side, and what a person does in front of it.
import type { Locator, Page } from "playwright-core";
import type { Card } from "../../../src/core/card.ts";
import { assignmentCard } from "./sample-cards.ts";
import type { World } from "./world.ts";

/** A lead for who asks, an echo for the rest. */
export function echo(world: World): World["behaviour"]["accept"] {
  return async (event) => {
    if (event.kind === "opened") return;
    const isLead = event.kind === "message" && event.text === "lead";
    const said =
      event.kind === "file" ? `${event.name}: ${event.text}` : "text" in event && event.text;
    const card: Card = {
      key: event.key,
      title: `Heard: ${said}`,
      tone: "info",
      summary: "s",
      blocks: [],
    };
    await world.post(event.externalId, isLead ? assignmentCard("en") : card);
  };
}

/** Drops files of these sizes (bytes) on the conversation. */
export async function dropFiles(page: Page, files: { name: string; size: number }[]) {
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, size } of list) transfer.items.add(new File([new Uint8Array(size)], name));
    return transfer;
  }, files);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

/** Opens a page of the chat, and waits until it hears of what is new. */
export async function openConnected(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("body:not(.is-offline)").waitFor();
}

/** Says something in English, by keyboard. */
export async function typeAndSend(page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: "Message Ringside" }).fill(words);
  await page.keyboard.press("Enter");
}

/** Whether all of it is on the screen, from top to bottom. */
export function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}
