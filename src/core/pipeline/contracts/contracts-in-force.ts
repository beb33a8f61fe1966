// The contracts that count now: those of the files, each as it was last published.
import type { Reader } from "../../ports.ts";
import type { Problem } from "../../training/library.ts";
import { checkContract } from "./check-contract.ts";
import type { Contract } from "./contract.ts";
import { contractSchema } from "./schema.ts";
import type { ContractVersion } from "./stored.ts";

/** A contract as a file has it. */
export type FiledContract = { contract: Contract; source: unknown; origin: "shipped" | "own" };

/** Where contracts are written. */
export interface ContractFiles {
  /** Every contract of the files as they are now, and what is wrong with the company's own. */
  all(): Promise<{ contracts: FiledContract[]; problems: Problem[] }>;
  /** The contracts as last read, without waiting for a disk once they were read. */
  latest(): Promise<FiledContract[]>;
}

/** A contract in force, with the version it comes from where somebody published one. */
export type KnownContract = FiledContract & { version: ContractVersion | undefined };

/** Files and published versions together; a version this Ringside cannot read gives way to the file. */
export async function contractsInForce(
  read: Pick<Reader, "contractVersions">,
  filed: readonly FiledContract[],
): Promise<KnownContract[]> {
  const latest = new Map<string, ContractVersion>();
  for (const version of await read.contractVersions.find({}, { order: { by: "number" } })) {
    latest.set(version.field, version);
  }
  return filed.map((file) => {
    const version = latest.get(file.contract.id);
    const contract = version && readContract(version.body);
    if (!version || contract?.id !== file.contract.id) return { ...file, version: undefined };
    return { ...file, contract, source: version.body, version };
  });
}

/** A contract from what was written, if it is one and does not contradict itself. */
export function readContract(source: unknown): Contract | undefined {
  const read = contractSchema.safeParse(source);
  return read.success && checkContract(read.data).length === 0 ? read.data : undefined;
}
