// `practice --model` against an emulated endpoint: the model's words in the turns, its opinion beside the score.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addPractice } from "../../src/commands/practice.ts";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { newFolder } from "../helpers/records.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";

let endpoint: ModelEndpoint;
beforeEach(async () => {
  endpoint = await startModelEndpoint();
});
afterEach(() => endpoint.close());

const script = "What happened at the last rollout?\nWe are the leading provider.\n";

/** Runs `ringside practice --model` in this process. */
async function run(env: Record<string, string>) {
  const folder = newFolder();
  const { terminal, ...printed } = createTestTerminal({ DATA_DIR: folder, ...env });
  const program = new Command().exitOverride();
  addPractice(program, terminal);
  const file = join(folder, "script");
  await writeFile(file, script);
  const args = ["--scenario", "pumps-night-shift", "--script", file, "--model", "--json"];
  await typeIn(program, ["practice", ...args]);
  return printed;
}

const connected = () => ({ MODEL_BASE_URL: endpoint.url, MODEL_NAME: "small-model" });

describe("practice --model", () => {
  it("says of every turn who worded it, and gives the model's opinion apart from the score", async () => {
    endpoint.does(
      model.plays({ says: "Nobody told my nurses. I told them myself, at two in the morning." }),
      model.fails(429),
      model.writes('{"checks": []}'),
    );
    const { objects, notes } = await run(connected());
    expect(objects).toMatchObject([
      {
        model: {
          host: new URL(endpoint.url).host,
          model: "small-model",
          judgement: { opinions: [] },
        },
        turns: [
          { who: "customer" },
          { who: "rep" },
          { maker: "model", text: expect.stringContaining("at two in the morning") },
          { who: "rep" },
          { maker: "embedded", fallback: "busy" },
        ],
        score: { score: expect.any(Number) },
      },
    ]);
    expect(notes).toEqual(["The embedded customer took a turn: busy."]);
  });

  it("is refused where no model is connected, with what to do", async () => {
    await expect(run({})).rejects.toMatchObject({
      code: "practice.model",
      message: expect.stringContaining("MODEL_BASE_URL"),
    });
  });
});
