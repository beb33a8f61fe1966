// What no single place of a file shows.
import { beforeEach, describe, expect, it } from "vitest";
import { expectOne, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
const scenarios = "finance/en/scenarios.yaml";
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

describe("the check of playbooks", () => {
  it("says every tactic without an entry", async () => {
    for (let count = 0; count < 3; count += 1) {
      folder.replace(entries, "tactic: silence", "tactic: authority");
    }
    expectOne(await folder.problems(), {
      file: entries,
      line: 1,
      message: "no entry answers the tactic silence",
      fix: 'add an entry with "tactic: silence"',
    });
  });

  it("says which lists are too short", async () => {
    folder.write("finance/en/rubric.yaml", "{}\n");
    folder.replace("finance/en/personas.yaml", /- id: persona-5[\s\S]*/, "");
    const problems = await folder.problems();
    expect(problems).toMatchObject([
      {
        file: "finance/en/personas.yaml",
        line: 1,
        message: "the file has 5, and must have at least 6",
        fix: "add 1 more",
      },
      { file: scenarios, message: 'the persona "persona-5" does not exist' },
    ]);
  });

  it("says once that a file is in the wrong language", async () => {
    const [english, chinese] = [folder.read(entries), folder.read("finance/zh/entries.yaml")];
    folder.write(entries, chinese);
    folder.write("finance/zh/entries.yaml", english);
    expect(await folder.problems()).toMatchObject([
      {
        file: entries,
        line: 1,
        message: "this file is mostly not in English",
        fix: "write it in English, or move it to the folder zh",
      },
      { file: "finance/zh/entries.yaml", line: 1, fix: expect.stringContaining("folder en") },
    ]);
  });

  it("lets a Chinese line hold names and terms in Latin letters", async () => {
    folder.replace("finance/zh/entries.yaml", /when: .*/, "when: ISO 13485 / CE");
    expect(await folder.problems()).toEqual([]);
  });

  it("says where a fact of a scenario is about nothing there is", async () => {
    const fact =
      "facts:\n    - about: mood\n      asks: day\n      says: Busy as ever.\n      again: Busy.";
    folder.replace(scenarios, "  won:", `  ${fact}\n  won:`);
    expect(await folder.problems()).toEqual([]);
    folder.replace(scenarios, "about: mood", "about: weather");
    const [problem, ...others] = await folder.problems();
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: folder.lineOf(scenarios, "about: weather"), column: 14 });
  });

  it("says which entry nearly repeats another", async () => {
    const text = "Look at the whole cost over five years with us not at the price today";
    for (const ending of ["alone", "only"]) {
      const same = `customer:\n    - ${text}\n  say: [${text} ${ending}, a ${ending}, b c]\n`;
      folder.replace(entries, /customer:\n {4}- (?!Look)[\s\S]*?(?= {2}why)/, same);
    }
    expectOne(await folder.problems(), {
      file: entries,
      line: folder.lineOf(entries, "id: entry-1"),
      message: `the entry "entry-1" says nearly the same as "entry-0" in ${folder.path}/${entries}:1`,
      fix: "take one of the two out",
    });
  });

  it("says which line holds a phrase that its own playbook forbids", async () => {
    folder.replace(
      "finance/en/compliance.yaml",
      /never:\n {4}- .*/,
      "never:\n    - Guaranteed returns!",
    );
    folder.replace(entries, /say:\n {4}- .*/, "say:\n    - These are guaranteed  returns for you.");
    expectOne(await folder.problems(), {
      file: entries,
      line: folder.lineOf(entries, "guaranteed"),
      message: `this line holds "Guaranteed returns!", which ${folder.path}/finance/en/compliance.yaml:1 forbids`,
      fix: "say it another way",
    });
    folder.replace("finance/en/compliance.yaml", "Guaranteed returns!", "Anteed return");
    expect(await folder.problems()).toEqual([]);
  });

  it("finds a forbidden phrase within Chinese, which has no spaces", async () => {
    folder.replace("finance/zh/compliance.yaml", /never:\n {4}- .*/, "never:\n    - 保证收益");
    folder.replace("finance/zh/entries.yaml", /say:\n {4}- .*/, "say:\n    - 我们可以保证 收益的");
    expect(await folder.problems()).toMatchObject([
      { message: expect.stringContaining("保证收益"), fix: expect.stringContaining("another way") },
    ]);
  });
});
