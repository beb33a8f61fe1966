// The 72 hours after a change of weights or strategy, in English. Nothing here says that one thing made another.
import { byName } from "../../by-name.ts";

type Counted = { count: number; of: number };
type Rate = { value: string; low: string; high: string; of: number };

export const timeline = {
  none: "No change to look at yet",
  noneBody:
    "Nobody has published weights or switched a strategy on. When somebody does, this card follows the first 72 hours: what was decided anew, who moved, and what came after.",
  ofWeights: (p: { number: number }) => `72 hours after weights version ${p.number}`,
  ofStrategy: (p: { kind: string }) => `72 hours after a strategy was switched on (${p.kind})`,
  registered: (p: { author: string; action: string }) =>
    `${p.author} said what works: ${p.action}; registered before any test`,
  tested: (p: { verdict: string }) => `Tested: ${p.verdict.toLowerCase()}`,
  shared: "Published for everybody",
  on: (p: { kind: string; name: string }) => `Switched on as ${p.kind} by ${p.name}`,
  published: (p: { number: number; author: string; changes: string; reason: string }) =>
    `${p.author} put version ${p.number} in force: ${p.changes} (“${p.reason}”)`,
  noneDecided: "No lead was given out by fit since, so nothing was decided with it yet",
  decided: (p: { count: number }) =>
    p.count === 1 ? "1 lead was decided with it" : `${p.count} leads were decided with it`,
  moved: (p: Counted) =>
    `${p.count} of ${p.of} went to somebody other than the weights before would have chosen`,
  accepted: (p: Counted & { waiting: number }) =>
    `${p.count} of ${p.of} answered were accepted; ${p.waiting} still open`,
  contacted: (p: Counted) =>
    `${p.count} of ${p.of} accepted customers were called, written to or met`,
  started: byName<(p: { count: number }) => string>({
    chain: (p: { count: number }) =>
      p.count === 0 ? "Its rule has started no action yet" : `Its rule started ${p.count} actions`,
    talk_track: (p: { count: number }) =>
      p.count === 0
        ? "Nobody has used its talk track yet"
        : `Its talk track was used ${p.count} times`,
  }),
  notCounted: "How often it is played is not counted apart from other sessions",
  done: (p: Counted) => `${p.count} of ${p.of} actions done`,
  retired: "Switched off again",
  columns: ["Lead", "Weights before", "Went to"],
  more: (p: { count: number }) => `And ${p.count} more.`,
  early: (p: { count: number; least: number }) =>
    `Too early to say anything: ${p.count} ${p.count === 1 ? "case" : "cases"} so far, and below ${p.least} no share is told.`,
  noRate: "Counts only: there is no share to tell.",
  rate: (p: Rate) => `So far ${p.value} % (95 % interval ${p.low} to ${p.high} %, n = ${p.of}).`,
  compared: (p: { now: Rate; then: Rate }) =>
    `Accepted so far: ${p.now.value} % (${p.now.low} to ${p.now.high} %, n = ${p.now.of}). Under the weights before: ${p.then.value} % (${p.then.low} to ${p.then.high} %, n = ${p.then.of}). Other leads, other days: beside each other, no test.`,
  running: "The 72 hours are still running.",
  over: "The 72 hours are over; counts end there.",
  careful:
    "This shows what came after, in order. Whether it came of the change is for a test to say.",
  pickWeights: (p: { number: number; day: string }) => `Weights ${p.number}, ${p.day}`,
  pickStrategy: (p: { kind: string; day: string }) => `Strategy (${p.kind}), ${p.day}`,
};
