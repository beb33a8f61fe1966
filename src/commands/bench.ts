// Benchmarks from the command line: each compares in the same run, and prints one JSON object.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";

type Bench = (note: (line: string) => void) => Promise<object>;

/** Loaded only when run: a benchmark brings its peers with it. */
const benches: Record<string, { about: string; load(): Promise<Bench> }> = {
  ingest: {
    about: "touches over HTTP, acknowledged on disk, against express and one insert per request",
    load: async () => (await import("../../bench/ingest.ts")).benchIngest,
  },
  visitor: {
    about: "one visitor with a million touches, against a crowd that made as many",
    load: async () => (await import("../../bench/visitor.ts")).benchVisitor,
  },
  retrieval: {
    about: "the nearest of 100,000 talk tracks, against hnswlib with a filter and brute force",
    load: async () => (await import("../../bench/retrieval.ts")).benchRetrieval,
  },
  chat: {
    about: "500 people press and type at once, through both platforms' SDKs",
    load: async () => (await import("../../bench/chat.ts")).benchChat,
  },
  "stage-card": {
    about: "from a call's end at the telephony to the rep's card, through both platforms' SDKs",
    load: async () => (await import("../../bench/stage-card.ts")).benchStageCard,
  },
  api: {
    about: "10,000 leads by API, and what people who chat meanwhile notice, against chat alone",
    load: async () => (await import("../../bench/api.ts")).benchApi,
  },
  fit: {
    about: "10,000 leads x 200 reps x 12 factors, against objects, and divided under capacities",
    load: async () => (await import("../../bench/fit.ts")).benchFit,
  },
  quarter: {
    about:
      "ninety simulated days of a team: messages, taps, fairness; fails above the attention budget",
    load: async () => (await import("../../bench/quarter.ts")).benchQuarter,
  },
  chains: {
    about: "touches a second at 10, 100 and 1,000 rules, beside rule engines and SQLite",
    load: async () => (await import("../../bench/chains.ts")).benchChains,
  },
};

export function addBench(program: Command, terminal: Terminal): void {
  const bench = program.command("bench").description("measure a part against its peers, here");
  for (const [name, { about, load }] of Object.entries(benches)) {
    bench
      .command(name)
      .description(about)
      .option("--json", "print one JSON object")
      .action(async ({ json }: { json?: boolean }) => {
        const run = await load();
        const result = await run(terminal.note);
        if (json) terminal.json(result);
        else terminal.print(JSON.stringify(result, undefined, 2));
        if (hasFailed(result)) process.exitCode = 1;
      });
  }
}

/** A benchmark that promises something says in `failures` where the promise was broken. */
function hasFailed(result: object): boolean {
  return "failures" in result && Array.isArray(result.failures) && result.failures.length > 0;
}
