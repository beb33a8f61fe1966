import { afterEach, expect, it } from "vitest";
import { messageEvent } from "../../emulators/lark/envelopes.ts";
import { refusal } from "../../emulators/lark/faults.ts";
import { createLarkWorld, type LarkWorld, type WorldOptions } from "./world.ts";

let world: LarkWorld;
afterEach(() => world.close());

const aFile = () => {
  const content = { file_key: "file_1", file_name: "leads.csv" };
  const { app } = world.emulator.state;
  return messageEvent(app, { from: "ou_ana", type: "file", content, at: world.now });
};

async function sendFile(options: WorldOptions = {}, exists = true) {
  world = await createLarkWorld(options);
  const { files } = world.emulator.state;
  if (exists)
    files.set("file_1", {
      bytes: Buffer.from("name,company"),
      mediaType: "text/csv; charset=utf-8",
    });
  const event = aFile();
  return { event, acked: await world.emulator.sockets.push(event) };
}

it("keeps a file before it says that it has it", async () => {
  expect((await sendFile()).acked.code).toBe(200);
  expect(world.files).toMatchObject([
    { name: "leads.csv", mediaType: "text/csv", externalId: "ou_ana" },
  ]);
  expect(Buffer.from(world.files[0]?.bytes ?? []).toString()).toBe("name,company");
  expect(world.accepted).toMatchObject([{ kind: "file", assetId: "ast_1", name: "leads.csv" }]);
});

it("asks for a slow file again, and fetches it once", async () => {
  const saved: string[] = [];
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const saveFile = async ({ name }: { name: string }) => {
    await slow;
    saved.push(name);
    return "ast_slow";
  };
  const { event, acked } = await sendFile({ lark: { answerMs: 50, saveFile } });
  expect(acked.code).toBe(500);
  expect((await world.emulator.sockets.push(event)).code).toBe(500);
  finish();
  await world.lark.idle();
  expect(saved).toEqual(["leads.csv"]);
  expect(world.accepted).toMatchObject([{ kind: "file", assetId: "ast_slow" }]);
});

it("says so when it cannot read a file", async () => {
  expect((await sendFile({}, false)).acked.code).toBe(200);
  expect(world.accepted).toEqual([]);
  expect(JSON.stringify(world.emulator.state.messages)).toContain("could not read that file");
});

it.each([
  ["is not for this app", refusal(234008)],
  ["is asked for wrongly", { status: 400, body: { msg: "bad request" } }],
])("says so when the file %s", async (_, fault) => {
  world = await createLarkWorld();
  world.emulator.faults.add({ path: /resources/, ...fault });
  expect((await world.emulator.sockets.push(aFile())).code).toBe(200);
  expect(JSON.stringify(world.emulator.state.messages)).toContain("could not read that file");
});

it.each([
  ["is busy", refusal(99991400)],
  ["fails", { status: 500 }],
])(
  "asks for the file again while Lark %s, and gives up after an hour, with a sentence",
  async (_, fault) => {
    world = await createLarkWorld();
    world.emulator.faults.add({ path: /resources/, times: 9, ...fault });
    const event = aFile();
    expect((await world.emulator.sockets.push(event)).code).toBe(500);
    expect(world.emulator.state.messages).toEqual([]);
    world.now += 3_600_000;
    expect((await world.emulator.sockets.push(event)).code).toBe(200);
    expect(JSON.stringify(world.emulator.state.messages)).toContain("could not read that file");
  },
);

it("gives a picture the ending of what it is", async () => {
  world = await createLarkWorld();
  const { files, app } = world.emulator.state;
  files.set("img_1", { bytes: Buffer.from("PNG"), mediaType: "image/png" });
  const picture = { type: "image", content: { image_key: "img_1" } };
  await world.emulator.sockets.push(
    messageEvent(app, { from: "ou_ana", at: world.now, ...picture }),
  );
  expect(world.accepted).toMatchObject([{ name: "picture.png", mediaType: "image/png" }]);
});
