// Wires what follows the log of touches: who is who first, then the chains over what they did.
import { identityConsumers, identityName } from "../core/identity/consumers.ts";
import { meetingConsumer } from "../core/pipeline/brief/meeting-briefs.ts";
import { talkConsumer } from "../core/pipeline/updates/talks/consume-talks.ts";
import type { Loop } from "../loop.ts";
import { nameReaders } from "../sources/touches/name-readers.ts";
import type { OpenEventLog } from "../store/event-log/event-log.ts";
import {
  type Consumer,
  createConsumerLoop,
  defineConsumer,
  readPosition,
} from "../store/log-consumer.ts";
import type { Records } from "../store/records/records.ts";
import type { Chains } from "./chains.ts";
import type { Parts } from "./parts.ts";

/** Those that read the log of touches, by name. */
export const logConsumers = [identityName, "talks", "meetings", "chains"];

/** The loop over every consumer. */
export function createRingsideConsumers(parts: Parts, chains: Chains): Loop {
  const { records, clock, log } = parts;
  return createConsumerLoop({
    ...{ records, clock },
    consumers: [
      ...identityOf(parts),
      afterIdentity(records, talkConsumer(parts)),
      afterIdentity(records, meetingConsumer(parts)),
      chains.consumer,
    ],
    onError: (error, about) => log.error({ ...about, err: error }, "a consumer failed"),
  });
}

/** Who is who, before anybody asks what they did. */
function identityOf(parts: Parts): Consumer[] {
  const all = identityConsumers({ ...parts, read: parts.records.read, readers: nameReaders });
  return [defineConsumer(all.touches), defineConsumer(all.contacts), defineConsumer(all.accounts)];
}

/** Gets no further than it is known who is who: otherwise what comes in between the two is a stranger's. */
function afterIdentity<Entry extends { position: number }>(
  records: Records,
  consumer: Consumer<Entry>,
): Consumer {
  return defineConsumer({
    ...consumer,
    async read(position: number, limit: number) {
      const upTo = await readPosition(records, identityName);
      const waiting = await consumer.read(position, limit);
      return waiting.filter((entry) => entry.position <= upTo);
    },
  });
}

/** Whoever follows the log hears of what is new in it. */
export function wakeOnAppend(events: OpenEventLog, wake: (touches: number) => void): OpenEventLog {
  return {
    ...events,
    async append(touches) {
      const counts = await events.append(touches);
      wake(counts.stored);
      return counts;
    },
  };
}
