// Follows the log of touches for calls and meetings that end.
import type { Touch } from "../../../model.ts";
import type { EventLog, Unit } from "../../../ports.ts";
import type { UpdateServices } from "../services.ts";
import { promptAbout } from "./prompt-update.ts";
import { findTalk, isFreshTalk } from "./talks.ts";

type Entry = { position: number; touch: Touch };
type Services = UpdateServices & { events: Pick<EventLog, "after"> };

/** As src/store/log-consumer.ts runs it; after identity, so that it is known who a caller is. */
export function talkConsumer(services: Services) {
  return {
    name: "talks",
    read: (position: number, limit: number): Promise<Entry[]> =>
      services.events.after(position, limit),
    async handle(entries: Entry[]): Promise<((unit: Unit) => Promise<void>) | undefined> {
      const now = services.clock();
      const ended = entries.filter(({ touch }) => isFreshTalk(touch, now));
      if (ended.length === 0) return undefined;
      return async (unit) => {
        for (const { touch } of ended) {
          const talk = await findTalk(unit, touch);
          if (talk) await promptAbout(unit, services, talk);
        }
      };
    },
  };
}
