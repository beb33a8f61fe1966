import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";
import { createLarkClient, type LarkClient } from "../../../src/chat/lark/client.ts";
import {
  callbacks,
  events,
  freeCalls,
  listSteps,
  permissions,
  scopesToImport,
} from "../../../src/chat/lark/manifest.ts";
import { menu, wordsOfMenu } from "../../../src/chat/lark/menu.ts";
import { eventTypes } from "../../../src/chat/lark/parse/event-types.ts";
import { renderSetup } from "../../../src/commands/manifest.ts";
import { languages } from "../../../src/core/model.ts";
import { textsFor } from "../../../src/core/text/texts.ts";

type Verb = keyof typeof calls;

const task = {
  ...{ openId: "ou_1", title: "Call", description: "", dueAt: null, doneAt: 0, extra: "nxt_1" },
  ...{ token: "task:nxt_1:1", link: { url: "https://a.example", title: "Open" } },
};

/** Each verb with arguments that make it call Lark. */
const calls = {
  send: (c) => c.send({ openId: "ou_1", uuid: "u", type: "text", content: {} }),
  sayInGroup: (c) => c.sayInGroup({ chatId: "oc_1", text: "hi", uuid: "u" }),
  replyInThread: (c) => c.replyInThread({ messageId: "om_1", text: "hi", uuid: "u" }),
  patch: (c) => c.patch("om_1", {}),
  readMessage: (c) => c.readMessage("om_1"),
  download: (c) => c.download({ messageId: "om_1", fileKey: "f", type: "file" }),
  uploadFile: (c) => c.uploadFile({ name: "a.csv", bytes: new Uint8Array([1]) }),
  uploadImage: (c) => c.uploadImage(new Uint8Array([1])),
  findUser: (c) => c.findUser({ emails: ["a@b.example"], mobiles: [] }),
  user: (c) => c.user("ou_1"),
  addTask: (c) => c.addTask(task),
  readTask: (c) => c.readTask("om_1"),
  changeTask: (c) => c.changeTask("om_1", { fields: task, changed: ["title"] }),
  removeTask: (c) => c.removeTask("om_1"),
  bot: (c) => c.bot(),
} satisfies Record<string, (client: LarkClient) => Promise<unknown>>;

/** What Lark's reference says each call takes: any one of these (open.feishu.cn, "权限要求" of each page). */
const takes: Record<string, string[]> = {
  "POST /open-apis/im/v1/messages": ["im:message", "im:message:send_as_bot"],
  "POST /open-apis/im/v1/messages/:id/reply": ["im:message", "im:message:send_as_bot"],
  "PATCH /open-apis/im/v1/messages/:id": [
    "im:message",
    "im:message:send_as_bot",
    "im:message:update",
  ],
  "GET /open-apis/im/v1/messages/:id": ["im:message", "im:message:readonly"],
  "GET /open-apis/im/v1/messages/:id/resources/:id": [
    "im:message",
    "im:message:readonly",
    "im:message.history:readonly",
  ],
  "POST /open-apis/im/v1/images": ["im:resource", "im:resource:upload"],
  "POST /open-apis/im/v1/files": ["im:resource", "im:resource:upload"],
  "POST /open-apis/contact/v3/users/batch_get_id": ["contact:user.id:readonly"],
  "GET /open-apis/contact/v3/users/:id": ["contact:contact.base:readonly"],
  "POST /open-apis/task/v2/tasks": ["task:task:write", "task:task:writeonly"],
  "GET /open-apis/task/v2/tasks/:id": ["task:task:read", "task:task:write"],
  "PATCH /open-apis/task/v2/tasks/:id": ["task:task:write", "task:task:writeonly"],
  "DELETE /open-apis/task/v2/tasks/:id": ["task:task:write", "task:task:writeonly"],
  "GET /open-apis/bot/v3/info": [],
};

/** A server that takes every call and remembers which it was. */
async function listen() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://lark").pathname;
    const isToken = path.includes("/auth/v3/");
    if (!isToken)
      seen.push(`${request.method} ${path.replace(/\/(?:om_1|ou_1|t1|f)(?=\/|$)/g, "/:id")}`);
    const answer = {
      code: 0,
      tenant_access_token: "t",
      expire: 7200,
      data: { message_id: "om_2", task: { guid: "tsk_1" } },
    };
    request.resume().on("end", () => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { seen, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

describe("the calls that are really made", () => {
  let lark: Awaited<ReturnType<typeof listen>>;
  let client: LarkClient;
  beforeAll(async () => {
    lark = await listen();
    const appId = "cli_0123456789abcdef";
    client = createLarkClient({
      ...{ connection: appId, appId, appSecret: "s", domain: lark.url, mode: "long" },
    });
  });
  afterAll(() => lark.close());

  it("are all tried here", () => {
    const { http: _, trouble: _trouble, ...verbs } = client;
    expect(Object.keys(calls).toSorted()).toEqual(Object.keys(verbs).toSorted());
  });

  it.each(Object.keys(calls) as Verb[])("%s has a permission that Lark takes", async (verb) => {
    lark.seen.length = 0;
    await calls[verb](client);
    expect(lark.seen).toHaveLength(1);
    const anyOf = takes[lark.seen[0] ?? ""];
    expect(anyOf, lark.seen[0]).toBeDefined();
    const asked = permissions.filter((one) => one.calls?.includes(verb));
    if (anyOf?.length === 0) return expect(freeCalls).toContain(verb);
    expect(asked.filter(({ scope }) => anyOf?.includes(scope))).not.toEqual([]);
    // Without its permission a button says what to ask for; everything else works.
    if (verb.endsWith("Task")) return;
    expect(asked.some(({ scope, isOptional }) => anyOf?.includes(scope) && !isOptional)).toBe(true);
  });
});

it("ticks exactly the events and callbacks that are read", () => {
  expect([...events, ...callbacks].toSorted()).toEqual(Object.keys(eventTypes).toSorted());
});

it("imports every permission of the list at once", () => {
  expect(scopesToImport.scopes.tenant).toEqual(permissions.map(({ scope }) => scope));
});

describe.each(languages)("the list in %s", (language) => {
  const words = textsFor(language).larkSetup;

  it("names every step, permission, event, callback and menu entry, and ends with what to import", () => {
    const list = renderSetup({ platform: "lark", language });
    const named = [
      ...permissions.map(({ scope }) => `${scope}  ${words.permissions[scope]}`),
      ...Object.values(eventTypes),
      ...menu.map(({ key, name }) => `${key}  ${name[language]}`),
      ...listSteps(words).map(({ what }) => what),
    ];
    expect(named.filter((one) => !list.includes(one))).toEqual([]);
    expect(JSON.parse(list.slice(list.indexOf("\n{") + 1))).toEqual(scopesToImport);
  });

  it("starts the bot before the console has to reach it, and gives the address over HTTP", () => {
    const whats = listSteps(words, "https://a.example/lark/callback").map(({ what }) => what);
    const started = whats.findIndex((what) => what.includes("npm start"));
    const asked = whats.findIndex((what) => what.includes("https://a.example/lark/callback"));
    expect(started).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(started);
    expect(renderSetup({ platform: "lark", language, url: "https://a.example" })).toContain(
      "https://a.example/lark/callback",
    );
  });
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
