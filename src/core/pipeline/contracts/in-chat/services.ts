// What the use cases of contracts work with.
import type { Clock, Store } from "../../../ports.ts";
import type { ContractFiles } from "../contracts-in-force.ts";

export type ContractServices = { store: Store; clock: Clock; contractFiles: ContractFiles };
