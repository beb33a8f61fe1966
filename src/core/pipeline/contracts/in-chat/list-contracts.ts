// "contracts" / 数据合约: every golden field this person may read; "contract <field>": one of them.
import { note, sentence } from "../../../blocks.ts";
import {
  type Action,
  type Block,
  type Card,
  type Inline,
  longestLabel,
  text,
} from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Problem } from "../../../training/library.ts";
import type { Effect } from "../../../use-case.ts";
import type { KnownContract } from "../contracts-in-force.ts";
import { nameOfContract, sayDays, saySource, sayStage } from "../say-contract.ts";
import { byName, readableContracts } from "./known-contracts.ts";
import type { ContractServices } from "./services.ts";
import { showContract } from "./show-contract.ts";

/** Rows of the card, each with a button; a company's own come after the twelve. */
const mostRows = 20;
const mostProblems = 10;

/** Lists the contracts, or opens the one that was named. */
export async function askContracts(
  services: ContractServices,
  person: Person,
  words: string,
): Promise<Effect> {
  const reading = readingOf(person);
  const { known, problems } = await readableContracts(services, person);
  const named = words === "" ? undefined : byName(known, words, reading);
  if (named) return showContract(services, { person, params: { contractId: named.contract.id } });
  return async (unit) => {
    const { contracts } = reading.texts;
    const key = `contracts:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: contracts.title, tone: "info", summary: contracts.title },
      subtitle: contracts.subtitle({ count: known.length }),
      blocks: [
        ...(words ? [sentence(contracts.unknown({ name: words.slice(0, 100) }))] : []),
        ...tableOf(known, reading),
        { t: "actions", actions: actionsFor(unit, { person, known, key }) },
        note(contracts.hint),
        ...(person.role === "manager" ? brokenFiles(problems, reading) : []),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function tableOf(known: readonly KnownContract[], reading: Reading): Block[] {
  const { contracts } = reading.texts;
  if (known.length === 0) return [sentence(contracts.none)];
  const rows = known.slice(0, mostRows).map(({ contract }): Inline[][] => {
    const { requiredFrom, freshMs, owner } = contract;
    return [
      [text(nameOfContract(contract, reading))],
      [text(saySource(owner, reading))],
      [text(requiredFrom ? sayStage(requiredFrom, reading) : contracts.never)],
      [text(freshMs === null ? contracts.never : sayDays(freshMs, reading))],
    ];
  });
  return [{ t: "table", columns: contracts.columns, rows }];
}

type Buttons = { person: Person; known: readonly KnownContract[]; key: string };

function actionsFor(unit: Unit, { person, known, key }: Buttons): Action[] {
  const reading = readingOf(person);
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const open = known.slice(0, mostRows).map(
    ({ contract }): Action => ({
      id: "contract.open",
      label: nameOfContract(contract, reading).slice(0, longestLabel),
      ref: arm("contract.open", { contractId: contract.id }),
    }),
  );
  if (person.role !== "manager") return open;
  const { drift } = reading.texts.contracts;
  return [
    { id: "contract.drift", label: drift.open, style: "primary", ref: arm("contract.drift", {}) },
    ...open,
  ];
}

function brokenFiles(problems: readonly Problem[], { texts }: Reading): Block[] {
  if (problems.length === 0) return [];
  const { brokenTitle, brokenLine } = texts.contracts;
  const blocks = problems.slice(0, mostProblems).map((problem) => sentence(brokenLine(problem)));
  return [{ t: "more", title: brokenTitle, blocks }];
}
