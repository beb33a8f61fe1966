// Numbers of the soak, summed up: how long acknowledgements took, and medians.
import { groupBy } from "../../src/core/group-by.ts";
import type { Ack } from "./wire.ts";

/** The middle one; undefined of nothing. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** For each door by its name. */
export function describeDoors(acks: readonly Ack[]): object {
  const doors = [...groupBy(acks, ({ where }) => where)];
  return Object.fromEntries(doors.map(([name, all]) => [name, describeAcks(all)]));
}

/** Those that began and ended in one life of the bot, with its connection open; the others are only counted. */
export function describeAcks(acks: readonly Ack[]) {
  const counted = acks.filter(({ isUp }) => isUp);
  const sorted = counted.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  // Nearest rank: a latency that was really measured.
  const at = (share: number) =>
    Math.round((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10;
  return {
    ...{ p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1), counted: counted.length },
    refusedWhileUp: counted.filter(({ isAccepted }) => !isAccepted).length,
    whileDead: acks.length - counted.length,
  };
}
