import { Command } from "commander";
import { afterEach, describe, expect, it } from "vitest";
import { diagnose } from "../../../src/commands/doctor/diagnose.ts";
import { addKeys } from "../../../src/commands/operate/keys.ts";
import { addWebhooks } from "../../../src/commands/operate/webhooks.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords } from "../../../src/store/records/records.ts";
import { findApiKey } from "../../../src/web/keys.ts";
import { testNow } from "../../helpers/people.ts";
import { openReceiver, told } from "../../helpers/receiver.ts";
import { newDataFolder } from "../../helpers/records.ts";
import { createTestTerminal, typeIn } from "../../helpers/terminal.ts";

afterEach(() => {
  process.exitCode = undefined;
});

/** Types commands into one data folder. */
async function openFolder() {
  const dataDir = await newDataFolder();
  const run = async (...words: string[]) => {
    const { terminal, lines, objects } = createTestTerminal({ DATA_DIR: dataDir });
    const program = new Command();
    addKeys(program, terminal);
    addWebhooks(program, terminal);
    await typeIn(program, words);
    return { lines, objects: objects as Record<string, unknown>[] };
  };
  const doctor = async (part: string) => {
    const { terminal } = createTestTerminal({ DATA_DIR: dataDir, HTTP_PORT: "0", CHAT_PORT: "0" });
    return (await diagnose(terminal.config)).parts.find((one) => one.part === part);
  };
  const edit = async <Result>(
    work: (records: Awaited<ReturnType<typeof openRecords>>) => Promise<Result>,
  ) => {
    const file = `${dataDir}/records.db`;
    const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
    return work(records).finally(() => records.close());
  };
  return { run, doctor, edit };
}

describe("keys", () => {
  it("are made, listed without what opens anything, and ended; doctor tells who still tries", async () => {
    const { run, doctor, edit } = await openFolder();
    expect((await run("keys", "list")).lines).toEqual(["There is no key. keys add makes one."]);
    expect(await doctor("API keys")).toMatchObject({ state: "off" });
    const made = await run("keys", "add", "--name", "form", "--scopes", "leads:write", "--json");
    const { id, key } = made.objects[0] as { id: string; key: string };
    expect(key).toMatch(/^rsk_/);
    const listed = await run("keys", "list", "--json");
    expect(listed.objects).toMatchObject([{ keys: [{ id, name: "form", revokedAt: null }] }]);
    expect(JSON.stringify(listed.objects)).not.toMatch(/hash|rsk_/);
    await run("keys", "revoke", "--name", "form");
    await edit(async ({ read, write }) => {
      expect((await findApiKey(read, key))?.revokedAt).toBeGreaterThan(0);
      await write((unit) => unit.apiKeys.update(id, { refusals: 7, refusedAt: testNow }));
    });
    expect((await run("keys", "list")).lines[0]).toMatch(/revoked .* UTC, tried 7 times since/);
    expect((await doctor("API keys"))?.why).toContain(
      `"form" 7 times since it was revoked, the last 2026-11-23 09:00 UTC`,
    );
  });

  it("are refused with a sentence for whom or what is not there", async () => {
    const { run } = await openFolder();
    const add = (...more: string[]) =>
      run("keys", "add", "--name", "x", "--scopes", "leads:read", ...more);
    await expect(add("--person", "nobody@acme.example")).rejects.toThrow(/Nobody here/);
    await expect(add("--team", "Mars")).rejects.toThrow(/No team here/);
    await expect(run("keys", "revoke", "--name", "x")).rejects.toThrow(/No key in use/);
  });
});

describe("webhooks", () => {
  it("are added, tried, listed and removed; doctor tells of one that was given up", async () => {
    const { run, doctor, edit } = await openFolder();
    const receiver = await openReceiver();
    const add = ["webhooks", "add", "--events", "all", "--url", receiver.url];
    await expect(run(...add)).rejects.toThrow(/https/);
    const [id = "", secret] = (await run(...add, "--private")).lines[0]?.split("\n") ?? [];
    expect(secret).toMatch(/^whsec_/);
    expect((await run("webhooks", "test", "--id", id)).lines).toEqual(["Arrived: answered 204."]);
    expect(receiver.got.map((one) => told(one).type)).toEqual(["webhook.test"]);
    const listed = await run("webhooks", "list", "--json");
    expect(listed.objects).toMatchObject([{ webhooks: [{ id, state: "on", waiting: 0 }] }]);
    expect(JSON.stringify(listed.objects)).not.toContain("secret");
    expect(await doctor("webhooks")).toMatchObject({ state: "ok" });
    await edit(({ write }) =>
      write((unit) => unit.webhooks.update(id, { state: "off", error: "answered 500" })),
    );
    const given = await doctor("webhooks");
    expect(given).toMatchObject({
      state: "broken",
      fix: expect.stringContaining("webhooks resume"),
    });
    expect(given?.why).toContain(`${id} (answered 500)`);
    expect((await run("webhooks", "resume", "--id", id)).lines).toEqual(["On."]);
    expect((await run("webhooks", "remove", "--id", id)).lines).toEqual(["Removed."]);
    expect((await run("webhooks", "list")).lines[0]).toMatch(/There is no webhook/);
    await receiver.close();
  });
});
