import { expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";
import { createLarkClient } from "../../../src/chat/lark/client.ts";
import { eventTypes } from "../../../src/chat/lark/event-types.ts";
import { callbacks, events, freeCalls, permissions } from "../../../src/chat/lark/manifest.ts";
import { menu, wordsOfMenu } from "../../../src/chat/lark/menu.ts";

it("ticks exactly the events and callbacks that are read", () => {
  const ticked = [...events, ...callbacks].map(({ type }) => type);
  expect(ticked.toSorted()).toEqual(Object.values(eventTypes).toSorted());
});

it("asks for a permission for every call that is made, and for none that is not", () => {
  const connection = {
    connection: "cli_0",
    appId: "cli_0",
    appSecret: "s",
    domain: "feishu",
    mode: "long",
  } as const;
  const { http: _, trouble: _trouble, ...verbs } = createLarkClient(connection);
  const covered = new Set([...permissions.flatMap(({ calls = [] }) => calls), ...freeCalls]);
  expect([...covered].toSorted()).toEqual(Object.keys(verbs).toSorted());
});

it("has a menu whose entries are understood, by their key and by either name", () => {
  for (const { key, name } of menu) {
    expect(key.length).toBeLessThanOrEqual(30);
    for (const entered of [key, name.en, name.zh]) {
      expect(understand(wordsOfMenu(entered)), entered).toBeDefined();
    }
  }
  expect(wordsOfMenu("why_Acme")).toBe("why Acme");
});
