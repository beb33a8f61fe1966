// What the use cases of updates work with.
import type { Gate } from "../../gate/gate.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, Store } from "../../ports.ts";
import type { ContractFiles } from "../contracts/contracts-in-force.ts";
import type { CrmConnection } from "../write-back/mapping.ts";
import type { ReadAlong } from "./second/reader.ts";

export type UpdateServices = {
  store: Store;
  gate: Gate;
  clock: Clock;
  workdays: Workdays;
  contractFiles: Pick<ContractFiles, "latest">;
  /** The connected CRMs: one that keeps deals makes them, not we. */
  crm?: readonly CrmConnection[];
  /** A connected model that reads beside us. */
  readAlong?: ReadAlong;
};
