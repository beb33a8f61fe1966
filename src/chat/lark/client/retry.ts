// What follows an answer is kept nowhere, so a busy Lark is asked a few times.
import { setTimeout } from "node:timers/promises";
import { RetryLater } from "../../../core/errors.ts";

const longestWaitMs = 5_000;

/** Does a piece of work again while Lark says later; throws what it throws in the end. */
export async function retry(work: () => Promise<void>, attempts = 4): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RetryLater) || attempts <= 1) throw error;
    await setTimeout(Math.min(error.afterMs, longestWaitMs));
    await retry(work, attempts - 1);
  }
}
