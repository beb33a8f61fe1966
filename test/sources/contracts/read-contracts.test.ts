import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { createContractFiles } from "../../../src/sources/contracts/contract-files.ts";
import { readContracts } from "../../../src/sources/contracts/read-contracts.ts";
import { amountSource } from "../../core/pipeline/contracts/contracts.ts";
import { newFolder } from "../../helpers/records.ts";

/** A folder with these files. */
function folderOf(files: Record<string, unknown>): string {
  const folder = newFolder();
  for (const [name, value] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof value === "string" ? value : stringify(value));
  }
  return folder;
}

const industry = {
  id: "account.industry",
  owner: "contributor",
  type: "text",
  sources: ["contributor", "import"],
};

describe("contract files", () => {
  it("hold one contract or a list, and say the place of what is wrong", async () => {
    const folder = folderOf({
      "a.yaml": [amountSource, { ...industry, sources: ["import"] }],
      "b.yaml": "id: deal.stage\nowner: boss\ntype: choice\nsources: [rep]\nfresh: 0d\n",
    });
    const { contracts, problems } = await readContracts(folder);
    expect(contracts.map(({ contract }) => contract.id)).toEqual([
      "deal.amount",
      "account.industry",
    ]);
    expect(
      problems.map(({ file, line, message, fix }) => [file.slice(-6), line, message, fix]),
    ).toEqual([
      [
        ...["a.yaml", expect.any(Number)],
        "the owner, contributor, is no source of its own field (contract account.industry)",
        "add contributor to sources",
      ],
      ["b.yaml", 2, expect.stringContaining("boss"), "use one of rep, manager, contributor"],
      ["b.yaml", 5, expect.stringContaining("no time anything stays fresh"), expect.any(String)],
    ]);
  });

  it("that repeat a field, are empty or are no YAML are told", async () => {
    const twice = await readContracts(
      folderOf({
        "a.yaml": [
          amountSource,
          { ...industry, id: "account.segment" },
          structuredClone(amountSource),
        ],
      }),
    );
    expect(twice.problems).toMatchObject([
      { message: expect.stringContaining("also has a contract") },
    ]);
    const none = await readContracts(folderOf({ "a.yaml": "" }));
    expect(none.problems).toMatchObject([{ message: "no contract is written here" }]);
    const broken = await readContracts(folderOf({ "a.yaml": "id: [" }));
    expect(broken.problems).toHaveLength(1);
    expect((await readContracts("/nowhere/at/all")).problems).toHaveLength(1);
  });

  it("read as the documentation writes them", async () => {
    const docs = readFileSync(new URL("../../../docs/contracts.md", import.meta.url), "utf8");
    const [own = "", stages = ""] = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)].map(
      ([, yaml]) => yaml,
    );
    const deal = `id: deal.amount\nowner: rep\ntype: money\nsources: [rep]\n${stages}`;
    const read = await readContracts(folderOf({ "a.yaml": own, "b.yaml": deal }));
    expect(read.problems).toEqual([]);
    expect(read.contracts).toHaveLength(2);
  });

  it("of a company count beside the shipped ones, are read anew, and may not take their names", async () => {
    let now = 0;
    const own = join(newFolder(), "contracts");
    const files = createContractFiles({ own, clock: () => now });
    expect((await files.all()).contracts).toHaveLength(12);
    mkdirSync(own);
    writeFileSync(join(own, "mine.yaml"), stringify(industry));
    writeFileSync(join(own, "clash.yaml"), stringify(amountSource));
    writeFileSync(
      join(own, "broken.yaml"),
      stringify([{ ...industry, id: "account.segment", x: 1 }]),
    );
    expect((await files.all()).contracts).toHaveLength(12);
    now += 3_000;
    const { contracts, problems } = await files.all();
    expect(contracts).toHaveLength(13);
    expect(contracts.at(-1)).toMatchObject({ origin: "own", contract: { id: "account.industry" } });
    expect(problems.map(({ message }) => message).sort()).toEqual([
      '"deal.amount" has a contract that ships',
      '"x" of "account.segment" is not known here',
    ]);
    expect(await files.latest()).toHaveLength(13);
  });
});
