// The rules that come with Ringside.
import { fileURLToPath } from "node:url";

/** Where the ten presets lie. */
export const shippedRules = fileURLToPath(new URL("../../../playbooks/rules", import.meta.url));
