// What briefs and reviews are made with.
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, EventLog, Store } from "../../ports.ts";
import type { Library } from "../../training/library.ts";
import type { ScriptSearch } from "../../training/script-search.ts";
import type { ContractFiles } from "../contracts/contracts-in-force.ts";

export type BriefServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  workdays: Workdays;
  scripts: ScriptSearch;
  /** Throws RetryLater before it was read once. */
  library: () => Library;
  contractFiles: Pick<ContractFiles, "latest">;
  /** Words of a calendar's title that make a meeting a deal review (REVIEW_TITLES). */
  reviewTitles: readonly string[];
};
