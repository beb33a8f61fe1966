// What waited in the outbox when the backup was taken, and left before the disk was lost.
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSender } from "../../../src/chat/sender.ts";
import { restoreBackup } from "../../../src/store/backup/restore-backup.ts";
import { takeBackup } from "../../../src/store/backup/take-backup.ts";
import { createOutbox } from "../../../src/store/outbox.ts";
import { openRecords, type Records } from "../../../src/store/records/records.ts";
import {
  hourMs,
  newId,
  openSenderWorld,
  type PlatformOptions,
  type SenderWorld,
} from "../../chat/sender-world.ts";
import { newFolder } from "../../helpers/records.ts";

const version = "1.2.3";
let world: SenderWorld;
let restored: Records | undefined;
beforeEach(async () => {
  world = await openSenderWorld();
});
afterEach(async () => {
  await restored?.close();
  restored = undefined;
  await world.close();
});

/** Backs up with messages waiting, lets them leave, and goes on from the backup: a sender on the same platform. */
async function loseAndRestore(afterMs: number): Promise<{ unsure: number }> {
  const [row] = world.records.sql.all<{ file: string }>("PRAGMA database_list");
  const dataDir = dirname(row?.file ?? "");
  const { file } = await takeBackup({ dataDir, to: `${newFolder()}/`, version, now: world.now });
  await world.drain();
  world.now += afterMs;
  const folder = newFolder();
  const report = await restoreBackup({ file, dataDir: folder, version, now: world.now });
  const clock = () => world.now;
  const records = await openRecords({ file: `${folder}/records.db`, clock, newId });
  restored = records;
  const sender = createSender({
    outbox: createOutbox(records, { clock, newId }),
    ...{ read: records.read, adapters: { slack: world.platform.adapter }, clock },
    onError: () => {},
  });
  await sender.drain();
  await sender.stop();
  return report;
}

const stateOf = async (cardKey: string) =>
  (await restored?.client.outboxMessage.findFirst({ where: { cardKey } }))?.state;

const lark: PlatformOptions = { idempotent: true, idempotentForMs: hourMs };

describe("a message that was sent after the backup", () => {
  it("is found where the platform can be asked, days later too", async () => {
    await world.use({ lookUp: true });
    await world.post("ana lead", "bo brief");
    expect(await loseAndRestore(72 * hourMs)).toMatchObject({ unsure: 2 });
    expect(world.platform.titles()).toEqual(["ana lead", "bo brief"]);
    expect(await stateOf("lead")).toBe("sent");
  });

  it("is sent under the same key where the platform takes a key once, within its window", async () => {
    await world.use(lark);
    await world.post("ana lead");
    await loseAndRestore(hourMs / 2);
    expect(world.platform.titles()).toEqual(["ana lead"]);
    expect(await stateOf("lead")).toBe("sent");
  });

  it("is not sent again past that window: the person is told that it may have arrived", async () => {
    await world.use(lark);
    await world.post("ana lead");
    await loseAndRestore(2 * hourMs);
    expect(await stateOf("lead")).toBe("maybe");
    expect(world.platform.titles()).toEqual(["ana lead", expect.stringMatching(/^ana (?!lead)/)]);
  });
});

describe("a message that was not sent after the backup", () => {
  it("is sent once from the backup where the platform can be asked", async () => {
    await world.use({ lookUp: true });
    await world.post("ana lead");
    world.platform.fate("ana", "cut");
    await loseAndRestore(hourMs);
    expect(world.platform.titles()).toEqual(["ana lead"]);
  });
});
