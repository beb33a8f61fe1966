import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { RetryLater } from "../../../src/core/errors.ts";
import type { Touch } from "../../../src/core/model.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords } from "../../../src/store/records/records.ts";
import { aVisit } from "../../core/identity/world.ts";
import { type Intake, openIntake } from "../../emulators/sources/intake.ts";
import { type Sign, signs } from "../../emulators/sources/signing.ts";
import { codeOf, openApp } from "../../emulators/web/open-app.ts";
import { diskOf, diskOfLogs, mountDisk } from "../../helpers/full-disk.ts";
import { createWorld } from "../../helpers/world.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** More than any test below can write before its disk is full. */
const enough = 500;
const long = "x".repeat(2_000);

async function post(intake: Intake, messageIds: string[]): Promise<Response> {
  const message = { type: "track", userId: "u1", event: "Searched", properties: { long } };
  const batch = messageIds.map((messageId) => ({ ...message, messageId }));
  const { path, headers, body } = (signs.segment as Sign)(JSON.stringify({ batch }));
  return intake.app.request(path, { method: "POST", headers, body });
}

describe("the event log on a full disk", () => {
  it("refuses with 503 and Retry-After, counts it, and has every touch it acknowledged and no other", async () => {
    const disk = diskOfLogs();
    const intake = await openIntake();
    closing.push(intake.close);
    await disk.fill();
    const acked: string[] = [];
    let refused: Response | undefined;
    for (let delivery = 0; !refused && delivery < enough; delivery += 1) {
      const ids = Array.from({ length: 5 }, (_, index) => `m${delivery}-${index}`);
      const response = await post(intake, ids);
      if (response.ok) acked.push(...ids);
      else refused = response;
    }
    expect(refused?.status).toBe(503);
    expect(refused?.headers.get("retry-after")).toBe("5");
    expect(await codeOf(refused as Response)).toBe("busy");
    expect(intake.counted.filter((one) => one === "delivery segment busy")).toHaveLength(1);
    expect(await intake.touches()).toHaveLength(acked.length);

    await disk.clear();
    // The sender tries everything again, as senders do: each is there once.
    const again = ["m-late", ...acked.slice(0, 20)];
    expect((await post(intake, again)).status).toBe(200);
    expect(await intake.touches()).toHaveLength(acked.length + 1);
  });
});

describe("the records on a full disk", () => {
  it("refuse a write of the API with 503 and Retry-After, and take it once when there is room", async () => {
    const app = await openApp();
    closing.push(app.close);
    const key = await app.key();
    const create = (name: string) =>
      app.send("POST", "/api/v1/leads", {
        ...{ key, body: { name, need: "x".repeat(100) }, more: { "idempotency-key": name } },
      });
    const disk = diskOf(app.store);
    await disk.fill();
    let acked = 0;
    let refused: Response | undefined;
    while (!refused && acked < enough) {
      const response = await create(`lead-${acked}`);
      if (response.ok) acked += 1;
      else refused = response;
    }
    expect(refused?.status).toBe(503);
    expect(refused?.headers.get("retry-after")).toBe("5");
    expect(await app.store.read.leads.count({})).toBe(acked);
    // Reading needs no room.
    expect((await app.get("/api/v1/leads", key)).status).toBe(200);
    await disk.clear();
    expect((await create(`lead-${acked}`)).status).toBe(201);
    expect((await create(`lead-${acked}`)).status).toBe(201);
    expect(await app.store.read.leads.count({})).toBe(acked + 1);
  });
});

describe("the bot on a full disk", () => {
  it("answers in chat while only the event log is full", async () => {
    const disk = diskOfLogs();
    const world = await createWorld();
    closing.push(world.close);
    const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
    await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
    await disk.fill();
    await expect(fillLog(world.ringside.events)).rejects.toBeInstanceOf(RetryLater);
    await world.ringside.localChat.say("per_ana", "customer Acme", randomUUID());
    await world.ringside.drain();
    expect(await lastTitle(world)).toBe("Customer: Acme Medical");
  });

  it("takes nothing in that it cannot keep, and goes on where it was when there is room", async () => {
    const world = await createWorld();
    closing.push(world.close);
    const { records, localChat } = world.ringside;
    const disk = diskOf(records);
    await disk.fill();
    let kept = 0;
    const say = () => localChat.say("per_ana", `help ${long}`, randomUUID());
    const sayUntilFull = async () => {
      for (; kept < enough; kept += 1) await say();
    };
    await expect(sayUntilFull()).rejects.toBeInstanceOf(RetryLater);
    expect(await records.client.inboxEvent.count()).toBe(kept);
    await world.ringside.drain().catch(() => {});
    await disk.clear();
    await world.passes(120_000);
    const waiting = await records.client.inboxEvent.count({ where: { state: "new" } });
    expect(waiting).toBe(0);
    await localChat.say("per_ana", "my leads", randomUUID());
    await world.ringside.drain();
    expect(await lastTitle(world)).toBe("My leads");
  });
});

describe("a file system without room", () => {
  it("fails neither database, and both go on after", async ({ skip }) => {
    const disk = mountDisk(6);
    if (!disk) return skip("this user may not mount a small file system");
    closing.push(disk.end);
    const events = await openEventLog(join(disk.folder, "events.db"));
    const file = join(disk.folder, "records.db");
    const records = await openRecords({ file, clock: Date.now, newId: createNewId() });
    closing.push(events.close, records.close);
    const write = (id: string) =>
      records.write((unit) =>
        unit.audits.put({
          ...{ id, at: 0, actorId: null, via: "job", action: "a", kind: "k", recordId: "r" },
          detail: { long },
        }),
      );
    await disk.fill();
    await expect(fillLog(events)).rejects.toBeInstanceOf(RetryLater);
    const writeUntilFull = async () => {
      for (let index = 0; index < enough; index += 1) await write(`aud_${index}`);
    };
    await expect(writeUntilFull()).rejects.toBeInstanceOf(RetryLater);
    const kept = async () => ({
      touches: (await events.after(0, Number.MAX_SAFE_INTEGER)).length,
      audits: await records.read.audits.count({}),
    });
    const { touches, audits } = await kept();
    await disk.clear();
    await write("aud_late");
    expect(await events.append([aVisit({ anonymousId: "late" })])).toMatchObject({ stored: 1 });
    expect(await kept()).toEqual({ touches: touches + 1, audits: audits + 1 });
  });
});

async function fillLog(events: { append(touches: Touch[]): Promise<unknown> }): Promise<void> {
  for (let index = 0; index < enough; index += 1)
    await events.append([aVisit({ anonymousId: `v${index}` }, { props: { long } })]);
}

async function lastTitle({ ringside }: Awaited<ReturnType<typeof createWorld>>) {
  const messages = await ringside.localChat.transcript("per_ana", { limit: 200 });
  const last = messages.filter(({ author }) => author === "ringside").at(-1);
  return (last?.body as { title?: string } | undefined)?.title;
}
