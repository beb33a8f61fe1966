// What the use cases of debriefs work with.
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, Store } from "../../ports.ts";
import type { Library } from "../../training/library.ts";

export type DebriefServices = {
  store: Store;
  clock: Clock;
  workdays: Workdays;
  library: () => Library;
};
