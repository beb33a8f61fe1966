// The live check of a chat model against an emulated endpoint: what is so, and what to do where it is not.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkModel } from "../../src/commands/live/model.ts";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";

let endpoint: ModelEndpoint;
beforeEach(async () => {
  endpoint = await startModelEndpoint();
});
afterEach(() => endpoint.close());

const check = (timeoutMs = 5_000) =>
  checkModel({
    ...{ baseUrl: endpoint.url, apiKey: "sk-1", model: "m", temperature: undefined, timeoutMs },
  });

describe("a live check of the chat model", () => {
  it("asks one tiny question, and says how fast it was answered", async () => {
    endpoint.does(model.writes('{"ready": true}'));
    expect(await check()).toMatchObject({
      state: "ok",
      why: expect.stringMatching(/^m at 127\.0\.0\.1:\d+ answered as practice needs it, in \d/),
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  it.each([
    ["a wrong key", model.fails(401), "MODEL_API_KEY"],
    ["an address that is none", model.fails(404), "MODEL_BASE_URL"],
    ["a quota used up", model.fails(429), "limits"],
    ["another answer", model.writes("Hello! How can I help?"), "MODEL_NAME"],
    ["a hang-up", model.hangsUp, "network"],
  ])("says what to do about %s", async (_what, behaviour, fix) => {
    endpoint.does(behaviour);
    const line = await check();
    expect(line).toMatchObject({ state: "broken", fix: expect.stringContaining(fix) });
    expect(JSON.stringify(line)).not.toContain("sk-1");
  });

  it("waits no longer than a rep would", async () => {
    endpoint.does(model.stalls);
    expect(await check(100)).toMatchObject({
      state: "broken",
      fix: expect.stringContaining("faster"),
    });
  });
});
