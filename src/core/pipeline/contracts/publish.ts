// Puts a contract in force, as its next version.
import type { Unit } from "../../ports.ts";
import type { ContractVersion } from "./stored.ts";

type Published = { contractId: string; source: unknown; authorId: string; reason: string };

/** The version in force of one contract; nothing while its file counts. */
export async function latestVersion(
  unit: Pick<Unit, "contractVersions">,
  contractId: string,
): Promise<ContractVersion | undefined> {
  const [latest] = await unit.contractVersions.find(
    { field: contractId },
    { order: { by: "number", descending: true }, limit: 1 },
  );
  return latest;
}

/** Stores the version and who made it. */
export async function publishContract(
  unit: Unit,
  { contractId, source, authorId, reason }: Published,
): Promise<ContractVersion> {
  const number = ((await latestVersion(unit, contractId))?.number ?? 0) + 1;
  const version: ContractVersion = {
    ...{ id: unit.newId("contractVersion"), field: contractId, number, body: source },
    ...{ authorId, reason, publishedAt: unit.now },
  };
  await unit.contractVersions.put(version);
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: authorId, via: "chat" },
    ...{ action: "contract.published", kind: "contract", recordId: contractId },
    detail: { number, reason },
  });
  return version;
}
