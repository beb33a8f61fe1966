// Contracts for tests: written as a file would, with only what matters to the test spelled out.
import type { Contract } from "../../../../src/core/pipeline/contracts/contract.ts";
import { contractSchema } from "../../../../src/core/pipeline/contracts/schema.ts";

/** A contract of a deal's amount as a file would have it. */
export const amountSource = {
  id: "deal.amount",
  owner: "rep",
  mayOverride: ["rep", "manager"],
  type: "money",
  valid: { least: 0, most: 1_000_000 },
  fresh: "30d",
  required: "proposal",
  unknown: { until: "negotiation", atMost: "10d" },
  sources: ["rep", "manager", "contributor", "crm", "import"],
  precedence: ["rep > crm > import", "rep > contributor"],
  counts: { estimated: ["contributor", "import"], verified: ["rep", "manager"] },
};

/** The same as a Contract, with some keys otherwise. */
export function aContract(set: object = {}): Contract {
  return contractSchema.parse({ ...amountSource, ...set });
}
