import { beforeEach, describe, expect, it } from "vitest";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { about, expectOne, newPlaybookFolder, type PlaybookFolder } from "./playbook-folder.ts";

const file = "finance/en/facts/scenario-0.yaml";
const fact = `- about: decides
  questions:
    - Who decides?
    - Is it your call?
  says: I do, after Noreen.
  again: Me.
`;
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

const factsOf = async (id: string) => {
  const { library } = await readPlaybooks(folder.path);
  const playbook = library.playbooks.find(({ language }) => language === "en");
  return playbook?.scenarios.find((each) => each.id === id)?.facts?.map(({ says }) => says);
};

describe("the facts beside a playbook", () => {
  it("are those of the scenario they are called by, behind its own", async () => {
    folder.write(file, fact);
    expect(await folder.problems()).toEqual([]);
    expect(await factsOf("scenario-0")).toEqual(["I do, after Noreen."]);
    expect(await factsOf("scenario-1")).toBeUndefined();
  });

  it("belong to a scenario there is", async () => {
    folder.write("finance/en/facts/scenario-x.yaml", fact);
    expectOne(await folder.problems(), {
      file: "finance/en/facts/scenario-x.yaml",
      line: 1,
      message: 'no scenario here has the id "scenario-x"',
      fix: "scenarios.yaml",
    });
  });

  it("say who is told them", async () => {
    folder.write(file, "- about: decides\n  says: I do.\n  again: Me.\n");
    expectOne(await folder.problems(), {
      file,
      line: 1,
      message: "neither asks nor questions",
      fix: "add questions",
    });
  });

  it("are about something there is, and of known keys", async () => {
    folder.write(file, fact.replace("decides", "weather").replace("again:", "twice:"));
    const problems = await folder.problems();
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 "again" is missing',
      '1 "about" is "weather", which is no choice',
      '6 "twice" is not known here',
    ]);
  });

  it("are in the language of their playbook", async () => {
    folder.write(file, fact.replace("I do, after Noreen.", "我定，诺琳先看。"));
    const [problem] = await folder.problems();
    expect(problem).toMatchObject({ file, line: 5, message: "this line is not in English" });
  });

  it("are no list when they are something else, or none at all", async () => {
    folder.write(file, "about: decides\n");
    expect(await folder.problems()).toHaveLength(1);
    folder.write(file, "- about: [\n");
    expect((await folder.problems())[0]).toMatchObject({ file });
    folder.write(file, "");
    expect((await folder.problems())[0]).toMatchObject({ file });
  });

  it("stand in files of YAML", async () => {
    folder.write("finance/en/facts/scenario-0.yml", fact);
    expect(await folder.problems()).toEqual([
      about(
        "finance/en/facts/scenario-0.yml",
        "nobody reads this file",
        expect.stringContaining("call it by the id of a scenario"),
      ),
    ]);
  });
});
