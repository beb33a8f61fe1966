import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { countOwn } from "../../src/core/people/privacy/kept.ts";
import { seenBy } from "../helpers/seen-by.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const records = ({ world }: Stage) => world.ringside.records.read;
/** Whether any file of the installation holds these bytes. */
async function isOnDisk({ world }: Stage, words: string): Promise<boolean> {
  const folder = world.ringside.dataDir;
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    if ((await readFile(path)).includes(Buffer.from(words))) return true;
  }
  return false;
}

onEverySurface("privacy", {
  "shows what is kept, hands it over while a session plays, and deletes it from the disk": async (
    stage,
  ) => {
    const { world, as } = stage;
    const ana = as("per_ana");
    const words = "tangerine-trampoline";
    await ana.says("practice");
    await ana.taps("Keep my practice");
    await ana.taps("Start");
    await world.passes(5_000);
    await ana.says(`I promise you ${words} by Friday.`, { under: "Practice: " });
    await world.passes(1_000);
    await ana.says("privacy", { under: "no thread of ours" });
    await world.passes(1_000);
    if (!(await ana.last()).includes("What is kept of you now")) {
      await ana.says("pause", { under: "Practice: " });
      await world.passes(1_000);
      await ana.says("privacy");
    }
    const card = await ana.last();
    expect(card).toContain("practice sessions | 1 | 365 days");
    expect(card).toContain("Nothing. No chat model, speech service or embedding service");

    await ana.taps("Export");
    expect(await seenBy(ana)).toContain("Everything kept of you");
    const [file = ""] = await ana.files();
    expect(file).toContain(words);
    expect(file).toContain('"name": "Ana Silva"');
    expect(file).not.toContain("李雷");

    await world.passes(1_000);
    expect(await isOnDisk(stage, words)).toBe(true);
    expect((await ana.taps("Delete")).toast).toContain("deleting it");
    await world.passes(61_000);
    expect(await ana.last()).toContain("It is deleted");
    expect(await isOnDisk(stage, words)).toBe(false);
    for (const table of ["practiceSessions", "practiceTurns", "assets"] as const) {
      expect(await records(stage)[table].count({}), table).toBe(0);
    }
    expect(await records(stage).consents.count({ withdrawnAt: null })).toBe(1);
    await world.passes(1_000);
    await ana.says("Are you still there?", { under: "Practice: " });
    expect(await records(stage).practiceTurns.count({})).toBe(0);
    expect(await records(stage).audits.find({ kind: "person", actorId: "per_ana" })).toMatchObject([
      { action: "privacy.export", recordId: "per_ana" },
      { action: "privacy.delete", recordId: "per_ana" },
    ]);
  },

  "withdrawn in the middle of a practice leaves no word of it a minute after": async (stage) => {
    const { world, as } = stage;
    const lei = as("per_lei");
    const words = "橘子蹦床之约";
    await lei.says("隐私");
    await lei.taps("同意：保存我的演练记录和得分");
    await world.passes(1_000);
    await lei.says("演练");
    await lei.taps("开始");
    await world.passes(5_000);
    await lei.says(`我答应您${words}。`, { under: "演练：" });
    await world.passes(1_000);
    await lei.taps("撤回：保存我的演练记录和得分");
    expect(await seenBy(lei)).toContain("未同意");
    await world.passes(1_000);
    await lei.says("结束", { under: "演练：" });
    await world.passes(61_000);
    expect(await records(stage).practiceTurns.count({})).toBe(0);
    expect(await records(stage).practiceReports.count({})).toBe(0);
    const kept = await world.ringside.personal.read("per_lei");
    expect(JSON.stringify(kept)).not.toContain(words);
    expect(await isOnDisk(stage, words)).toBe(false);

    await world.passes(1_000);
    await lei.says("我的数据");
    await lei.taps("删除");
    await world.passes(61_000);
    await lei.says("导出我的数据");
    expect(await seenBy(lei)).toContain("系统保存的您的全部信息");
    await world.passes(1_000);
    await lei.says("删除我的数据");
    expect(await lei.last()).toContain("这会永久删除");
    await lei.taps("删除");
    await world.passes(61_000);
    expect(await lei.last()).toContain("已删除");
    const counts = await world.ringside.personal.counts("per_lei");
    expect(countOwn({ ...counts, messages: 0, passing: 0, buttons: 0 })).toBe(0);
  },
});
