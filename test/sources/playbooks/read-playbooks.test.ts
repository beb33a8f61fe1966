import { beforeEach, describe, expect, it } from "vitest";
import { findPlaybook } from "../../../src/core/training/library.ts";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { emptyPlaybookFolder, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

describe("a folder of playbooks", () => {
  it("is read by vertical and language, each thing with its file and line", async () => {
    const { library, problems } = await readPlaybooks(folder.path);
    expect(problems).toEqual([]);
    const playbook = findPlaybook(library, { vertical: "finance", language: "zh" });
    expect(playbook?.entries).toHaveLength(60);
    expect(playbook?.entries[3]?.at).toEqual({
      file: `${folder.path}/finance/zh/entries.yaml`,
      line: folder.lineOf("finance/zh/entries.yaml", "id: entry-3"),
      column: 3,
      path: [3],
    });
    expect(playbook?.rubric[1]).toMatchObject({
      id: "asks-1",
      skill: "needs_discovery",
      at: { path: ["needs_discovery", 1] },
    });
  });

  it("may be one vertical, or one language of one", async () => {
    const vertical = await readPlaybooks(`${folder.path}/finance`);
    expect(vertical.problems).toEqual([]);
    expect(vertical.library.playbooks).toMatchObject([
      { vertical: "finance", language: "en" },
      { vertical: "finance", language: "zh" },
    ]);
    const language = await readPlaybooks(`${folder.path}/finance/zh`);
    expect(language.problems).toEqual([]);
    expect(language.library.playbooks).toMatchObject([{ vertical: "finance", language: "zh" }]);
  });

  it("leaves to others what lies beside: rules, contracts, a README, hidden files", async () => {
    for (const file of ["rules/a.yaml", "contracts/b.yaml", "README.md", "finance/en/.swp"]) {
      folder.write(file, "x");
    }
    expect(await folder.problems()).toEqual([]);
  });

  it("keeps what conforms beside what does not", async () => {
    folder.replace(entries, "tactic: price_anchoring", "tactic: prices");
    const { library, problems } = await readPlaybooks(folder.path);
    expect(problems).toHaveLength(1);
    expect(library.playbooks[0]?.entries).toHaveLength(59);
  });
});

describe("a folder without playbooks", () => {
  it("is a problem when it is empty or not there", async () => {
    const empty = emptyPlaybookFolder();
    expect((await readPlaybooks(empty.path)).problems).toMatchObject([
      { file: empty.path, line: 1, message: "this folder holds no playbook" },
    ]);
    expect((await readPlaybooks(`${empty.path}/x`)).problems).toMatchObject([
      { message: "this folder does not exist", fix: expect.any(String) },
    ]);
    empty.write("finance/.keep", "");
    expect((await readPlaybooks(empty.path)).problems).toMatchObject([
      { file: `${empty.path}/finance`, message: "this vertical has no language" },
    ]);
  });
});
