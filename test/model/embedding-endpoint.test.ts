import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createEmbeddingEndpoint } from "../../src/model/embedding-endpoint.ts";
import {
  type EmbeddingEndpoint,
  embeds,
  failsWith,
  sendJson,
  startEmbeddingEndpoint,
} from "../helpers/embedding-endpoint.ts";

let endpoint: EmbeddingEndpoint;
beforeEach(async () => {
  endpoint = await startEmbeddingEndpoint();
});
afterEach(() => endpoint.close());

const { signal } = new AbortController();
const embed = (
  texts: string[],
  options: { batchSize?: number; maxRetries?: number; timeoutMs?: number } = {},
) =>
  createEmbeddingEndpoint({ baseUrl: endpoint.url, model: "m", maxRetries: 0, ...options }).embed(
    texts,
    { signal },
  );

describe("an embedding endpoint", () => {
  it("gives one vector of length 1 per text, in order, in batches", async () => {
    const vectors = await embed(["a", "bb", "ccc"], { batchSize: 2 });
    expect(vectors).toHaveLength(3);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(endpoint.requests.map(({ input }) => input)).toEqual([["a", "bb"], ["ccc"]]);
  });

  it("takes vectors in any order", async () => {
    const [inOrder] = await embed(["a", "bb"]);
    endpoint.answer = (response) =>
      sendJson(response, 200, {
        data: [
          { index: 1, embedding: [0, 1] },
          { index: 0, embedding: [1, 0] },
        ],
      });
    expect(inOrder).toBeDefined();
    expect((await embed(["a", "bb"])).map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it("tries again when it is busy", async () => {
    endpoint.answer = (response, asked) => {
      endpoint.answer = embeds(8);
      failsWith(503)(response, asked);
    };
    expect(await embed(["a"], { maxRetries: 1 })).toHaveLength(1);
  });

  it("gives nothing when a later batch fails", async () => {
    endpoint.answer = (response, asked) => {
      endpoint.answer = failsWith(500);
      embeds(8)(response, asked);
    };
    await expect(embed(["a", "b"], { batchSize: 1 })).rejects.toMatchObject({ name: "RetryLater" });
  });

  it("refuses vectors that change their dimensions midway", async () => {
    endpoint.answer = (response, asked) => {
      endpoint.answer = embeds(9);
      embeds(8)(response, asked);
    };
    await expect(embed(["a", "b"], { batchSize: 1 })).rejects.toMatchObject({
      code: "embedding_dimensions",
      message: expect.stringContaining("EMBEDDING_MODEL"),
    });
  });

  it("says which variable to look at when it is refused", async () => {
    endpoint.answer = failsWith(401);
    await expect(embed(["a"])).rejects.toMatchObject({
      code: "embedding_refused",
      message: expect.stringContaining("EMBEDDING_API_KEY"),
    });
  });

  const odd = {
    "something else": { hello: 1 },
    "too few vectors": { data: [] },
    "a vector of zeros": { data: [{ index: 0, embedding: [0, 0] }] },
    "an empty vector": { data: [{ index: 0, embedding: [] }] },
  };
  for (const [what, body] of Object.entries(odd)) {
    it(`refuses ${what}`, async () => {
      endpoint.answer = (response) => sendJson(response, 200, body);
      await expect(embed(["a"])).rejects.toMatchObject({ code: "embedding_answer" });
    });
  }

  it("gives up on an answer that does not come", async () => {
    endpoint.answer = () => {};
    await expect(embed(["a"], { timeoutMs: 50 })).rejects.toMatchObject({ name: "RetryLater" });
  });
});
