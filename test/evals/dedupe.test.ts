import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { halfOf, readDataSets } from "../../src/evals/dedupe/data-sets.ts";
import { evaluateDedupe } from "../../src/evals/dedupe/evaluate.ts";
import { bestThreshold, scorePairs } from "../../src/evals/dedupe/score.ts";

const shared = "../shared/data/entity_dedupe";
const quiet = () => {};

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-dedupe-"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe("eval dedupe", () => {
  it.skipIf(!existsSync(shared))(
    "finds nearly all doubles of people, and more of products than the baselines (skipped without the shared data)",
    { timeout: 120_000 },
    async () => {
      const report = await evaluateDedupe({ data: shared, records: 1_000, note: quiet });
      const people = report.sets.febrl2;
      expect(people?.f1.value).toBeGreaterThan(0.98);
      expect(people?.heldOut.f1.low).toBeGreaterThan(people?.baselines.exactKey.f1.high ?? 1);
      const products = report.sets["AbtBuy_Abt+AbtBuy_Buy"];
      expect(products?.heldOut.f1.value).toBeGreaterThan(0.85);
      expect(products?.f1.low).toBeGreaterThan(products?.baselines.jaccard.bestPossible.f1 ?? 1);
      expect(products?.pairsCompared).toBeLessThan((products?.allPairs ?? 0) / 50);
      expect(report.scale.precision).toBeGreaterThan(0.9);
    },
  );

  it("tells lists and pairs of lists by their headers, and says which files have no truth", async () => {
    const data = await folderOf({
      "places.csv":
        "name,city,unique_id\nBlue Note,Paris,1\nThe Blue Note,Paris,1\nCafé Sol,Rome,2\n",
      "left.csv": "unique_id,title,price\n1,alpha beta,$3\n2,gamma delta,$4\n",
      "right.csv": "unique_id,title,price\n1,alpha-beta,$3\n3,epsilon,\n",
      "febrl9.csv": "rec_id, given_name\nrec-1-org, ann\nrec-1-dup-0, anne\nrec-2-org, bo\n",
      "plain.csv": "name,city\nx,y\n",
    });
    const notes: string[] = [];
    const sets = await readDataSets(data, (line) => notes.push(line));
    expect(sets.map(({ name, secondFrom }) => [name, secondFrom])).toEqual([
      ["left+right", 2],
      ["febrl9", undefined],
      ["places", undefined],
    ]);
    expect(sets[1]?.entities).toEqual(["rec-1", "rec-1", "rec-2"]);
    expect(notes.join()).toContain("plain.csv");
    for (const set of sets) {
      const halves = [halfOf(set, "first"), halfOf(set, "other")];
      expect(halves.flatMap(({ rows }) => rows)).toHaveLength(set.rows.length);
    }
  });
});

describe("a folder that cannot be scored", () => {
  it("is refused when it is not there or has no CSV", async () => {
    const missing = { code: "missing_data" };
    await expect(readDataSets("/no/such/folder", quiet)).rejects.toMatchObject(missing);
    await expect(readDataSets(await folderOf({ "a.txt": "x" }), quiet)).rejects.toMatchObject(
      missing,
    );
  });
});

describe("a score", () => {
  const set = { name: "s", header: [], rows: [{}, {}, {}, {}], entities: ["a", "a", "a", "b"] };

  it("counts what is found of the true pairs, and what is true of the found ones", () => {
    const found = [
      { left: 0, right: 1 },
      { left: 2, right: 3 },
    ];
    const { precision, recall, f1 } = scorePairs(set, found);
    expect(precision.value).toBe(0.5);
    expect(recall.value).toBeCloseTo(1 / 3, 3);
    expect(f1.value).toBe(0.4);
  });

  it("has a best threshold that takes equal scores together", () => {
    const ranked = [
      { left: 0, right: 1, score: 0.9 },
      { left: 0, right: 2, score: 0.5 },
      { left: 2, right: 3, score: 0.5 },
    ];
    expect(bestThreshold(set, ranked)).toEqual({ threshold: 0.5, f1: 0.6667 });
  });
});
