// The contracts that come with Ringside.
import { fileURLToPath } from "node:url";

/** Where the twelve golden fields lie. */
export const shippedContracts = fileURLToPath(
  new URL("../../../playbooks/contracts", import.meta.url),
);
