// What the use cases of the CRM need.
import type { Gate } from "../../gate/gate.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, Store } from "../../ports.ts";
import type { Directories } from "./directory.ts";
import type { CrmConnection } from "./mapping.ts";

export type CrmServices = {
  store: Store;
  gate: Gate;
  clock: Clock;
  workdays: Workdays;
  crm: readonly CrmConnection[];
  directories: Directories;
};
