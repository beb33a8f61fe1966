// Everybody at once: each person presses a button, some of them twice, and asks two things; some of it is delivered twice.
import { setTimeout } from "node:timers/promises";
import { createRandom } from "../../src/sample/random.ts";
import type { Ack, Deliver, Doing, Side } from "./wire.ts";

/** Everybody begins within so long of each other. */
const startMs = 5_000;
/** Between two things somebody does they look, for so long. */
const lookMs = { least: 1_000, most: 4_000 };
/** Without an acknowledgement after so long, the platform delivers again, so many times. */
const giveUpMs = 10_000;
const redeliveries = 3;
/** One in so many people clicks twice. */
const doubleClickEvery = 5;
/** One in so many events is delivered twice, as both platforms do when an acknowledgement gets lost. */
const redeliverEvery = 10;

const words = { mine: "my leads", help: "help" } as const;

/** Lets all people of all sides loose; resolves when everything was acknowledged. */
export async function play(sides: Side[], base: string): Promise<{ acks: Ack[]; doings: Doing[] }> {
  const random = createRandom(20_261_122, "crowd").unit;
  const plans = sides.flatMap((side) =>
    side.platform.users.map((user, index) => planOf(side, user, { index, random })),
  );
  const acks: Ack[] = [];
  await Promise.all(plans.map((plan) => follow(plan, { base, acks })));
  return { acks, doings: plans.flatMap((plan) => plan.map(({ doing }) => doing)) };
}

/** One thing somebody does, built beforehand so that only its delivery is measured. */
type Step = { doing: Doing; deliver: Deliver; waitMs: number; times: number };

type Person = { index: number; random: () => number };

/** Half begin by pressing, half by typing. A second click is another event, a moment after the first. */
function planOf(side: Side, user: string, { index, random }: Person): Step[] {
  const presses: Doing["kind"][] = index % doubleClickEvery === 0 ? ["press", "press"] : ["press"];
  const kinds: Doing["kind"][] =
    index % 2 === 0 ? [...presses, "mine", "help"] : ["mine", ...presses, "help"];
  return kinds.map((kind, at) => {
    const id = `${side.platform.name.replaceAll(" ", "-")}-${index}-${at}`;
    const isDoubleClick = kind === "press" && kinds[at - 1] === "press";
    return {
      doing: { platform: side.platform.name, user, kind, id },
      deliver: kind === "press" ? side.press(user, id) : side.say(user, words[kind], id),
      waitMs: isDoubleClick ? 0 : waitBefore(at, random()),
      times: (index * 3 + at) % redeliverEvery === 0 ? 2 : 1,
    };
  });
}

function waitBefore(at: number, chance: number): number {
  return at === 0 ? chance * startMs : lookMs.least + chance * (lookMs.most - lookMs.least);
}

type Playing = { base: string; acks: Ack[] };

async function follow(plan: Step[], playing: Playing): Promise<void> {
  const under: Promise<void>[] = [];
  for (const [at, step] of plan.entries()) {
    // Nobody waits for the answer to the first click before the second.
    if (step.waitMs > 0) {
      await Promise.all(under);
      await setTimeout(step.waitMs);
    }
    for (let time = 0; time < step.times; time += 1) under.push(measure(step, playing));
    if (at === plan.length - 1) await Promise.all(under);
  }
}

async function measure({ doing, deliver }: Step, { base, acks }: Playing): Promise<void> {
  const from = performance.now();
  let isAccepted = false;
  for (let time = 0; !isAccepted && time <= redeliveries; time += 1) {
    isAccepted = await inTime(deliver(base));
  }
  // From the first delivery: whoever waits does not care how often it took.
  acks.push({ platform: doing.platform, tookMs: performance.now() - from, isAccepted });
}

async function inTime(delivery: Promise<boolean>): Promise<boolean> {
  const late = new AbortController();
  const waiting = setTimeout(giveUpMs, false, { signal: late.signal }).catch(() => false);
  const accepted = delivery.catch(() => false);
  return Promise.race([accepted, waiting]).finally(() => late.abort());
}
