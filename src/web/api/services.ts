// What the routes work with.
import type { Gate } from "../../core/gate/gate.ts";
import type { NameReaders } from "../../core/identity/names.ts";
import type { Workdays } from "../../core/people/working-time.ts";
import type { Clock, EventLog, Store } from "../../core/ports.ts";

export type ApiServices = {
  store: Store;
  gate: Gate;
  events: EventLog;
  clock: Clock;
  workdays: Workdays;
  /** One spelling for addresses and numbers. */
  names: NameReaders;
  /** Seals what is kept and must not be read in a copied database. */
  secrets: { seal(plain: string, id: string): string; open(sealed: string, id: string): string };
};
