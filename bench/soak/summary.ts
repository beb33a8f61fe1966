// Numbers of the soak, summed up: how long acknowledgements took.
import { groupBy } from "../../src/core/group-by.ts";
import { nearestRank } from "../../src/core/statistics/quantiles.ts";
import type { Ack } from "./wire.ts";

/** For each door by its name. */
export function describeDoors(acks: readonly Ack[]): object {
  const doors = [...groupBy(acks, ({ where }) => where)];
  return Object.fromEntries(doors.map(([name, all]) => [name, describeAcks(all)]));
}

/** Those that began and ended in one life of the bot, with its connection open; the others are only counted. */
export function describeAcks(acks: readonly Ack[]) {
  const counted = acks.filter(({ isUp }) => isUp);
  const waits = counted.map(({ tookMs }) => tookMs);
  const at = (share: number) => Math.round((nearestRank(waits, share) ?? 0) * 10) / 10;
  return {
    ...{ p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1), counted: counted.length },
    refusedWhileUp: counted.filter(({ isAccepted }) => !isAccepted).length,
    whileDead: acks.length - counted.length,
  };
}
