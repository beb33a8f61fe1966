import { afterEach, expect, it } from "vitest";
import { addedEvent, messageEvent } from "../../emulators/lark/envelopes.ts";
import { refusal } from "../../emulators/lark/faults.ts";
import { createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
afterEach(() => world.close());

const app = () => world.emulator.state.app;
const messages = () => world.emulator.state.messages;
const push = async (event: object) => {
  const acked = await world.emulator.sockets.push(event);
  await world.lark.idle();
  return acked;
};
const added = (set: object = {}) =>
  addedEvent(app(), { from: "ou_ana", chatId: "oc_team", at: world.now, ...set });
const asked = (set: object = {}) => {
  const us = { key: "@_user_1", name: "Ringside", id: { open_id: app().botOpenId } };
  const said = { text: "@_user_1 my leads", chat: "group" as const, mentions: [us] };
  return messageEvent(app(), { from: "ou_ana", at: world.now, messageId: "om_1", ...said, ...set });
};
const open = async (lark: object = {}) => {
  world = await createLarkWorld({ lark });
  world.emulator.state.chats.add("oc_team");
};

it("greets a group that it is added to, once, and sends whoever asks to the private chat", async () => {
  await open();
  expect(await push(added({ eventId: "e1" }))).toMatchObject({ code: 200 });
  await push(added({ eventId: "e1" }));
  expect(messages()).toMatchObject([{ to: "oc_team", type: "text" }]);
  expect(messages()[0]?.content.text).toContain("private chat");
});

it("greets in the language of whoever added it", async () => {
  await open({ languageOf: async () => "zh" });
  await push(added());
  expect(messages()[0]?.content.text).toContain("大家好");
});

it("greets nobody hours later, when it may have done so already", async () => {
  await open();
  await push(added({ at: world.now - 2 * 3_600_000 }));
  expect(messages()).toEqual([]);
});

it("says nothing to a group that somebody of another organisation added it to", async () => {
  await open();
  await push(added({ tenantKey: "tenant_other" }));
  expect(messages()).toEqual([]);
  expect(world.counted).toEqual(["outside"]);
});

it("greets although Lark is busy for a moment, and lives on where it may not speak", async () => {
  await open();
  world.emulator.faults.add({ path: /messages$/, ...refusal(230020) });
  await push(added({ eventId: "e1" }));
  expect(messages()).toHaveLength(1);
  world.emulator.state.chats.clear();
  await push(added({ eventId: "e2" }));
  expect(world.logged.join()).toContain("lark.230002");
  expect(world.lark.state().ok).toBe(true);
});

it("takes a mention's words without the mention, and says in the thread where the answer is", async () => {
  await open();
  await push(asked());
  expect(world.accepted).toMatchObject([{ kind: "message", text: "my leads" }]);
  expect(messages()).toMatchObject([
    {
      content: { text: "I answered you in our private chat." },
      repliesTo: { messageId: "om_1", isInThread: true },
    },
  ]);
});

it("says so once when the question is delivered again, even under fresh ids", async () => {
  await open();
  await push(asked());
  await push(asked({ messageId: "om_2", eventId: "e2" }));
  world.now += 6 * 3_600_000;
  await push(asked({ at: world.now - 6 * 3_600_000, messageId: "om_3", eventId: "e3" }));
  expect(messages()).toHaveLength(1);
});

it("takes a mention without words as a call for help, and talk among others as nothing", async () => {
  await open();
  await push(asked({ text: "@_user_1" }));
  await push(asked({ mentions: [], messageId: "om_9" }));
  await push(asked({ mentions: [{ key: "@_all", name: "all", id: {} }], messageId: "om_10" }));
  expect(world.accepted).toMatchObject([{ text: "help" }]);
  expect(world.counted).toEqual(["event", "not-for-us", "not-for-us"]);
});
