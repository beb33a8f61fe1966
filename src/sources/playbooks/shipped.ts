// The playbooks that come with Ringside.
import { fileURLToPath } from "node:url";

/** Where the shipped playbooks lie. */
export const shippedPlaybooks = fileURLToPath(new URL("../../../playbooks", import.meta.url));
