// What the use cases of rules work with.
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, EventLog, Store } from "../../ports.ts";
import type { RuleFiles } from "./rule-files.ts";

export type RuleServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  workdays: Workdays;
  ruleFiles: RuleFiles;
  /** Lets others work in between, in what takes long. */
  pause: () => Promise<void>;
};
