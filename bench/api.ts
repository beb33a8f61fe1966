// `bench api`: ten thousand leads by API, and whether the people who chat meanwhile notice.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type ChatWaits, summarise, writeOnABeat } from "./chat-beat.ts";

const leads = 10_000;
const batchSize = 50;
/** As long as chat is measured alone, in the same process. */
const aloneMs = 5_000;

type Bot = { api: string; key: string; port: number };

/** Chat alone, then chat while the leads come in. */
export async function benchApi(note: (line: string) => void): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-api-"));
  const entry = fileURLToPath(new URL("./api/bot.ts", import.meta.url));
  const bot = spawn(process.execPath, ["--import", "tsx", entry, join(folder, "data")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: bot.stdout })[Symbol.asyncIterator]();
    const opened = JSON.parse(String((await lines.next()).value)) as Bot;
    note("chat alone");
    const alone = await chatDuring(opened, () => setTimeout(aloneMs));
    note(`${leads} leads in requests of ${batchSize}`);
    const began = performance.now();
    let seconds = 0;
    const during = await chatDuring(opened, async () => {
      await bringLeads(opened);
      seconds = (performance.now() - began) / 1_000;
    });
    return report({ alone, during, seconds });
  } finally {
    bot.stdin.end();
    if (bot.exitCode === null) await once(bot, "exit");
    await rm(folder, { recursive: true, force: true });
  }
}

async function chatDuring({ port }: Bot, work: () => Promise<unknown>): Promise<ChatWaits> {
  let isOver = false;
  const writing = writeOnABeat(port, () => isOver);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return summarise(await writing);
}

async function bringLeads({ api, key }: Bot): Promise<void> {
  for (let from = 0; from < leads; from += batchSize) {
    const rows = Array.from({ length: batchSize }, (_, index) => toLead(from + index));
    const response = await fetch(`${api}/api/v1/leads/batch`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${key}`,
        "content-type": "application/json",
        "idempotency-key": `bench-${from}`,
      },
      body: JSON.stringify({ leads: rows }),
    });
    if (response.status !== 200) throw new Error(await response.text());
    await response.text();
  }
}

const toLead = (index: number) => ({
  externalId: `lead-${index}`,
  name: `Person ${index}`,
  company: `Company ${index % 2_000}`,
  email: `person${index}@company${index % 2_000}.example`,
  need: "A demo",
});

type Measured = { alone: ChatWaits; during: ChatWaits; seconds: number };

function report({ alone, during, seconds }: Measured): object {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    name: "api",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: {
      leads,
      seconds: round(seconds),
      leadsPerSecond: Math.round(leads / seconds),
      chat: during,
    },
    peers: { chatAlone: alone },
    ratios: { ackP99: round(alone.ackP99Ms / during.ackP99Ms) },
    notes: [
      `Each request brings ${batchSize} leads with contact and account and is answered when they are on disk; assignment to 20 reps runs beside it. The limit per key (600 requests a minute) is lifted.`,
      "Somebody opens the chat every 25 ms, from another process and often on a new connection; acknowledged when the event is on disk. The ratio is how much of that pace is left.",
    ],
  };
}
