// What the data contracts still need before an update can be written, as the gate would say it.
import type { Deal, Person, Role } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { Contract } from "../contracts/contract.ts";
import { type ContractFiles, contractsInForce } from "../contracts/contracts-in-force.ts";
import { evidenceOf } from "../contracts/evidence.ts";
import { type Breach, findBreaches } from "../contracts/find-breaches.ts";
import { type Standings, toStandings } from "../contracts/standing.ts";
import { personWriter } from "../contracts/writer.ts";
import type { UpdateBody } from "./stored.ts";
import { toDealSet } from "./values.ts";

type Reads = Pick<Reader, "contractVersions" | "fieldValues" | "people">;
type Asked = { person: Person; deal: Deal; body: UpdateBody; now: number };

/** Everything the update would break; nothing where it can be written as it is. */
export async function findNeeds(
  read: Reads,
  contractFiles: Pick<ContractFiles, "latest">,
  { person, deal, body, now }: Asked,
): Promise<Breach[]> {
  const filed = await contractFiles.latest();
  const inForce = await contractsInForce(read, filed);
  const contracts = inForce.flatMap(({ contract }) => (contract.kind === "deal" ? contract : []));
  const set = toDealSet(body.values, { person, deal, now });
  const after: Record<string, unknown> = { ...deal, ...set };
  const before: Record<string, unknown> = deal;
  return findBreaches(contracts, {
    ...{ before, after, writer: personWriter(person.role), now },
    fields: Object.keys(set).filter((field) => before[field] !== after[field]),
    evidence: evidenceOf(body.evidence),
    unknownUntil: body.unknownUntil,
    standings: await standingsOf(read, deal.id, contracts),
  });
}

/** What is known about the golden fields of one deal. */
export async function standingsOf(
  read: Pick<Reader, "fieldValues" | "people">,
  dealId: string,
  contracts: readonly Contract[],
): Promise<Standings> {
  const field = contracts.map((contract) => contract.field);
  const values = await read.fieldValues.find({ kind: "deal", recordId: dealId, field });
  const id = [...new Set(values.flatMap(({ actorId }) => actorId ?? []))];
  const people = await read.people.find({ id });
  return toStandings(values, new Map(people.map((one): [string, Role] => [one.id, one.role])));
}
