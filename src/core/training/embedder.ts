// Turning text into vectors: the port between the script index and an endpoint that knows what words mean.

export interface Embedder {
  /** Endpoint and model: vectors of different ids never meet. */
  id: string;
  /**
   * One vector of length 1 per text, all with the same number of dimensions. Throws RetryLater or Refused, and then
   * gives none.
   */
  embed(texts: readonly string[], options: { signal: AbortSignal }): Promise<Float32Array[]>;
}
