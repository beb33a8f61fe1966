import { describe, expect, it } from "vitest";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../../src/sources/playbooks/shipped.ts";

describe("the shipped playbooks", () => {
  it("are three verticals in both languages", async () => {
    const { library } = await readPlaybooks(shippedPlaybooks);
    expect(library.playbooks.map(({ vertical, language }) => `${vertical} ${language}`)).toEqual([
      "finance en",
      "finance zh",
      "manufacturing en",
      "manufacturing zh",
      "medical en",
      "medical zh",
    ]);
  });

  it("have no problem", async () => {
    const { problems } = await readPlaybooks(shippedPlaybooks);
    const said = problems.map(({ file, line, message }) => `${file}:${line} ${message}`);
    expect(said).toEqual([]);
  });
});
