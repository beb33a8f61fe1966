// What the use cases of strategies work with.
import type { RuleFiles } from "../journey/rules-in-chat/rule-files.ts";
import type { Workdays } from "../people/working-time.ts";
import type { Clock, EventLog, Store } from "../ports.ts";

export type StrategyServices = {
  store: Store;
  events: Pick<EventLog, "after" | "ofContacts" | "ofAccounts">;
  clock: Clock;
  workdays: Workdays;
  ruleFiles: RuleFiles;
  /** Lets others work in between, in what takes long. */
  pause: () => Promise<void>;
};
