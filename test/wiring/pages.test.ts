import { existsSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { Refused } from "../../src/core/errors.ts";
import { readLinkKey } from "../../src/store/link-key.ts";
import { newDataFolder } from "../helpers/records.ts";
import { createWorld } from "../helpers/world.ts";

const PUBLIC_URL = "https://ringside.example";

describe("the pages' settings", () => {
  it("turn pages on with a public address, for a day or as long as they say", () => {
    const pages = { publicUrl: PUBLIC_URL, lifeMs: 86_400_000 };
    expect(readConfig({ PUBLIC_URL }).pages).toEqual(pages);
    expect(readConfig({ PUBLIC_URL, PAGE_LINK_HOURS: "0.5" }).pages?.lifeMs).toBe(1_800_000);
  });

  it("leave them off without one, and where nothing listens", () => {
    expect(readConfig({}).pages).toBeUndefined();
    expect(readConfig({ PUBLIC_URL, HTTP_PORT: "off" }).pages).toBeUndefined();
  });

  it.each(["0", "721", "-1", "a day"])("refuse %s hours", (PAGE_LINK_HOURS) => {
    expect(() => readConfig({ PAGE_LINK_HOURS })).toThrow(/PAGE_LINK_HOURS/);
  });
});

describe("the key of links", () => {
  it("is made once, for its owner's eyes, and stays", async () => {
    const folder = await newDataFolder();
    const key = readLinkKey(folder);
    expect(readLinkKey(folder)).toEqual(key);
    expect(key.byteLength).toBe(32);
    expect(statSync(join(folder, "links.key")).mode & 0o777).toBe(0o600);
  });

  it("is refused when it is none, with what to do", async () => {
    const folder = await newDataFolder();
    writeFileSync(join(folder, "links.key"), "short\n");
    expect(() => readLinkKey(folder)).toThrow(Refused);
  });
});

describe("a customer's card", () => {
  const cardOf = async (pages?: { publicUrl: string; lifeMs: number }) => {
    const world = await createWorld([], pages ? { pages } : {});
    const { localChat, customerPages, dataDir } = world.ringside;
    const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
    await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
    await localChat.say("per_ana", "customer Acme", "say-1");
    await world.ringside.drain();
    const card = JSON.stringify(await localChat.transcript("per_ana", { limit: 10 }));
    await world.close();
    return { card, customerPages, dataDir };
  };

  it("links to a page of its reader's alone where there is a public address", async () => {
    const { card, customerPages } = await cardOf({ publicUrl: PUBLIC_URL, lifeMs: 3_600_000 });
    const [, token = ""] = /https:\/\/ringside\.example\/c\/([\w.-]+)/.exec(card) ?? [];
    const read = customerPages?.read(token);
    expect(read).toMatchObject({
      state: "ok",
      link: { customerId: "acc_acme", readerId: "per_ana" },
    });
    expect(card).toContain("for 1 hour");
    expect(card).not.toContain("customer.picture");
  });

  it("offers a picture where there is none, and keeps no key", async () => {
    const { card, dataDir } = await cardOf();
    expect(card).toContain("customer.picture");
    expect(card).not.toContain("/c/");
    expect(existsSync(join(dataDir, "links.key"))).toBe(false);
    rmSync(dataDir, { recursive: true });
  });
});
