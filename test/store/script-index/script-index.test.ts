// The index as the bot uses it: built in a real thread, kept in real files, asked by a real endpoint.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbeddingEndpoint } from "../../../src/model/embedding-endpoint.ts";
import {
  createScriptIndex,
  type ScriptIndex,
} from "../../../src/store/script-index/script-index.ts";
import {
  type EmbeddingEndpoint,
  embeds,
  failsWith,
  startEmbeddingEndpoint,
} from "../../helpers/embedding-endpoint.ts";
import { newFolder } from "../../helpers/records.ts";
import { rememberingLog, smallLibrary } from "./small-library.ts";

let folder: string;
let log: ReturnType<typeof rememberingLog>;
const opened: ScriptIndex[] = [];
beforeEach(() => {
  folder = newFolder();
  log = rememberingLog();
});
afterEach(() => {
  for (const index of opened.splice(0)) index.close();
});

function open(embedder?: ReturnType<typeof createEmbeddingEndpoint>): ScriptIndex {
  const index = createScriptIndex({ folder, log, ...(embedder ? { embedder } : {}) });
  opened.push(index);
  return index;
}

const ids = async (
  index: ScriptIndex,
  query: string,
  filter: Parameters<ScriptIndex["search"]>[1] = { language: "en" },
) => (await index.search(query, filter, 3)).map(({ entry }) => entry.id);
const built = () => log.lines.filter((line) => line.includes("building")).length;

describe("the script index", () => {
  it("asks to come back while there is none", async () => {
    await expect(open().search("price", { language: "en" }, 3)).rejects.toMatchObject({
      name: "RetryLater",
      afterMs: expect.any(Number),
    });
  });

  it("finds entries with their place, and only in the language asked for", async () => {
    const index = open();
    await index.update(smallLibrary());
    const [first] = await index.search("too expensive", { language: "en" }, 3);
    expect(first).toMatchObject({
      entry: { id: "dear", tactic: "price_anchoring" },
      vertical: "medical",
      language: "en",
      at: { file: "medical/en/entries.yaml", line: 1 },
    });
    expect((await ids(index, "太贵了", { language: "zh" }))[0]).toBe("tai-gui");
    expect(await ids(index, "太贵了", { language: "en" })).toEqual([]);
  });

  it("lets an entry without scenarios belong to any", async () => {
    const index = open();
    await index.update(smallLibrary());
    const query = "expensive quotes budget boss";
    const found = await index.search(query, { language: "en", scenario: "tender" }, 9);
    expect(found.map(({ entry }) => entry.id).sort()).toEqual(["boss", "dear", "freeze", "quotes"]);
    const other = await index.search(query, { language: "en", scenario: "other" }, 9);
    expect(other.map(({ entry }) => entry.id).sort()).toEqual(["dear", "freeze"]);
    expect(await ids(index, query, { language: "en", tactic: "authority" })).toEqual(["boss"]);
    expect(await ids(index, query, { language: "en", vertical: "finance" })).toEqual([]);
  });

  it("is read from disk when it is of this library, and built when it is not", async () => {
    await open().update(smallLibrary());
    expect(built()).toBe(1);
    const again = open();
    await again.update(smallLibrary());
    expect(built()).toBe(1);
    expect((await ids(again, "expensive"))[0]).toBe("dear");
    const late = {
      id: "late",
      tactic: "no_time" as const,
      customer: "Call me after lunch",
      say: "At two?",
    };
    await again.update(smallLibrary([late]));
    expect(built()).toBe(2);
    expect((await ids(again, "lunch"))[0]).toBe("late");
  });

  it("goes on serving the old library while the new one is built", async () => {
    const index = open();
    await index.update(smallLibrary());
    const late = {
      id: "late",
      tactic: "no_time" as const,
      customer: "Call me after lunch",
      say: "At two?",
    };
    const done = index.update(smallLibrary([late]));
    expect((await ids(index, "expensive"))[0]).toBe("dear");
    await done;
    expect((await ids(index, "lunch"))[0]).toBe("late");
  });

  it("answers the same after any bit of its files was flipped", async () => {
    const index = open();
    await index.update(smallLibrary());
    const queries = ["too expensive", "three quotes", "budget frozen"];
    const answers = (from: ScriptIndex) =>
      Promise.all(queries.map((query) => from.search(query, { language: "en" }, 4)));
    const wanted = await answers(index);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat({ max: 7 }), async (which, where, bit) => {
        const names = readdirSync(folder).sort();
        const file = join(folder, names[which % names.length] ?? "");
        const bytes = readFileSync(file);
        const at = where % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        writeFileSync(file, bytes);
        const before = built();
        const next = open();
        await next.update(smallLibrary());
        expect(built()).toBe(before + 1);
        expect(await answers(next)).toEqual(wanted);
      }),
      { numRuns: 6 },
    );
    expect(log.lines).toContainEqual(expect.stringContaining("broken or of another version"));
  });

  it("writes the same files for the same library", async () => {
    const contents = () =>
      readdirSync(folder)
        .sort()
        .map((name) => [name, readFileSync(join(folder, name))]);
    await open().update(smallLibrary());
    const first = contents();
    folder = newFolder();
    await open().update(smallLibrary());
    expect(contents()).toEqual(first);
  });
});

describe("the script index with an endpoint", () => {
  let endpoint: EmbeddingEndpoint;
  beforeEach(async () => {
    endpoint = await startEmbeddingEndpoint();
  });
  afterEach(() => endpoint.close());
  const embedder = () =>
    createEmbeddingEndpoint({ baseUrl: endpoint.url, model: "m", batchSize: 2, maxRetries: 0 });
  const warned = () => log.lines.filter((line) => line.startsWith("warn"));

  it("searches by the endpoint's vectors", async () => {
    const index = open(embedder());
    await index.update(smallLibrary());
    const asked = endpoint.requests.length;
    expect((await ids(index, "too expensive"))[0]).toBe("dear");
    expect(endpoint.requests.slice(asked)).toMatchObject([
      { input: ["too expensive"], model: "m" },
    ]);
    expect(warned()).toEqual([]);
  });

  it("serves local vectors when the endpoint fails midway, and says so", async () => {
    endpoint.answer = (response, asked) => {
      endpoint.answer = failsWith(500);
      embeds(8)(response, asked);
    };
    const index = open(embedder());
    await index.update(smallLibrary());
    expect((await ids(index, "too expensive"))[0]).toBe("dear");
    expect(warned()).toEqual([expect.stringContaining("built with local vectors")]);
  });

  it("keeps its old index on disk in service when the endpoint fails at a start", async () => {
    await open(embedder()).update(smallLibrary());
    endpoint.answer = failsWith(500);
    const again = open(embedder());
    await again.update(smallLibrary());
    expect(built()).toBe(1);
    expect((await ids(again, "too expensive"))[0]).toBe("dear");
  });

  it("answers locally when a query's vector has other dimensions, and leaves the endpoint alone", async () => {
    const index = open(embedder());
    await index.update(smallLibrary());
    const before = endpoint.requests.length;
    endpoint.answer = embeds(9);
    expect((await ids(index, "too expensive"))[0]).toBe("dear");
    expect((await ids(index, "three quotes"))[0]).toBe("quotes");
    expect(endpoint.requests.length - before).toBe(1);
    expect(warned()).toEqual([expect.stringContaining("local vectors answer")]);
  });

  it("answers when the endpoint is silent", async () => {
    const index = open(embedder());
    await index.update(smallLibrary());
    endpoint.answer = () => {};
    expect((await ids(index, "too expensive"))[0]).toBe("dear");
  });

  it("never serves one model's vectors for another", async () => {
    await open(embedder()).update(smallLibrary());
    const other = createEmbeddingEndpoint({ baseUrl: endpoint.url, model: "other", maxRetries: 0 });
    endpoint.answer = embeds(5);
    const index = open(other);
    await index.update(smallLibrary());
    expect(built()).toBe(2);
    expect((await ids(index, "too expensive"))[0]).toBe("dear");
    expect(warned()).toEqual([]);
  });
});
