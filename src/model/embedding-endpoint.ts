// Vectors from any endpoint that speaks OpenAI's embeddings API.
import OpenAI, { APIError } from "openai";
import { z } from "zod";
import { Refused, RetryLater } from "../core/errors.ts";
import type { Embedder } from "../core/training/embedder.ts";

export type EmbeddingOptions = {
  /** Such as https://api.openai.com/v1. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** Texts per request. */
  batchSize?: number;
  /** For one request, its retries left out. */
  timeoutMs?: number;
  maxRetries?: number;
};

/** All or nothing: a batch that fails, or comes in other dimensions than the first, fails the whole call. */
export function createEmbeddingEndpoint(options: EmbeddingOptions): Embedder {
  const { baseUrl, apiKey, model, batchSize = 64, timeoutMs = 20_000, maxRetries = 2 } = options;
  const { host } = new URL(baseUrl);
  // Everything is said here, so that no OPENAI_… variable of the environment has a say; a server without keys
  // ignores the one it gets.
  const client = new OpenAI({
    ...{ baseURL: baseUrl, apiKey: apiKey || "none", maxRetries, timeout: timeoutMs },
    ...{ organization: null, project: null, webhookSecret: null, logLevel: "off" },
  });
  return {
    id: `${baseUrl} ${model}`,
    async embed(texts, { signal }) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < texts.length; at += batchSize) {
        const input = texts.slice(at, at + batchSize);
        const request = client.embeddings.create(
          { model, input, encoding_format: "float" },
          { signal },
        );
        const answer: unknown = await request.catch((error: unknown) => {
          throw toFailure(error, host);
        });
        vectors.push(...readVectors(answer, { host, count: input.length }));
      }
      return checkDimensions(vectors, host);
    },
  };
}

const answer = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })),
});

function readVectors(
  said: unknown,
  { host, count }: { host: string; count: number },
): Float32Array[] {
  const read = answer.safeParse(said);
  if (!read.success) {
    throw new Refused(
      "embedding_answer",
      `${host} answered with something else than vectors. Check EMBEDDING_BASE_URL: it often ends in /v1.`,
    );
  }
  const byIndex = new Map(read.data.data.map(({ index, embedding }) => [index, embedding]));
  return Array.from({ length: count }, (_, index) => {
    const vector = toUnit(byIndex.get(index) ?? [], host);
    return Float32Array.from(vector);
  });
}

/** Compared by their direction alone; one without a direction cannot be. */
function toUnit(vector: number[], host: string): number[] {
  const length = Math.hypot(...vector);
  if (length > 0 && Number.isFinite(length)) return vector.map((value) => value / length);
  throw new Refused("embedding_answer", `${host} left out a vector, or sent an empty one.`);
}

function checkDimensions(vectors: Float32Array[], host: string): Float32Array[] {
  const sizes = [...new Set(vectors.map(({ length }) => length))];
  if (sizes.length <= 1) return vectors;
  throw new Refused(
    "embedding_dimensions",
    `${host} changed its dimensions within one library (${sizes.join(", ")}). Check EMBEDDING_MODEL.`,
  );
}

/** Busy or away is worth another try; what the endpoint refuses it will refuse again. */
function toFailure(error: unknown, host: string): Error {
  if (error instanceof SyntaxError) {
    return new Refused("embedding_answer", `${host} answered with broken JSON.`);
  }
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined || status === 408 || status === 429 || status >= 500) {
    const reason = status ? `status ${status}` : nameOf(error);
    return new RetryLater(`${host} gave no vectors: ${reason}.`, { afterMs: 30_000 });
  }
  const fix = fixes[status] ?? "it does not take these texts, or not this model.";
  return new Refused("embedding_refused", `${host} refused to embed (${status}): ${fix}`);
}

const fixes: Record<number, string> = {
  401: "check EMBEDDING_API_KEY.",
  403: "check EMBEDDING_API_KEY and what it may do.",
  404: "check EMBEDDING_BASE_URL and EMBEDDING_MODEL.",
};

/** Never the endpoint's own words: they may repeat what was sent. */
const nameOf = (error: unknown) => (error instanceof Error ? error.name : "no answer");
