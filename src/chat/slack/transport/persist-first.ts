// Bolt acknowledges an event before its listeners run; so what must not be lost is kept before Bolt sees it.
import type { App, ReceiverEvent } from "@slack/bolt";
import { within } from "../../../within.ts";
import { keep } from "../events.ts";
import type { Desk } from "../interactions.ts";
import { times } from "../limits.ts";
import { kindOf } from "./dispatch.ts";

/** Takes an event in: on disk before it reaches Bolt, and acknowledged in any case. */
export async function persistFirst(event: ReceiverEvent, app: App, desk: Desk): Promise<void> {
  desk.count(kindOf(event.body));
  let isAcked = false;
  const ack = async (answer?: unknown): Promise<void> => {
    isAcked = true;
    // The socket it came by may be gone; what was decided is still to be said.
    await Promise.resolve(event.ack(answer)).catch((error: unknown) =>
      desk.log.warn({ err: error }, "an acknowledgement did not reach Slack"),
    );
  };
  await keep(event.body, desk, event.retryNum);
  try {
    await app.processEvent({ ...event, ack });
  } catch (error) {
    if (!isAcked) throw error;
    // Slack has its answer; what failed came after it.
    desk.log.error({ err: error }, "Slack: something after an acknowledgement failed");
  }
  // Where nobody listens: over a socket nobody else would ever tell Slack, and it would come again.
  if (!isAcked) await event.ack();
}

/** What is under way, to be finished before stopping. */
export function createWork() {
  const under = new Set<Promise<void>>();
  return {
    add(task: () => Promise<void>): Promise<void> {
      const done = task().finally(() => under.delete(done));
      under.add(done);
      return done;
    },
    /** Resolves when nothing is under way any more, or after `ms`. */
    async drain(ms: number = times.drainMs): Promise<void> {
      await within(Promise.allSettled(under), ms);
    },
  };
}
