import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BackupReport } from "../../../src/store/backup/take-backup.ts";
import { createSecrets } from "../../../src/store/secrets.ts";
import { runCli } from "../../commands/run-cli.ts";
import { newFolder } from "../../helpers/records.ts";
import { sharedTraining } from "../../helpers/training.ts";
import { createWorld, type World } from "../../helpers/world.ts";
import {
  answerTo,
  aTouch,
  createInstallation,
  type Installation,
  linksOf,
  longName,
} from "./installation.ts";

const questions = ["my leads", "my skills", "customer Acme", "help"];

describe("a backup taken while people work, restored elsewhere", () => {
  let old: Installation;
  let restored: World;
  let before: string[];
  let report: BackupReport;
  const folder = join(newFolder(), "moved");

  beforeAll(async () => {
    await sharedTraining().reload();
    old = await createInstallation();
    before = await answersOf(old.world);
    report = await backUpUnderWrites(old);
    await old.world.close();
    const ran = await runCli(["restore", report.file, "--json"], { DATA_DIR: folder });
    expect(ran).toMatchObject({ code: 0 });
    expect(JSON.parse(ran.out)).toMatchObject({ counts: report.counts, migrated: [] });
    restored = await createWorld([], { dataDir: folder });
  });
  afterAll(() => restored?.close());

  it("gives the same answers", async () => {
    expect(before.join()).toMatch(/Wang Li.*Rapport/s);
    expect(await answersOf(restored)).toEqual(before);
  });

  it("holds the cause of every effect: the log was copied after the records", async () => {
    const { records, events } = restored.ringside;
    const effects = await records.read.audits.find({ kind: "written" });
    const causes = await events.ofContacts(["con_wang"]);
    const ids = new Set(causes.map(({ id }) => id));
    expect(effects.length).toBeGreaterThan(0);
    expect(effects.filter(({ recordId }) => !ids.has(recordId))).toEqual([]);
  });

  it("opens links and secrets made before", () => {
    expect(linksOf(folder).read(old.link)).toMatchObject({ state: "ok", words: ["con_wang"] });
    expect(createSecrets(folder).open(old.sealed, "cnx_1")).toBe("xoxb-secret");
  });

  it("has the files people gave us and the company's own", async () => {
    const { records, assets } = restored.ringside;
    const [asset] = await records.read.assets.find({ name: longName });
    expect((await assets.read(asset?.id ?? ""))?.bytes.toString()).toBe("what was said");
    expect(readFileSync(join(folder, "playbooks", "rules", "notes.txt"), "utf8")).toBe("ours");
  });

  it("is not overwritten by another restore", async () => {
    const ran = await runCli(["restore", report.file, "--json"], { DATA_DIR: folder });
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: "folder_not_empty" } });
    expect(ran.code).toBe(1);
  });
});

const answersOf = async (world: World) => {
  const answers: string[] = [];
  for (const question of questions) answers.push(await answerTo(world, question));
  return answers;
};

/** Writes causes to the log, and then their effects to the records, until the backup of another process is done. */
async function backUpUnderWrites({ world, dataDir }: Installation): Promise<BackupReport> {
  const { records, events } = world.ringside;
  let isDone = false;
  const backup = runCli(["backup", "--json"], { DATA_DIR: dataDir }).finally(() => {
    isDone = true;
  });
  for (let index = 0; !isDone; index += 1) {
    const recordId = `tch_${index}`;
    await events.append([aTouch(recordId)]);
    await records.write(async (unit) => {
      const by = { actorId: null, via: "job", action: "done", detail: {} } as const;
      const id = unit.newId("audit");
      await unit.audits.put({ id, at: unit.now, kind: "written", recordId, ...by });
    });
  }
  const { code, out } = await backup;
  expect(code).toBe(0);
  return JSON.parse(out) as BackupReport;
}
