// Benchmarks from the command line: each compares in the same run, and prints one JSON object.
import { type Command, InvalidArgumentError } from "commander";
import type { Terminal } from "../../cli.ts";

type Bench = (note: (line: string) => void, amounts: Record<string, number>) => Promise<object>;
type Offered = {
  about: string;
  /** Numbers that make it longer or shorter, by name. */
  amounts?: Record<string, string>;
  load(): Promise<Bench>;
};

/** Loaded only when run: a benchmark brings its peers with it. */
const benches: Record<string, Offered> = {
  ingest: {
    about: "touches over HTTP, acknowledged on disk, against express and one insert per request",
    load: async () => (await import("../../../bench/ingest.ts")).benchIngest,
  },
  visitor: {
    about: "one visitor with a million touches, against a crowd that made as many",
    load: async () => {
      const { benchVisitor } = await import("../../../bench/visitor.ts");
      return (note) => benchVisitor(note);
    },
  },
  retrieval: {
    about: "the nearest of 100,000 talk tracks, against hnswlib with a filter and brute force",
    load: async () => (await import("../../../bench/retrieval.ts")).benchRetrieval,
  },
  chat: {
    about: "500 people press and type at once, through both platforms' SDKs",
    load: async () => (await import("../../../bench/chat.ts")).benchChat,
  },
  "stage-card": {
    about: "from a call's end at the telephony to the rep's card, through both platforms' SDKs",
    load: async () => (await import("../../../bench/stage-card.ts")).benchStageCard,
  },
  api: {
    about: "10,000 leads by API, and what people who chat meanwhile notice, against chat alone",
    load: async () => (await import("../../../bench/api.ts")).benchApi,
  },
  fit: {
    about: "10,000 leads x 200 reps x 12 factors, against objects, and divided under capacities",
    load: async () => (await import("../../../bench/fit.ts")).benchFit,
  },
  quarter: {
    about:
      "ninety simulated days of a team: messages, taps, fairness; fails above the attention budget",
    amounts: { days: "days of the quarter, 90 if not given", seed: "another quarter" },
    load: async () => (await import("../../../bench/quarter.ts")).benchQuarter,
  },
  soak: {
    about:
      "200 people on both platforms while the bot is killed again and again; fails if anything is lost, twice or stuck",
    amounts: {
      minutes: "how long, 10 if not given",
      people: "how many, 200 if not given",
      seed: "other people and kills",
    },
    load: async () => (await import("../../../bench/soak.ts")).benchSoak,
  },
  chains: {
    about: "touches a second at 10, 100 and 1,000 rules, beside rule engines and SQLite",
    load: async () => (await import("../../../bench/chains.ts")).benchChains,
  },
};

export function addBench(program: Command, terminal: Terminal): void {
  const bench = program.command("bench").description("measure a part against its peers, here");
  for (const [name, { about, amounts = {}, load }] of Object.entries(benches)) {
    const command = bench.command(name).description(about);
    for (const [amount, meaning] of Object.entries(amounts)) {
      command.option(`--${amount} <number>`, meaning, parseAmount);
    }
    command
      .option("--json", "print one JSON object")
      .action(async ({ json, ...given }: { json?: boolean } & Record<string, number>) => {
        const run = await load();
        const result = await run(terminal.note, given);
        if (json) terminal.json(result);
        else terminal.print(JSON.stringify(result, undefined, 2));
        if (hasFailed(result)) process.exitCode = 1;
      });
  }
}

function parseAmount(text: string): number {
  const amount = Number(text);
  if (amount > 0) return amount;
  throw new InvalidArgumentError("Give a number above 0.");
}

/** A benchmark that promises something says in `failures` where the promise was broken. */
function hasFailed(result: object): boolean {
  return "failures" in result && Array.isArray(result.failures) && result.failures.length > 0;
}
