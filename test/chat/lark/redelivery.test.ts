// Lark delivers at least once, for up to seven hours: with the real inbox and host, everything happens once.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { ChatHost } from "../../../src/chat/adapter.ts";
import { type ChatInput, createHost } from "../../../src/chat/host.ts";
import { createInbox } from "../../../src/store/inbox.ts";
import type { Records } from "../../../src/store/records/records.ts";
import {
  type Envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../../emulators/lark/envelopes.ts";
import { aPerson } from "../../helpers/people.ts";
import { openTestRecords } from "../../helpers/records.ts";
import { createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
let records: Records;
let done: string[];
let drain: () => Promise<void>;

beforeEach(async () => {
  done = [];
  records = await openTestRecords();
  const clock = () => world?.now ?? Date.UTC(2026, 10, 23, 9);
  const host = createHost({
    inbox: createInbox<ChatInput>(records, clock),
    router: async (event) => async () => {
      done.push(event.kind);
      return { toast: `done ${done.length}` };
    },
    findPerson: async () => aPerson("per_ana"),
    clock,
    onError: (error) => done.push(String(error)),
  });
  drain = host.loop.drain;
  world = await createLarkWorld({ mode: "http", lark: { host: host satisfies ChatHost } });
});
afterEach(async () => {
  await world.close();
  await records.close();
});

const deliver = async (event: Envelope): Promise<Record<string, unknown>> => {
  const request = toCallback(world.emulator.state.app, event, { at: world.now });
  const response = await world.lark.fetch?.(request);
  expect(response?.status).toBe(200);
  await drain();
  return (await response?.json()) as Record<string, unknown>;
};

it("a message delivered again works once: with the same ids, with fresh ones, and six hours late", async () => {
  const said = { from: "ou_ana", text: "help", at: world.now };
  const app = world.emulator.state.app;
  await deliver(messageEvent(app, { ...said, messageId: "om_1", eventId: "e1" }));
  await deliver(messageEvent(app, { ...said, messageId: "om_1", eventId: "e1" }));
  await deliver(messageEvent(app, { ...said, messageId: "om_2", eventId: "e2" }));
  world.now += 6 * 3_600_000;
  await deliver(messageEvent(app, { ...said, messageId: "om_3", eventId: "e1" }));
  expect(done).toEqual(["message"]);
  await deliver(messageEvent(app, { ...said, at: world.now }));
  expect(done).toEqual(["message", "message"]);
});

it("a press delivered again gets the same answer without effect", async () => {
  const press = {
    from: "ou_ana",
    at: world.now,
    messageId: "om_1",
    value: { ref: "act_1" },
    eventId: "e9",
  };
  const first = await deliver(pressEvent(world.emulator.state.app, press));
  const again = await deliver(pressEvent(world.emulator.state.app, press));
  expect(again).toEqual(first);
  expect(done).toEqual(["action"]);
});
