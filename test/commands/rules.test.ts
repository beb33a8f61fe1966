import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, it } from "vitest";
import { addRules } from "../../src/commands/rules.ts";
import { newFolder } from "../helpers/records.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";
import { quietDoubt, ruleFolder } from "../sources/rules/rule-folder.ts";

afterEach(() => {
  process.exitCode = undefined;
});

/** Runs `ringside rules …` in this process. */
async function run(...args: string[]) {
  const { terminal, ...printed } = createTestTerminal();
  const program = new Command();
  addRules(program, terminal);
  await typeIn(program, ["rules", ...args]);
  return { ...printed, code: process.exitCode };
}

function touchFile(...touches: (object | string)[]): string {
  const file = join(newFolder(), "touches.jsonl");
  const lines = touches.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  writeFileSync(file, lines.join("\n"));
  return file;
}

const chain = [
  {
    ...{ id: "t1", contact: "c1", account: "a1", type: "page.view", at: "2026-03-01T10:00:00Z" },
    props: { page: "product", dwellSeconds: 200 },
  },
  {
    ...{ id: "t3", contactId: "c1", accountId: "a1", type: "page.leave", at: 1_772_532_000_000 },
    props: { page: "pricing" },
  },
  {
    ...{ id: "t2", contact: "c1", type: "file.download", at: "2026-03-02 18:00 +08:00" },
    props: { kind: "whitepaper" },
  },
];
const rules = ruleFolder({ "rule.yaml": quietDoubt });
const test = (touches: string, ...more: string[]) =>
  run("test", "--rules", rules, "--touches", touches, "--json", ...more);

describe("rules test", () => {
  it("prints each match with its touches, whatever the order and spelling of the lines", async () => {
    const { objects } = await test(touchFile(...chain));
    const at = "2026-03-03T10:00:00.000Z";
    expect(objects).toEqual([
      { rule: "quiet-pricing-doubt", customer: "c1", at, touches: ["t1", "t2", "t3"] },
    ]);
  });

  it("ends the clock where it is told to", async () => {
    const { objects } = await test(touchFile(...chain), "--until", "2026-03-03T09:59:59Z");
    expect(objects).toEqual([]);
  });

  it("counts a line once that is there twice, and leaves out what came a day late", async () => {
    const [first = {}, ...others] = chain;
    const late = { ...first, receivedAt: "2026-03-02T10:00:00Z" };
    const { objects, notes } = await test(touchFile(late, late, ...others));
    expect(objects).toEqual([]);
    expect(notes).toEqual([
      "1 touches arrived too late and take no part.",
      "1 lines repeat a touch and are left out.",
    ]);
  });

  it("refuses a line that is no touch, and says which", async () => {
    const [first = {}] = chain;
    const wrong = [
      ["{", /:2 this is no JSON/],
      [{ ...first, at: "soon" }, /:2 at: "soon" is no time/],
      [{ type: "page.view", at: 1 }, /:2 it is of nobody/],
    ] as const;
    for (const [line, message] of wrong) {
      await expect(test(touchFile(first, line))).rejects.toMatchObject({
        code: "bad_touches",
        message: expect.stringMatching(message),
      });
    }
  });

  it("refuses rules with problems, all of them in one message", async () => {
    const folder = ruleFolder({ "rule.yaml": "- id: a\n  within: -1d\n- id: b\n" });
    const touches = touchFile(...chain);
    await expect(run("test", "--rules", folder, "--touches", touches)).rejects.toMatchObject({
      code: "bad_rules",
      message: expect.stringMatching(/rule.yaml:2:11 .*negative[\s\S]*:3:3 "steps" of "b"/),
    });
  });

  it("takes a touch nobody knows as one that did not happen, if the file has names of its own", async () => {
    const folder = ruleFolder({ "rule.yaml": "id: r\nsteps: [{ touch: tour.taken }]" });
    const flags = ["test", "--rules", folder, "--json", "--touches"];
    const own = { id: "t9", contact: "c1", type: "tour.asked", at: 1 };
    const { objects, notes } = await run(...flags, touchFile(own));
    expect([objects, notes.length]).toEqual([[], 1]);
    await expect(run(...flags, touchFile(...chain))).rejects.toMatchObject({ code: "bad_rules" });
  });
});

describe("rules check", () => {
  it("finds nothing wrong with the presets", async () => {
    const { lines, code } = await run("check");
    expect([lines.length, lines.at(-1), code]).toEqual([11, "No problems.", undefined]);
  });

  it("says what is wrong and ends with 1, a talk track no library has among it", async () => {
    const { objects, code } = await run("check", rules, "--json");
    expect(objects).toMatchObject([
      {
        ok: false,
        problems: [{ line: 12, column: 46, message: expect.stringContaining("pricing-doubt") }],
      },
    ]);
    expect(code).toBe(1);
  });
});
