import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addPractice, parseScript } from "../../src/commands/practice.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "practice-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs `ringside practice …` in this process. */
async function run(script: string, args: string[]) {
  const { terminal, lines, objects } = createTestTerminal({ DATA_DIR: folder });
  const program = new Command().exitOverride();
  addPractice(program, terminal);
  const file = join(folder, "script");
  await writeFile(file, script);
  await typeIn(program, ["practice", "--script", file, ...args]);
  return { objects, lines };
}

const zh = ["--scenario", "iv-catheter-rebrand", "--lang", "zh"];

describe("practice", () => {
  it("reads a script of JSON lines as Windows writes them", async () => {
    const script =
      '\uFEFF{"text":"护士长好。"}\r\n\r\n{"text":"去年换输液接头那次发生了什么？","atMs":60000}\r\n';
    const { objects } = await run(script, [...zh, "--json"]);
    const [{ turns }] = objects as [Record<string, { who: string; text: string }[]>];
    const said = turns?.filter(({ who }) => who === "rep").map(({ text }) => text);
    expect(said).toEqual(["护士长好。", "去年换输液接头那次发生了什么？"]);
  });

  it("prints one object: every turn with its state, then score and report", async () => {
    const { objects } = await run("护士长好。\n去年换输液接头那次发生了什么？\n", [
      ...zh,
      "--json",
    ]);
    expect(objects).toHaveLength(1);
    const [{ turns, score, report, scenario }] = objects as [Record<string, never>];
    expect(scenario).toMatchObject({ vertical: "medical", language: "zh" });
    expect(turns).toHaveLength(5);
    expect(turns?.[4]).toMatchObject({
      who: "customer",
      reaction: "reveal",
      mood: { trust: 0.43 },
    });
    expect(score).toMatchObject({ questions: 1 });
    expect(report).toMatchObject({ ending: "given-up", revealed: 1 });
  });

  it("prints the same for the same input", async () => {
    const args = [...zh, "--seed", "9", "--json"];
    const script = "护士长好。\n每人十分钟，夜班有人带。\n";
    expect((await run(script, args)).objects).toEqual((await run(script, args)).objects);
  });

  it("prints lines for people without --json", async () => {
    const { lines } = await run("护士长好。", zh);
    expect(lines[1]).toBe("> 护士长好。");
    expect(lines.some((line) => line.startsWith("ending: given-up"))).toBe(true);
  });

  it("stops the clock at five minutes and says what was not heard", async () => {
    const script = '{"text":"护士长好。","atMs":1000}\n{"text":"还在吗？","atMs":400000}';
    const { objects } = await run(script, [...zh, "--json"]);
    expect(objects).toMatchObject([{ ending: "time", playedMs: 300_000, unheard: 1 }]);
  });

  it("refuses a scenario there is not, and a script that cannot be read", async () => {
    await expect(run("x", ["--scenario", "none"])).rejects.toThrow(/No scenario none in en/);
    await expect(run("x", [...zh, "--script", join(folder, "none")])).rejects.toThrow(/--script/);
    expect(() => parseScript('{"text":"a"}\n{"words":"b"}')).toThrow(/Line 2/);
  });

  it("names scenarios close to one there is not, and the objections of one there is", async () => {
    await expect(run("x", ["--scenario", "iv-cateter", "--lang", "zh"])).rejects.toThrow(
      /Close to it: iv-catheter-rebrand/,
    );
    await expect(run("x", [...zh, "--drill", "none"])).rejects.toThrow(
      /no objection of this scenario/,
    );
  });

  it("refuses a script without a word, and one that is no text", async () => {
    await expect(run(" \n", zh)).rejects.toThrow(/is empty/);
    await expect(run("\0\0", zh)).rejects.toThrow(/no UTF-8 text/);
  });

  it("plays a company's own playbook from its data folder", async () => {
    const own = join(folder, "playbooks", "lifts", "en");
    await mkdir(own, { recursive: true });
    await cp("playbooks/manufacturing/en", own, { recursive: true });
    const { objects } = await run("What does a week of delay cost you?", [
      ...["--scenario", "three-quotes-pump-line", "--vertical", "lifts", "--json"],
    ]);
    expect(objects).toMatchObject([{ scenario: { vertical: "lifts" } }]);
  });

  it("takes an empty line for silence", () => {
    expect(parseScript("a\n\nb\n")).toEqual([{ text: "a" }, { text: "" }, { text: "b" }]);
  });
});
