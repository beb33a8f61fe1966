// Brings events to the bot as the platforms do: again while nobody acknowledges, and measures how long that takes.
import { setTimeout } from "node:timers/promises";
import type { Deliver } from "./place.ts";
import type { Ack } from "./wire.ts";

/** What it is, and to which door it goes. */
export type Carried = { kind: string; where: string };

export type Courier = {
  /** Delivers the same event until it is acknowledged; false when there is no time left for it. */
  bring(what: Carried, deliver: Deliver): Promise<boolean>;
  /** Delivers once; whether it was acknowledged. */
  tryOnce(what: Carried, deliver: Deliver): Promise<boolean>;
  /** The bot came up, or was killed: what is under way then is answered by nobody. */
  tell(isUp: boolean): void;
  acks: Ack[];
};

/** No platform waits longer for an acknowledgement. */
const giveUpMs = 10_000;
/** Much sooner than the platforms come again, so that a short run has many redeliveries. */
const againAfterMs = 500;

/** `base` is the bot's address; deliveries that fail are given up after `lastAt`. */
export function createCourier({ base, lastAt }: { base: string; lastAt(): number }): Courier {
  const acks: Ack[] = [];
  let life = new AbortController();
  let isUp = true;

  const tryOnce = async (what: Carried, deliver: Deliver): Promise<boolean> => {
    const [began, wasUp, { signal }] = [performance.now(), isUp, life];
    const result = await settle(deliver(base), signal);
    const isCounted = wasUp && !signal.aborted && result !== "nowhere";
    const tookMs = performance.now() - began;
    acks.push({ ...what, tookMs, isUp: isCounted, isAccepted: result === "taken" });
    return result === "taken";
  };
  return {
    acks,
    tryOnce,
    async bring(what, deliver) {
      while (!(await tryOnce(what, deliver))) {
        if (Date.now() > lastAt()) return false;
        await setTimeout(againAfterMs);
      }
      return true;
    },
    tell(next) {
      if (isUp && !next) {
        life.abort();
        life = new AbortController();
      }
      isUp = next;
    },
  };
}

type Result = "taken" | "refused" | "nowhere";

/** "nowhere": no connection was open, so that nothing was handed over. */
async function settle(delivery: Promise<boolean>, killed: AbortSignal): Promise<Result> {
  const over = new AbortController();
  const ends = AbortSignal.any([killed, over.signal]);
  const late = setTimeout(giveUpMs, "refused" as const, { signal: ends }).catch(
    () => "refused" as const,
  );
  const taken = delivery.then(
    (isTaken): Result => (isTaken ? "taken" : "refused"),
    (error: unknown): Result => (isNowhere(error) ? "nowhere" : "refused"),
  );
  return Promise.race([taken, late]).finally(() => over.abort());
}

/** What the emulators say without a socket, and what HTTP says without a listener. */
function isNowhere(error: unknown): boolean {
  const { message = "", cause } = error as Error;
  if (/no socket is open|nobody is connected/.test(message)) return true;
  return (cause as NodeJS.ErrnoException | undefined)?.code === "ECONNREFUSED";
}
