// What `doctor` says of playbooks, their index and the embedding endpoint.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTraining } from "../../src/commands/doctor/check-training.ts";
import { readConfig } from "../../src/config.ts";
import { newFolder } from "../helpers/records.ts";

const check = async (dataDir: string, env: Record<string, string> = {}) => {
  const parts = await checkTraining(readConfig({ DATA_DIR: dataDir, ...env }));
  return Object.fromEntries(parts.map(({ part, ...state }) => [part, state]));
};

describe("the doctor", () => {
  it("counts the talk tracks, and says that the index is built at the start", async () => {
    expect(await check(newFolder())).toMatchObject({
      playbooks: {
        state: "ok",
        why: expect.stringMatching(/^\d{3} talk tracks, 0 of them your own$/),
      },
      "script index": { state: "ok", why: expect.stringContaining("built at the first start") },
      embedding: { state: "off", why: expect.stringContaining("EMBEDDING_BASE_URL") },
    });
  });

  it("says file, line and fix of a company's broken file", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "playbooks/finance/en"), { recursive: true });
    writeFileSync(join(dataDir, "playbooks/finance/en/entries.yaml"), "- id: Shouting\n");
    const { playbooks } = await check(dataDir);
    expect(playbooks).toMatchObject({
      state: "broken",
      why: expect.stringContaining("finance/en/entries.yaml:1 "),
      fix: expect.stringContaining("playbook check"),
    });
  });

  it("says that an index is built again when it is not as it was written", async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, "index"));
    writeFileSync(join(dataDir, "index/scripts.index"), "RINGSIDE-SCRIPTS and more");
    const found = await check(dataDir);
    expect(found["script index"]).toMatchObject({
      state: "ok",
      why: expect.stringContaining("built again"),
    });
  });

  it("says who plays the customer, and names no key", async () => {
    const off = (await check(newFolder()))["chat model"];
    expect(off).toMatchObject({ state: "off", why: expect.stringContaining("embedded customer") });
    const env = { MODEL_BASE_URL: "https://models.example.com/v1", MODEL_API_KEY: "sk-1" };
    const on = (await check(newFolder(), env))["chat model"];
    expect(on?.why).toContain("gpt-4o-mini at models.example.com");
    expect(JSON.stringify(on)).not.toContain("sk-1");
  });

  it("names the endpoint's host and model, and no key", async () => {
    const env = {
      EMBEDDING_BASE_URL: "https://api.example.com/v1",
      EMBEDDING_API_KEY: "k-very-secret",
    };
    const { embedding } = await check(newFolder(), env);
    expect(embedding).toMatchObject({
      state: "ok",
      why: expect.stringContaining("api.example.com"),
    });
    expect(JSON.stringify(embedding)).not.toContain("secret");
  });
});
