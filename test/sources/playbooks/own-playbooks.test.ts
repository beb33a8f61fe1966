import { beforeEach, describe, expect, it } from "vitest";
import { findPlaybook, joinLibraries, type Library } from "../../../src/core/training/library.ts";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import {
  emptyPlaybookFolder,
  expectOne,
  newPlaybookFolder,
  type PlaybookFolder,
} from "./playbook-folder.ts";

const entries = "finance/en/entries.yaml";
let folder: PlaybookFolder;
beforeEach(() => {
  folder = newPlaybookFolder();
});

describe("a company's own playbooks", () => {
  let shipped: Library;
  let own: PlaybookFolder;
  const one = `- id: our-own
  tactic: silence
  scenarios: [scenario-2]
  when: they go quiet
  customer: [We will be in touch]
  say: [When do you decide?, Who else reads it?, What would stop you?]
  why: a date ends the waiting
`;
  beforeEach(async () => {
    shipped = (await readPlaybooks(folder.path)).library;
    own = emptyPlaybookFolder();
  });
  const readOwn = () => readPlaybooks(own.path, { onTopOf: shipped });

  it("may add a single entry that names a shipped scenario", async () => {
    own.write(entries, one);
    const { library, problems } = await readOwn();
    expect(problems).toEqual([]);
    const joined = joinLibraries(shipped, library);
    const playbook = findPlaybook(joined, { vertical: "finance", language: "en" });
    expect(playbook?.entries).toHaveLength(61);
    expect(playbook?.entries.at(-1)?.at.file).toBe(`${own.path}/${entries}`);
    expect(joined.playbooks).toHaveLength(2);
  });

  it("may be none", async () => {
    expect(await readOwn()).toEqual({ library: { playbooks: [] }, problems: [] });
  });

  it("must not repeat a shipped id", async () => {
    own.write(entries, one.replace("our-own", "entry-4"));
    expectOne((await readOwn()).problems, {
      file: `${own.path}/${entries}`,
      line: 1,
      message: `the id "entry-4" is a shipped one, in ${folder.path}/${entries}:`,
      fix: "give one of the two another id",
    });
  });

  it("must not say what a shipped entry says", async () => {
    const told = shipped.playbooks[0]?.entries[4];
    const customer = `customer: [${told?.customer[0]}]`;
    const again = one.replace(/customer: .*/, customer).replace(/say: .*/, `say: [${told?.say}]`);
    own.write(entries, again);
    expectOne((await readOwn()).problems, {
      file: `${own.path}/${entries}`,
      line: 1,
      message: `the entry "our-own" says nearly the same as "entry-4" in ${folder.path}/${entries}:`,
      fix: "let it say something else",
    });
  });

  it("must not hold what the shipped compliance forbids", async () => {
    const [rule] = shipped.playbooks[0]?.compliance ?? [];
    own.write(entries, one.replace("Who else reads it?", `Well ${rule?.never[0]} now`));
    expect((await readOwn()).problems).toMatchObject([{ line: 6, column: 30 }]);
  });

  it("must be whole, though short, in a vertical of their own", async () => {
    own.write("insurance/en/entries.yaml", one.replace("scenario-2", ""));
    const { problems } = await readOwn();
    expect(problems.map(({ message }) => message)).toEqual(Array(4).fill("this file is missing"));
  });
});
