// `bench soak`: 200 people on both platforms, all jobs at once, a bot that is killed again and again; then what was lost.
import { cpus, loadavg } from "node:os";
import { medianOf } from "../src/core/statistics/quantiles.ts";
import { describeMemory } from "./soak/memory.ts";
import { type Soaked, soak } from "./soak/run.ts";
import { describeAcks, describeDoors } from "./soak/summary.ts";

const usual = { minutes: 10, people: 200, seed: 14 };
/** Lines of each kind of finding that are printed whole. */
const mostLines = 20;

/** Ten minutes, or as many as asked for; `failures` says what was lost, done twice or stuck. */
export async function benchSoak(
  note: (line: string) => void,
  { minutes = usual.minutes, people = usual.people, seed = usual.seed }: Partial<typeof usual> = {},
): Promise<object> {
  const loadBefore = round(loadavg()[0] ?? 0);
  const soaked = await soak({ minutes, people, seed }, note);
  const { lost, twice, stuck, kills, startsMs, ledger, checked, bot } = soaked;
  return {
    name: "soak",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: {
      ...{ minutes, people, seed, kills, lost: lost.length, twice: twice.length },
      ...{ stuck: stuck.length, checked },
      ack: { ...describeAcks(ledger.acks), doors: describeDoors(ledger.acks) },
      sourceAck: describeAcks(ledger.sourceAcks),
      memory: describeMemory(bot.samples, soaked.quiet),
      startMs: {
        median: Math.round(medianOf(startsMs) ?? 0),
        most: Math.round(Math.max(...startsMs)),
      },
      drainedSeconds: round(soaked.drainedMs / 1_000),
      did: countDoings(soaked),
      waitedInVain: ledger.gaveUp,
      logged: Object.fromEntries(bot.logged),
      load: { before: loadBefore, after: round(loadavg()[0] ?? 0) },
    },
    peers: { wanted: { lost: 0, twice: 0, stuck: 0, ackP99Ms: 1_000 } },
    ratios: { wantedAckP99: round(1_000 / Math.max(1, describeAcks(ledger.acks).p99Ms)) },
    failures: failuresOf(soaked),
    notes: notesOf(soaked),
  };
}

function failuresOf({ lost, twice, stuck, isStoppedInPeace }: Soaked): string[] {
  const cut = (what: string, lines: string[]) =>
    [...lines.slice(0, mostLines), ...rest(lines.length)].map((line) => `${what}: ${line}`);
  return [
    ...cut("lost", lost),
    ...cut("twice", twice),
    ...cut("stuck", stuck),
    ...(isStoppedInPeace ? [] : ["stuck: it did not stop when asked to"]),
  ];
}

const rest = (length: number) => (length > mostLines ? [`and ${length - mostLines} more`] : []);

function countDoings({ ledger, members }: Soaked): object {
  const counts: Record<string, number> = {};
  for (const { kind, what, mark } of ledger.doings) {
    const name = kind === "say" && !mark ? "words" : what;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  const { touchIds, leads } = ledger.told;
  const english = members.filter(({ language }) => language === "en").length;
  return {
    ...counts,
    ...{ touches: touchIds.length, leadsIn: leads.length, english },
    chinese: members.length - english,
  };
}

function notesOf({ kills }: Soaked): string[] {
  return [
    "The bot is `npm start` in a process of its own, killed with SIGKILL and started again; the platforms (both real SDKs: Slack by socket and by HTTP, Lark by long connection and by callbacks), the people and the sources live in another process that is never killed.",
    `Killed ${kills.working} times at work and ${kills.starting} times while it started, in the first two thirds of the time; the last third is without kills, for its memory.`,
    "lost, twice: of everything that was acknowledged, by its own id, what is missing or there more than once: events in the inbox, what presses meant, updates, turns of practice, touches, chains, leads, and every card on its platform by its idempotency key. stuck: what still waits minutes after everybody stopped.",
    "ack: of deliveries that began when the bot said it was ready and had their connection open, and that no kill cut off; the others are counted as whileDead, and were delivered again (words, forms) or pressed again (buttons, with a new id).",
    "Memory: resident from second to second, and what is in use after a full collection; slopes are medians over all pairs of points (Theil–Sen) in the last life.",
    "The platforms are emulated on the same machine and share its processors; the people act with chances of our own choosing.",
  ];
}

const round = (value: number) => Math.round(value * 10) / 10;
