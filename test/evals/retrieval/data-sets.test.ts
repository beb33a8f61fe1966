import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  findIntents,
  findPairs,
  findPassages,
  openDataFolder,
} from "../../../src/evals/retrieval/data-sets.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, content: string | Buffer) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

describe("findPassages", () => {
  const wanted = { passages: ["一段话"], questions: [{ text: "问什么？", passage: 0 }] };

  it("reads the layout of SQuAD, past other JSON", async () => {
    write("a.json", '["card_arrival"]');
    write("b.json", "not json");
    const paragraphs = [{ context: "一段话", qas: [{ question: "问什么？" }] }];
    write("c.json", JSON.stringify({ data: [{ paragraphs }] }));
    expect(await findPassages(await openDataFolder(folder))).toEqual({ file: "c.json", ...wanted });
  });

  it("reads the layout of CMRC", async () => {
    const qas = [{ query_text: "问什么？", query_id: "1" }];
    write("dev.json", JSON.stringify([{ context_text: "一段话", qas }]));
    expect(await findPassages(await openDataFolder(folder))).toMatchObject(wanted);
  });
});

describe("findIntents", () => {
  it("reads a train.csv and a test.csv of one folder", async () => {
    write("other/train.csv", "text,category\nlonely,x\n");
    write("some/train.csv", 'text,category\n"where is it, please",arrival\n');
    write("some/test.csv", "text,category\nis it here yet,arrival\n");
    expect(await findIntents(await openDataFolder(folder))).toEqual({
      file: "some/train.csv",
      train: [{ text: "where is it, please", label: "arrival" }],
      test: [{ text: "is it here yet", label: "arrival" }],
    });
  });

  it("finds none in columns of another kind", async () => {
    write("train.csv", "a,b\n1,2\n");
    write("test.csv", "a,b\n1,2\n");
    expect(await findIntents(await openDataFolder(folder))).toBeUndefined();
  });
});

describe("findPairs", () => {
  it("asks only the test split of a packed file with a header", async () => {
    const lines = [
      "split\tscore\tsentence1\tsentence2",
      "train\t5\tone\ttwo",
      "test\t0.5\tthree\tfour",
    ];
    write("x/pairs.tsv.gz", gzipSync(lines.join("\n")));
    expect(await findPairs(await openDataFolder(folder), "en")).toEqual({
      file: "x/pairs.tsv.gz",
      pairs: [{ a: "three", b: "four", score: 0.5 }],
    });
  });

  it("tells the language by the script, and leaves out lines that are no pair", async () => {
    write("pairs.data", "一个人在唱歌。\t有人在唱歌。\t4\nbroken line\n");
    const opened = await openDataFolder(folder);
    expect(await findPairs(opened, "en")).toBeUndefined();
    const pairs = [{ a: "一个人在唱歌。", b: "有人在唱歌。", score: 4 }];
    expect(await findPairs(opened, "zh")).toEqual({ file: "pairs.data", pairs });
  });
});

describe("openDataFolder", () => {
  it("goes into the folder `retrieval` of a parent", async () => {
    write("retrieval/a.json", "{}");
    write("speech/b.json", "{}");
    expect((await openDataFolder(folder)).files).toEqual(["a.json"]);
  });

  it("refuses what is no folder", async () => {
    await expect(openDataFolder(join(folder, "absent"))).rejects.toMatchObject({
      code: "evals.data",
    });
  });
});
