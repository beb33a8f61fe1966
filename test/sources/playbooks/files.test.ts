import { beforeEach, describe, expect, it } from "vitest";
import { about, expectOne, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
const scenarios = "finance/en/scenarios.yaml";
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

describe("a file that is no playbook file", () => {
  it("is said to be missing, and what refers into it is not judged", async () => {
    folder.remove("finance/en/personas.yaml");
    expectOne(await folder.problems(), {
      file: "finance/en/personas.yaml",
      line: 1,
      message: "this file is missing",
      fix: "add it",
    });
  });

  it("is said to be unknown", async () => {
    folder.remove("finance/en/rubric.yaml");
    folder.write("finance/en/rubric.yml", "");
    folder.write("finance/en/entry.txt", "");
    folder.write("finance/notes.txt", "");
    folder.write("finance/fr/entries.yaml", "");
    folder.write("Big Deals/en/x", "");
    const problems = await folder.problems();
    expect(problems).toEqual(
      expect.arrayContaining([
        about("finance/en/rubric.yml", "nobody reads this file", "call it rubric.yaml"),
        about(
          "finance/en/entry.txt",
          "nobody reads this file",
          expect.stringContaining("take it out"),
        ),
        about(
          "finance/notes.txt",
          "nobody reads this file",
          expect.stringContaining("take it out"),
        ),
        about("finance/fr", '"fr" is no language Ringside speaks', "call the folder en or zh"),
        about("Big Deals", '"Big Deals" is no name of a vertical', expect.any(String)),
      ]),
    );
  });

  const broken = [
    {
      title: "a quote left open",
      text: '- id: "a\n',
      line: 2,
      message: "Missing closing",
      fix: "close",
    },
    {
      title: "a tab",
      text: "- id: a\n\ttactic: silence\n",
      line: 2,
      message: "begins with a tab",
      fix: "spaces",
    },
    { title: "a key twice", text: "- id: a\n  id: b\n", line: 2, message: '"id"', fix: "keep one" },
    { title: "an unknown tag", text: "- id: !a b\n", line: 1, message: "!a", fix: "quotes" },
    {
      title: "a second document",
      text: "- a\n---\n- b\n",
      line: 2,
      message: "multiple",
      fix: "---",
    },
    {
      title: "a cycle",
      text: "- &a\n  id: a\n  say: [*a]\n",
      line: 3,
      message: "*a",
      fix: "write",
    },
    { title: "nothing", text: "", line: 1, message: "the file is empty", fix: "write a list" },
    { title: "a word", text: "hello\n", line: 1, message: "must be a list", fix: "hyphen" },
    {
      title: "another encoding",
      text: Buffer.from([0xc3, 0x28]),
      line: 1,
      message: "UTF-8",
      fix: "UTF-8",
    },
    {
      title: "endless nesting",
      text: "[".repeat(20_000),
      line: 1,
      message: "deeply",
      fix: "plain",
    },
    {
      title: "10 MB",
      text: "- a\n".repeat(2.5 * 1024 * 1024),
      line: 1,
      message: "10.0 MB",
      fix: "split",
    },
  ];
  for (const { title, text, line, message, fix } of broken) {
    it(`is refused with ${title} in it, at its line`, async () => {
      folder.write(scenarios, text);
      expectOne(await folder.problems(), { file: scenarios, line, message, fix });
    });
  }

  it("is told of a hundred times at most", async () => {
    folder.write(entries, "- 1\n".repeat(5_000));
    const problems = await folder.problems();
    expect(problems).toHaveLength(101);
    expect(problems).toContainEqual(
      about(entries, "this file has 4900 more problems", "correct the others first"),
    );
  });

  it("is said to be missing where a folder has its name", async () => {
    folder.remove(scenarios);
    folder.write(`${scenarios}/x`, "");
    const problems = await folder.problems();
    expect(problems).toContainEqual(about(scenarios, "this file is missing", "add it"));
  });
});
