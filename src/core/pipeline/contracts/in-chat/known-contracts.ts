// The contracts a person may read and change, and one of them by its name.
import { NotFound, Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import { createOrg } from "../../../people/org.ts";
import { may } from "../../../people/permissions.ts";
import type { Reader } from "../../../ports.ts";
import { toLooseKey } from "../../../records/names.ts";
import type { Reading } from "../../../text/format.ts";
import type { Problem } from "../../../training/library.ts";
import type { Contract } from "../contract.ts";
import { contractsInForce, type KnownContract } from "../contracts-in-force.ts";
import { nameOfContract } from "../say-contract.ts";
import type { ContractServices } from "./services.ts";

const nobody = createOrg([], []);

/** Everything this person may read, deals first as they ship, and what is wrong with the company's own files. */
export async function readableContracts(
  { store, contractFiles }: Pick<ContractServices, "store" | "contractFiles">,
  person: Person,
): Promise<{ known: KnownContract[]; problems: Problem[] }> {
  const { contracts, problems } = await contractFiles.all();
  const known = await contractsInForce(store.read, contracts);
  const order = ({ contract }: KnownContract) => (contract.kind === "deal" ? 0 : 1);
  return {
    known: known
      .filter(({ contract: { owner } }) =>
        may(person, "contracts.read", { fieldOwner: owner }, nobody),
      )
      .sort((one, other) => order(one) - order(other)),
    problems,
  };
}

/** One contract by its id. Throws NotFound. */
export async function findContract(
  services: Pick<ContractServices, "store" | "contractFiles">,
  person: Person,
  id = "",
): Promise<KnownContract> {
  const { known } = await readableContracts(services, person);
  const found = known.find(({ contract }) => contract.id === id);
  if (found) return found;
  throw new NotFound("gone", `There is no contract ${id.slice(0, 100)}.`);
}

/** An exact name or id wins; else the only contract whose name or id has the words in it. */
export function byName(known: readonly KnownContract[], words: string, reading: Reading) {
  const wanted = toLooseKey(words);
  const names = ({ contract }: KnownContract) =>
    [contract.id, contract.field, nameOfContract(contract, reading)].map(toLooseKey);
  const exact = known.find((one) => names(one).includes(wanted));
  const like = known.filter((one) => names(one).some((part) => part.includes(wanted)));
  return exact ?? (like.length === 1 ? like[0] : undefined);
}

/** Managers any contract, contributors those of the fields they own. */
export function mayChange(person: Person, { owner }: Contract): boolean {
  return may(person, "contracts.publish", { fieldOwner: owner }, nobody);
}

/** Throws Refused unless this person may change the contract. */
export function assertMayChange(person: Person, contract: Contract): void {
  if (mayChange(person, contract)) return;
  throw new Refused("forbidden", `${person.role} may not change the contract ${contract.id}.`);
}

/** Names of the people who published something, by id. */
export async function authorNames(
  read: Pick<Reader, "people">,
  versions: readonly ({ authorId: string | null } | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const id = versions.flatMap((one) => one?.authorId ?? []);
  const people = id.length > 0 ? await read.people.find({ id }) : [];
  return new Map(people.map((person) => [person.id, person.name]));
}
