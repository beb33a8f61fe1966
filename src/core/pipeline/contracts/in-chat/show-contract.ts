// One contract in words made from its structure, with what this person may do with it.
import { sentence } from "../../../blocks.ts";
import type { Action, Card } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import type { KnownContract } from "../contracts-in-force.ts";
import { nameOfContract, sayContract } from "../say-contract.ts";
import { authorNames, findContract, mayChange } from "./known-contracts.ts";
import type { ContractServices } from "./services.ts";

/** Posts the contract. */
export async function showContract(
  services: ContractServices,
  { person, params }: Ask,
): Promise<Effect> {
  const known = await findContract(services, person, params.contractId);
  const authors = await authorNames(services.store.read, [known.version]);
  return async (unit) => {
    const reading = readingOf(person);
    const { contract } = known;
    const key = `contract:${unit.newId("message")}`;
    const title = nameOfContract(contract, reading);
    const card: Card = {
      ...{ key, title, tone: "info", summary: title, tags: [contract.id] },
      subtitle: versionOf(known, authors, reading),
      blocks: [
        ...sayContract(contract, reading).map(sentence),
        { t: "actions", actions: actionsFor(unit, { person, known, key }) },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function versionOf(
  { version, origin }: KnownContract,
  authors: ReadonlyMap<string, string>,
  { texts, format }: Reading,
): string {
  const { contracts } = texts;
  if (!version) return origin === "own" ? contracts.ownFile : contracts.shipped;
  const author = authors.get(version.authorId ?? "") ?? contracts.somebody;
  const { number, publishedAt } = version;
  return contracts.version({ number, author, day: format.day(publishedAt) });
}

type Buttons = { person: Person; known: KnownContract; key: string };

function actionsFor(unit: Unit, { person, known, key }: Buttons): Action[] {
  const { change, history } = readingOf(person).texts.contracts;
  const { contract } = known;
  const params = { contractId: contract.id };
  const button = (id: string, label: string): Action => ({
    ...{ id, label },
    ref: unit.arm({ action: id, params, personId: person.id, cardKey: key }),
  });
  const past = button("contract.history", history.open);
  if (!mayChange(person, contract)) return [past];
  return [{ ...button("contract.change", change.open), style: "primary" }, past];
}
