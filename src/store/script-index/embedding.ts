// An endpoint's vectors, or none: what fails, changes its dimensions or is slow is left out, and never mixed in.
import { RetryLater } from "../../core/errors.ts";
import type { Embedder } from "../../core/training/embedder.ts";
import type { Log } from "../../log.ts";
import type { SearchDocument } from "./search-document.ts";
import type { Vectors } from "./vectors/vector-set.ts";

export type Embedding = {
  id: string;
  /** Every document's vector; undefined when the endpoint failed at any of them. */
  embedAll(documents: readonly SearchDocument[]): Promise<Vectors | undefined>;
  /** A query's vector; undefined when the endpoint is away, late, or gives another number of dimensions. */
  embedQuery(text: string, dimensions: number): Promise<Float32Array | undefined>;
};

type EmbeddingOptions = {
  embedder: Embedder;
  log: Log;
  /** Ends what is under way. */
  signal: AbortSignal;
  /** Somebody waits for a query: the whole answer is to come within a second. */
  queryTimeoutMs?: number;
  /** After a failure the endpoint is left alone for so long, that not every search waits for it. */
  restMs?: number;
};

/** Wraps an endpoint so that its failures are logged and answered with nothing. */
export function createEmbedding(options: EmbeddingOptions): Embedding {
  const { embedder, log, signal, queryTimeoutMs = 700, restMs = 30_000 } = options;
  let restsUntil = 0;
  const rest = (error: unknown) => {
    restsUntil = performance.now() + restMs;
    log.warn({ err: error, restMs }, "the embedding endpoint failed; local vectors answer");
  };
  return {
    id: embedder.id,
    async embedAll(documents) {
      try {
        const vectors = await embedder.embed(documents.map(plainText), { signal });
        return joinVectors(vectors);
      } catch (error) {
        log.warn(
          { err: error },
          "the embedding endpoint failed; the index is built with local vectors",
        );
        return undefined;
      }
    },
    async embedQuery(text, dimensions) {
      if (performance.now() < restsUntil) return undefined;
      try {
        const limited = AbortSignal.any([signal, AbortSignal.timeout(queryTimeoutMs)]);
        const [vector] = await embedder.embed([text], { signal: limited });
        if (vector?.length === dimensions) return vector;
        throw new RetryLater(
          `the endpoint gave ${vector?.length ?? 0} dimensions, the index has ${dimensions}`,
          { afterMs: restMs },
        );
      } catch (error) {
        rest(error);
        return undefined;
      }
    },
  };
}

const plainText = ({ text }: SearchDocument) =>
  typeof text === "string" ? text : text.map((part) => part.text).join("\n");

function joinVectors(vectors: Float32Array[]): Vectors {
  const dimensions = vectors[0]?.length ?? 0;
  const data = new Float32Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) data.set(vector, row * dimensions);
  return { data, dimensions };
}
