// Bolt acknowledges an event before its listeners run; so what must not be lost is kept before Bolt sees it.
import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { keep } from "./events.ts";
import type { Desk } from "./interactions.ts";
import { times } from "./limits.ts";

type Wrapping = { desk: Desk; work: Work };

/** A receiver whose events are on disk before they reach Bolt, and acknowledged in any case. */
export function persistFirst(receiver: Receiver, { desk, work }: Wrapping): Receiver {
  return {
    start: () => receiver.start(),
    stop: () => receiver.stop(),
    init(app) {
      const processEvent: App["processEvent"] = (event) =>
        work.add(() => process(event, app, desk));
      receiver.init({ processEvent } as App);
    },
  };
}

async function process(event: ReceiverEvent, app: App, desk: Desk): Promise<void> {
  let isAcked = false;
  const ack = async (answer?: unknown): Promise<void> => {
    isAcked = true;
    await event.ack(answer);
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

type Work = ReturnType<typeof createWork>;

/** What is under way, to be finished before stopping. */
export function createWork() {
  const under = new Set<Promise<void>>();
  return {
    add(task: () => Promise<void>): Promise<void> {
      const done = task().finally(() => under.delete(done));
      under.add(done);
      return done;
    },
    async drain(): Promise<void> {
      const late = new Promise((resolve) => setTimeout(resolve, times.drainMs).unref());
      await Promise.race([Promise.allSettled(under), late]);
    },
  };
}
