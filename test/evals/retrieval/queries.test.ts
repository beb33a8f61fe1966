import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tactics } from "../../../src/core/training/playbook.ts";
import { judge } from "../../../src/evals/retrieval/judge.ts";
import {
  type Query,
  readQueries,
  readShippedQueries,
} from "../../../src/evals/retrieval/queries.ts";
import { readPlaybooks } from "../../../src/sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../../src/sources/playbooks/shipped.ts";

const folder = mkdtempSync(join(tmpdir(), "queries-"));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function write(text: string, ending = "yaml"): string {
  const file = join(folder, `${written++}.${ending}`);
  writeFileSync(file, text);
  return file;
}

const good = { id: "q1", tactic: "silence", query: "cfo went quiet after pricing" };
const toJsonl = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

/** Queries were written before anyone saw the entries: a changed query is no longer blind. */
const frozen = {
  en: "ddb650445315ef9913adf076d19b1b28f3915e8e84e3a8affbef047681842aae",
  zh: "622d56f3eae6fd3ba900e3c1c94a3c7318a4cf464db346f62687999dcdc79683",
};

describe.each(["en", "zh"] as const)("the shipped queries in %s", (language) => {
  let queries: Query[];
  beforeAll(async () => {
    queries = await readShippedQueries(language);
  });

  it("are as they were written, before anyone saw the entries", () => {
    const lines = queries.map(({ id, vertical = "", tactic, query }) =>
      [id, vertical, tactic, query].join("\t"),
    );
    const hash = createHash("sha256").update(`${lines.join("\n")}\n`);
    expect(hash.digest("hex")).toBe(frozen[language]);
  });

  it("are at least 130, over every tactic, every vertical, and none", () => {
    expect(queries.length).toBeGreaterThanOrEqual(130);
    expect(new Set(queries.map(({ tactic }) => tactic))).toEqual(new Set(tactics));
    const verticals = new Set(queries.map(({ vertical }) => vertical));
    expect(verticals).toEqual(new Set(["finance", "manufacturing", "medical", undefined]));
  });

  it("are in that language", () => {
    expect(queries.filter((query) => query.language !== language)).toEqual([]);
  });

  it("are labelled with entries the library has, in the query's vertical where it has one", async () => {
    const { library } = await readPlaybooks(shippedPlaybooks);
    for (const query of queries) {
      expect([...judge(library, query).grades.keys()]).toHaveLength(
        Object.keys(query.relevant ?? {}).length,
      );
      const others = Object.keys(query.relevant ?? {}).filter(
        (name) => query.vertical && !name.startsWith(`${query.vertical}/`),
      );
      expect(others).toEqual([]);
    }
  });
});

describe("readQueries", () => {
  it("reads the same queries from YAML and from JSONL", async () => {
    const rows = [
      { ...good, vertical: "finance", relevant: { "silence-after-number": 2 } },
      { id: "q2", tactic: "price_anchoring", query: "太贵了 咋回", vertical: null },
    ];
    const fromLines = await readQueries(write(toJsonl(...rows), "jsonl"));
    expect(fromLines).toEqual(await readQueries(write(JSON.stringify(rows))));
    expect(fromLines.map(({ language }) => language)).toEqual(["en", "zh"]);
    expect(fromLines[1]).not.toHaveProperty("vertical");
  });

  it.each([
    ["a file that is not there", () => join(folder, "absent.yaml"), "cannot be read (ENOENT)"],
    ["broken YAML", () => write('- { id: "a'), "it is not YAML"],
    ["a file that is no list", () => write("id: a"), "not a list"],
    ["an empty list", () => write("[]"), "holds no query"],
    ["a line that is not JSON", () => write(`${toJsonl(good)}\nnope`, "jsonl"), "line 2 is not"],
    [
      "a tactic nobody knows",
      () => write(toJsonl({ ...good, tactic: "charm" }), "jsonl"),
      "tactic",
    ],
    ["a grade of 3", () => write(toJsonl({ ...good, relevant: { a: 3 } }), "jsonl"), "relevant.a"],
    ["a misspelt field", () => write(toJsonl({ ...good, relevent: {} }), "jsonl"), "relevent"],
    [
      "an id used twice",
      () => write(toJsonl(good, { ...good, query: "who signs here" }), "jsonl"),
      'two queries have the id "q1"',
    ],
    [
      "two lines that say nearly the same",
      () =>
        write(
          toJsonl(good, { ...good, id: "q2", query: "CFO went quiet after the pricing" }),
          "jsonl",
        ),
      '"q2" says nearly the same as "q1"',
    ],
  ])("refuses %s", async (_, file, reason) => {
    const path = file();
    await expect(readQueries(path)).rejects.toMatchObject({
      code: "evals.queries",
      message: expect.stringContaining(reason),
    });
    await expect(readQueries(path)).rejects.toThrow("one {id, vertical?, tactic, query");
  });

  it("refuses 5001 queries and 2 MB", async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => ({ ...good, id: `q${index}` }));
    await expect(readQueries(write(toJsonl(...rows), "jsonl"))).rejects.toThrow("more than 5000");
    await expect(readQueries(write(" ".repeat(2 * 1024 * 1024 + 1)))).rejects.toThrow("2 MB");
  });
});

describe("judge", () => {
  const entry = (id: string, tactic: string) => ({ id, tactic });
  const library = {
    playbooks: [
      {
        vertical: "finance",
        language: "en",
        entries: [entry("quiet", "silence"), entry("price", "price_anchoring")],
      },
      { vertical: "medical", language: "en", entries: [entry("quiet", "silence")] },
    ],
  } as unknown as Parameters<typeof judge>[0];
  const query = { ...good, tactic: "silence", language: "en" } as const;
  const gradesOf = (more: object) => [...judge(library, { ...query, ...more }).grades];

  it("finds an entry by its vertical and id, and by id alone where only one vertical has it", () => {
    expect(gradesOf({ relevant: { "medical/quiet": 2, price: 1 } })).toEqual([
      ["en/medical/quiet", 2],
      ["en/finance/price", 1],
    ]);
  });

  it("refuses an entry the library has not, or has twice", () => {
    expect(() => gradesOf({ relevant: { absent: 2 } })).toThrow(
      'no entry of the library is "absent"',
    );
    expect(() => gradesOf({ relevant: { quiet: 2 } })).toThrow(
      'no entry of the library is "quiet"',
    );
  });

  it("refuses a vertical the library has not", () => {
    expect(() => gradesOf({ vertical: "space" })).toThrow("has finance, medical in en");
  });

  it("takes every entry of the tactic where nobody has judged", () => {
    expect(gradesOf({})).toEqual([
      ["en/finance/quiet", 1],
      ["en/medical/quiet", 1],
    ]);
    expect(gradesOf({ vertical: "medical" })).toEqual([["en/medical/quiet", 1]]);
    expect(gradesOf({ relevant: {} })).toEqual([]);
  });
});
