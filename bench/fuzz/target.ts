// What is fuzzed: a parser or an endpoint, with examples of what it takes.

/** `run` refuses what it does not take by an error of ours; any other error, or an answer of 500, is a crash. */
export type Target = {
  name: string;
  examples: readonly string[];
  run(input: string): unknown;
};

/** Targets that need something opened. */
export type OpenTargets = { targets: Target[]; close(): Promise<void> };

/** JSON, or the text itself where it is none. */
export function readLoosely(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
