// What is fuzzed: a parser or an endpoint, with examples of what it takes.

/** `run` refuses what it does not take by an error of ours; any other error, or an answer of 500, is a crash. */
export type Target = {
  name: string;
  examples: readonly string[];
  run(input: string): unknown;
};
