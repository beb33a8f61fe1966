import { afterEach, expect, it } from "vitest";
import type { ChatEvent } from "../../../../src/chat/adapter.ts";
import { messageEvent, pressEvent } from "../../../emulators/lark/envelopes.ts";
import { createLarkWorld, type LarkWorld } from "../world.ts";

let world: LarkWorld;
let hasAgreed: boolean | undefined;
afterEach(() => world.close());

const downloads = () =>
  world.emulator.state.calls.filter(({ path }) => path.includes("/resources/"));

async function speak(agreed: boolean | undefined, mediaType = "application/octet-stream") {
  hasAgreed = agreed;
  world = await createLarkWorld({ lark: { agreedToVoice: async () => hasAgreed } });
  const { files, app } = world.emulator.state;
  files.set("file_v3", { bytes: Buffer.from("OggS"), mediaType });
  const content = { file_key: "file_v3", duration: 4_000 };
  const said = { from: "ou_ana", type: "audio", content, at: world.now, messageId: "om_voice" };
  return world.emulator.sockets.push(messageEvent(app, said));
}

type Shown = Extract<ChatEvent, { kind: "unopened" }>;
const heldRef = () => {
  const { card } = world.accepted[0] as Shown;
  const [action] = card.blocks.flatMap((block) => (block.t === "actions" ? block.actions : []));
  return action && "ref" in action ? action.ref : "";
};
const listen = async (at: number) => {
  const place = { messageId: "om_card", value: { ref: heldRef() } };
  const event = pressEvent(world.emulator.state.app, { from: "ou_ana", at, ...place });
  const acked = await world.emulator.sockets.push(event);
  await world.lark.idle();
  return acked;
};

it("fetches the voice of somebody who agreed, as sound", async () => {
  expect(await speak(true)).toMatchObject({ code: 200 });
  expect(world.files).toMatchObject([{ name: "voice.ogg", mediaType: "audio/ogg" }]);
  expect(world.accepted).toMatchObject([
    { kind: "file", assetId: "ast_1", name: "voice.ogg", mediaType: "audio/ogg" },
  ]);
});

it("believes Lark about what the sound is", async () => {
  await speak(true, "audio/mp4");
  expect(world.files).toMatchObject([{ mediaType: "audio/mp4" }]);
});

it("fetches nobody's voice before they agreed, and says how to", async () => {
  expect(await speak(false)).toMatchObject({ code: 200 });
  expect(downloads()).toEqual([]);
  expect(world.accepted).toMatchObject([{ kind: "unopened", externalId: "ou_ana" }]);
  expect(JSON.stringify(world.accepted)).toContain("Write “privacy” and agree to “");
});

it("keeps what was said until they agree, and fetches it then, under one key", async () => {
  await speak(false);
  expect((await listen(world.now)).data).toMatchObject({ toast: { type: "info" } });
  expect(downloads()).toEqual([]);
  hasAgreed = true;
  expect((await listen(world.now + 1)).data).toMatchObject({ toast: { type: "success" } });
  await listen(world.now + 2);
  const heard = world.accepted.filter(({ kind }) => kind === "file");
  expect(heard).toHaveLength(1);
  expect(downloads()).toHaveLength(1);
  expect(heard[0]).toMatchObject({ name: "voice.ogg", mediaType: "audio/ogg" });
  expect(world.accepted[0]?.key).not.toBe(heard[0]?.key);
  expect(world.pressed).toEqual([]);
});

it("hands somebody it never met to the host, which knows strangers", async () => {
  await speak(undefined);
  expect(downloads()).toEqual([]);
  expect(world.accepted).toMatchObject([{ kind: "message", text: "privacy" }]);
});

it("says so when what was held is gone by then", async () => {
  await speak(false);
  hasAgreed = true;
  world.emulator.state.files.clear();
  await listen(world.now);
  expect(JSON.stringify(world.emulator.state.messages)).toContain("could not read that file");
});
