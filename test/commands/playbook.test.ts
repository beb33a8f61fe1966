import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addPlaybook } from "../../src/commands/playbook.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";
import {
  emptyPlaybookFolder,
  newPlaybookFolder,
  type PlaybookFolder,
} from "../sources/playbooks/playbook-folder.ts";

let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});
afterEach(() => {
  process.exitCode = undefined;
});

/** Runs `ringside playbook …` in this process. */
async function run(args: string[], dataDir = folder.path) {
  const { terminal, lines, objects } = createTestTerminal({ DATA_DIR: dataDir });
  const program = new Command();
  addPlaybook(program, terminal);
  await typeIn(program, ["playbook", ...args]);
  return { lines, objects, code: process.exitCode };
}

describe("playbook check", () => {
  it("counts what a folder without problems holds", async () => {
    const { lines, code } = await run(["check", folder.path]);
    const counts = "6 personas, 8 scenarios, 60 entries, 2 rubric, 6 compliance";
    expect(lines).toEqual([`finance en: ${counts}`, `finance zh: ${counts}`, "No problems."]);
    expect(code).toBeUndefined();
  });

  it("prints file, line, column, what is wrong and what to do, and ends with 1", async () => {
    const line = folder.replace("finance/en/scenarios.yaml", "persona: persona-1", "persona: anna");
    const { lines, code } = await run(["check", folder.path]);
    expect(lines[0]).toMatch(
      `${folder.path}/finance/en/scenarios.yaml:${line}:12 the persona "anna"`,
    );
    expect(lines[0]).toMatch(/ does not exist → name one of persona-0, .* or add "anna" to/);
    expect(lines.at(-1)).toBe("Problems: 1.");
    expect(code).toBe(1);
  });

  it("prints one JSON object", async () => {
    folder.remove("finance/zh");
    const { objects } = await run(["check", `${folder.path}/finance`, "--json"]);
    const counts = { personas: 6, scenarios: 8, entries: 60, rubric: 2, compliance: 6 };
    const playbooks = [{ vertical: "finance", language: "en", ...counts }];
    expect(objects).toEqual([{ ok: true, playbooks, problems: [] }]);
  });

  it("takes what lies in the data folder, and with --own any other, as additions", async () => {
    const own = emptyPlaybookFolder();
    const file = "playbooks/finance/en/compliance.yaml";
    own.write(
      file,
      "- { id: our-rule, never: [we never lose], instead: ask us, source: our policy }\n",
    );
    const path = join(own.path, "playbooks");
    expect(await run(["check", path], own.path)).toMatchObject({ code: undefined });
    expect(await run(["check", path, "--own"])).toMatchObject({ code: undefined });
    expect(await run(["check", path])).toMatchObject({ code: 1 });
  });
});
