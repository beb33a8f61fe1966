// What strategies are asked, tested and switched on with, over a world.
import { createCalendar } from "../../src/calendar.ts";
import { testNow } from "./people.ts";
import type { World } from "./world.ts";

/** The clock stands at `testNow`, and no rules are in files. */
export function strategyServices({ ringside }: World) {
  return {
    ...{ store: ringside.records, events: ringside.events, clock: () => testNow },
    ...{ workdays: createCalendar(), pause: async () => {} },
    ruleFiles: {
      all: async () => ({ rules: [], problems: [] }),
      parse: async () => ({ rules: [], problems: [] }),
      write: () => "",
    },
  };
}
