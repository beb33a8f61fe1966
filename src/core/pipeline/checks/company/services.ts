// What the use cases of checking a company work with.
import type { Gate } from "../../../gate/gate.ts";
import type { Clock, Store } from "../../../ports.ts";
import type { CompanySources } from "./ports.ts";

export type CompanyServices = {
  store: Store;
  clock: Clock;
  gate: Gate;
  /** Who is asked about companies. */
  company: CompanySources;
};
