import { describe, expect, it } from "vitest";
import { leaveOutLater } from "../../../src/evals/retrieval/blind.ts";
import { readShippedQueries } from "../../../src/evals/retrieval/queries.ts";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../../src/sources/playbooks/shipped.ts";

describe("leaveOutLater", () => {
  it("takes out entries written after the labels, the labels that name them, and nothing else", async () => {
    const { library } = await readPlaybooks(shippedPlaybooks);
    const queries = await readShippedQueries("zh");
    const blind = await leaveOutLater({ library, queries });
    const idsOf = ({ playbooks }: typeof library) =>
      playbooks.flatMap(({ language, vertical, entries }) =>
        entries.map(({ id }) => `${language}/${vertical}/${id}`),
      );
    const kept = new Set(idsOf(blind.library));
    const out = new Set(idsOf(library).filter((id) => !kept.has(id)));
    expect(out).toContain("zh/medical/quote-not-selected");
    for (const [index, { relevant = {} }] of queries.entries()) {
      const left = Object.keys(blind.queries[index]?.relevant ?? {});
      expect(left).toEqual(Object.keys(relevant).filter((name) => !out.has(`zh/${name}`)));
    }
  });
});
