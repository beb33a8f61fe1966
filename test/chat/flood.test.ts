import { expect, it } from "vitest";
import type { ChatEvent, ChatHost } from "../../src/chat/adapter.ts";
import { createFloodGate } from "../../src/chat/flood.ts";
import { textsFor } from "../../src/core/text/texts.ts";

const from = (externalId: string) => ({ surface: "local", connection: "c", externalId }) as const;
const said = (who: string, key: string): ChatEvent => ({
  ...{ ...from(who), key, at: 0, kind: "message", text: "help" },
});

function open() {
  const time = { now: 0 };
  const accepted: ChatEvent[] = [];
  const host: ChatHost = {
    accept: async (event) => void accepted.push(event),
    interact: async () => ({ toast: "done" }),
  };
  const textsForZh = async () => textsFor("zh");
  const options = { clock: () => time.now, textsFor: textsForZh, burst: 10, perMinute: 10 };
  return { time, accepted, gate: createFloodGate(host, options) };
}

it("keeps the first of a flood, says so once, and keeps all of somebody else's", async () => {
  const { gate, accepted } = open();
  for (let index = 0; index < 1_000; index += 1) await gate.accept(said("ana", `a${index}`));
  await gate.accept(said("lei", "l1"));
  expect(accepted.filter(({ kind }) => kind === "message")).toHaveLength(11);
  expect(accepted.filter(({ kind }) => kind === "flooded")).toHaveLength(1);
  expect(accepted.at(-1)).toMatchObject({ externalId: "lei" });
});

it("answers a press that is too much in the language of whoever pressed, and takes the next after a while", async () => {
  const { gate, time } = open();
  const press = { ...from("ana"), key: "p", at: 0, kind: "action", ref: "act_1" } as const;
  for (let index = 0; index < 10; index += 1) await gate.interact(press);
  expect((await gate.interact(press)).toast).toBe(textsFor("zh").chat.tooFast);
  time.now += 6_000;
  expect((await gate.interact(press)).toast).toBe("done");
});

it("tells again only after a pause", async () => {
  const { gate, time, accepted } = open();
  const flood = async () => {
    for (let index = 0; index < 50; index += 1)
      await gate.accept(said("ana", `${time.now}${index}`));
  };
  await flood();
  time.now += 6_000;
  await flood();
  expect(accepted.filter(({ kind }) => kind === "flooded")).toHaveLength(1);
  time.now += 60_000;
  await flood();
  expect(accepted.filter(({ kind }) => kind === "flooded")).toHaveLength(2);
});
