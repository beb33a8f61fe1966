// What the graph is shown with: a picture of it, and links to its page where there is a public address.
import type { AssetStore, Clock, EventLog, Store } from "../../ports.ts";
import type { CustomerGraph } from "./build-graph.ts";

/** Signed links to the pages of customers (src/web/customer-page/links.ts). */
export interface CustomerPages {
  linkTo(page: { customerId: string; readerId: string }): string;
  /** How long a link works. */
  readonly hours: number;
}

export type GraphServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  assets: Pick<AssetStore, "save">;
  /** A PNG of the graph; nodes are numbered as `numbered` says. */
  drawGraph: (graph: CustomerGraph, numbered: readonly string[]) => Uint8Array;
  /** Undefined without a public address. */
  customerPages?: CustomerPages | undefined;
};
