// Somebody who keeps writing to a bot in another process, and how long each acknowledgement takes.
import { setTimeout } from "node:timers/promises";
import { nearestRank } from "../src/core/statistics/quantiles.ts";

export type ChatWaits = { messages: number; ackP50Ms: number; ackP99Ms: number; ackMaxMs: number };

/** Somebody writes this often, from outside the bot's process. */
const everyMs = 25;

/** Writes on a beat, whether the last was acknowledged or not. */
export async function writeOnABeat(port: number, isOver: () => boolean): Promise<number[]> {
  const waits: Promise<number>[] = [];
  while (!isOver()) {
    waits.push(say(port, waits.length));
    await setTimeout(everyMs);
  }
  return Promise.all(waits);
}

async function say(port: number, number: number): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: String(number) });
  await answer.text();
  if (!answer.ok) throw new Error(`A message was answered ${answer.status}.`);
  return performance.now() - began;
}

/** Of these waits, in milliseconds. */
export function summarise(waits: number[]): ChatWaits {
  const at = (share: number) => round(nearestRank(waits, share) ?? 0);
  return { messages: waits.length, ackP50Ms: at(0.5), ackP99Ms: at(0.99), ackMaxMs: at(1) };
}

const round = (value: number) => Math.round(value * 10) / 10;
