import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addRetrievalEval } from "../../../src/evals/retrieval/command.ts";
import { createTestTerminal, typeIn } from "../../helpers/terminal.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "eval-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs `ringside eval retrieval …` in this process. */
async function run(...args: string[]) {
  const { terminal, lines, objects } = createTestTerminal({ DATA_DIR: folder });
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  addRetrievalEval(program, terminal);
  await typeIn(program, ["retrieval", ...args]);
  return { lines, objects };
}

function writeQueries(...rows: object[]): string {
  const file = join(folder, "queries.jsonl");
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  return file;
}

const figure = { value: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };

describe("eval retrieval", () => {
  const quiet = { id: "a", vertical: "finance", tactic: "silence", query: "went quiet on price" };
  const excel = { id: "b", vertical: "finance", tactic: "status_quo", query: "they love excel" };
  const nobody = { id: "c", tactic: "committee", query: "six of them, who first" };

  it("says so when nothing in the library answers any query", async () => {
    const file = writeQueries({ ...excel, relevant: {} });
    await expect(run("--queries", file, "--only", "shipped", "--json")).rejects.toThrow(
      /None of the 1 queries has an entry that answers it/,
    );
  });

  it("prints one object: figures, the difference, what is weak, what has no answer, what is missing", async () => {
    const file = writeQueries(
      { ...quiet, relevant: { "finance/silence-after-number": 2 } },
      { ...excel, relevant: {} },
      nobody,
    );
    const data = join(folder, "absent");
    const { objects } = await run("--data", data, "--queries", file, "--json");
    const figures = { r1: figure, r3: figure, r10: figure, mrr10: figure, ndcg10: figure };
    const difference = { of: "hybrid - bm25", ...figures };
    const compared = { bm25: figures, vectors: figures, hybrid: figures, difference };
    expect(objects).toMatchObject([
      {
        name: "retrieval",
        shipped: {
          en: {
            queries: 3,
            coverage: { any: { value: 0.6667 }, exact: { value: 0.3333 } },
            unanswered: [{ id: "b", query: "they love excel" }],
            ...compared,
            everyVertical: compared,
            weak: { tactics: expect.any(Array), verticals: expect.any(Array) },
          },
        },
      },
    ]);
    for (const absent of ["shipped.zh", "blind", "cmrc", "banking77", "stsb"]) {
      expect(objects[0]).not.toHaveProperty(absent);
    }
    const notes = (objects[0] as { notes: string[] }).notes.join("\n");
    expect(notes).toContain("1 of 3 queries have no labels");
    expect(notes).toContain("The public sets are left out");
    // Fits on the whole library three times.
  });

  it("evaluates one public set and says which half of it is missing", async () => {
    const data = join(folder, "data");
    mkdirSync(data);
    const pairs = ["一个人在唱歌。\t有人在唱歌。\t5", "小狗在跑。\t他在切菜。\t0"];
    writeFileSync(join(data, "pairs.data"), pairs.join("\n"));
    const { objects } = await run("--data", data, "--only", "stsb", "--json");
    expect(objects).toMatchObject([
      { stsb: { zh: { pairs: 2, bm25: figure, vectors: figure, difference: figure } } },
    ]);
    expect((objects[0] as { notes: string[] }).notes).toContain(
      `stsb: no en pairs (.tsv, .tsv.gz, .data) in ${data}.`,
    );
  });

  it.each(["cmrc", "banking77"])("says that %s is not in the folder", async (part) => {
    const { lines } = await run("--data", folder, "--only", part);
    expect(lines.join("\n")).toContain(`${part}: no `);
  });

  it("finds passages and tells intents, each question and text once", async () => {
    const passages = ["红色的猫在睡觉", "蓝色的船在海上"];
    const data = passages.map((context, index) => ({
      paragraphs: [{ context, qas: [{ question: index === 0 ? "猫在做什么" : "船在哪里" }] }],
    }));
    writeFileSync(join(folder, "set.json"), JSON.stringify({ data }));
    const known = "text,category\nwhere is my card,card\nmy cash is gone,cash\n";
    writeFileSync(join(folder, "train.csv"), known);
    writeFileSync(join(folder, "test.csv"), "text,category\nis the card here,card\n");
    const all = { value: 1, low: 1, high: 1 };
    const { objects: found } = await run("--data", folder, "--only", "cmrc", "--json");
    expect(found).toMatchObject([
      { cmrc: { passages: 2, questions: 2, bm25: { r1: all }, hybrid: { r1: all } } },
    ]);
    const { objects: told } = await run("--data", folder, "--only", "banking77", "--json");
    expect(told).toMatchObject([
      { banking77: { intents: 1, train: 2, test: 1, bm25: { accuracy: all } } },
    ]);
  });

  it("refuses a part it does not have, and a folder that is not there when its part is asked for", async () => {
    await expect(run("--only", "glue")).rejects.toMatchObject({
      code: "commander.invalidArgument",
    });
    await expect(run("--only", "cmrc", "--data", join(folder, "no"))).rejects.toMatchObject({
      code: "evals.data",
    });
  });
});
