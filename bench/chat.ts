// `bench chat`: 500 people press and type at once through both real SDKs, and every one of them is answered once.
import { cpus } from "node:os";
import { nearestRank } from "../src/core/statistics/quantiles.ts";
import type { Verdict } from "./chat/judge.ts";
import { type Round, runRound } from "./chat/round.ts";
import type { Mode } from "./chat/wire.ts";

type Latency = { ackP50Ms: number; ackP99Ms: number; ackMaxMs: number };
type Figures = Latency & Verdict & { people: number; events: number; unacknowledged: number };

const people = 500;
const modes: Mode[] = ["socket", "http"];

/** Two rounds, one over sockets and one over HTTP; in each, Slack and Lark share the people half and half. */
export async function benchChat(note: (line: string) => void): Promise<object> {
  const rounds: Round[] = [];
  for (const mode of modes) rounds.push(await runRound({ mode, people, note }));
  const surfaces: Record<string, Figures> = {};
  for (const round of rounds) Object.assign(surfaces, toSurfaces(round));
  const verdicts = Object.values(surfaces);
  const sum = (name: keyof Verdict) => verdicts.reduce((total, one) => total + one[name], 0);
  return {
    name: "chat",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    surfaces,
    ...latencyOf(rounds.flatMap(({ acks }) => acks)),
    ...{ delivered: sum("delivered"), lost: sum("lost"), duplicated: sum("duplicated") },
    rssMb: Math.round(Math.max(...rounds.map(({ rss }) => rss)) / 1_048_576),
    notes: notesOf(rounds),
  };
}

function toSurfaces({ acks, doings, verdicts }: Round) {
  const entries = Object.entries(verdicts).map(([name, verdict]) => {
    const mine = acks.filter(({ platform }) => platform === name);
    const done = doings.filter(({ platform }) => platform === name);
    const unacknowledged = mine.filter(({ isAccepted }) => !isAccepted).length;
    const users = new Set(done.map(({ user }) => user)).size;
    const counts = { people: users, events: mine.length, unacknowledged };
    return [name, { ...counts, ...latencyOf(mine), ...verdict }] as const;
  });
  return Object.fromEntries(entries);
}

function latencyOf(acks: { tookMs: number }[]): Latency {
  const waits = acks.map(({ tookMs }) => tookMs);
  const at = (share: number) => round(nearestRank(waits, share) ?? 0);
  return { ackP50Ms: at(0.5), ackP99Ms: at(0.99), ackMaxMs: at(1) };
}

const round = (ms: number) => Math.round(ms * 10) / 10;

function notesOf(rounds: Round[]): string[] {
  const seconds = (pick: (one: Round) => number) =>
    rounds.map((one) => `${(pick(one) / 1000).toFixed(1)} s`).join(" and ");
  const done = seconds(({ doneMs }) => doneMs);
  const cpu = seconds(({ cpuMs }) => cpuMs);
  return [
    `Two rounds of ${people} people, half on Slack and half on Lark: over sockets, then over HTTP. In each, everybody presses Accept (one in five twice) and types two questions; all begin within 5 s, half by pressing and half by typing, and look 1 to 4 s at each answer.`,
    "Acknowledgements are measured in the crowd's process, from handing the event over until it is answered; one in ten events is delivered twice. What is not acknowledged within 10 s is delivered again, as the platforms do, three times; the time counts from the first.",
    "delivered: per person the card in its last state, both answers, and the lead taken once. lost: of those, what is missing. duplicated: what is there more than once.",
    `Sending keeps to the pace the platforms ask for, so everything had arrived after ${done}; the bot's process had used ${cpu} of processor time.`,
  ];
}
