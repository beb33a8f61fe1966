// Every version of a contract, and the way back to any of them, or to the file.
import { type Action, type Card, type Inline, text } from "../../../card.ts";
import { NotFound } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { dateInline, readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { readContract } from "../contracts-in-force.ts";
import { publishContract } from "../publish.ts";
import { nameOfContract } from "../say-contract.ts";
import type { ContractVersion } from "../stored.ts";
import { changesBetween } from "./draft.ts";
import { assertMayChange, authorNames, findContract, mayChange } from "./known-contracts.ts";
import { doneCard } from "./publish-contract.ts";
import type { ContractServices } from "./services.ts";

/** Versions shown, and those with a button. */
const [mostRows, mostButtons] = [20, 5];

/** Posts the versions, latest first, the file at the end. */
export async function showHistory(
  services: ContractServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { contract } = await findContract(services, person, params.contractId);
  const file = await fileOf(services, contract.id);
  const versions = await services.store.read.contractVersions.find(
    { field: contract.id },
    { order: { by: "number", descending: true }, limit: mostRows + 1 },
  );
  const names = await authorNames(services.store.read, versions);
  return async (unit) => {
    const { history, shipped, ownFile } = readingOf(person).texts.contracts;
    const key = `contract_history:${unit.newId("message")}`;
    const title = history.title({ name: nameOfContract(contract, readingOf(person)) });
    const shown = versions.slice(0, mostRows);
    const rows = shown.map((version, index) =>
      toRow({ version, before: versions[index + 1]?.body ?? file.source, names }, person),
    );
    const first = [[text("0")], [text("–")], [text("–")], [text("–")]];
    const begin = [...first, [text(file.origin === "own" ? ownFile : shipped)]];
    const past = { contractId: contract.id, versions: shown.slice(1, mostButtons) };
    const actions =
      mayChange(person, contract) && shown.length > 0
        ? backActions(unit, { person, key, ...past })
        : [];
    const card: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks: [
        { t: "table", columns: history.columns, rows: [...rows, begin], numeric: [0] },
        ...(actions.length > 0 ? [{ t: "actions" as const, actions }] : []),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

async function fileOf({ contractFiles }: ContractServices, id: string) {
  const { contracts } = await contractFiles.all();
  const filed = contracts.find(({ contract }) => contract.id === id);
  if (filed) return filed;
  throw new NotFound("gone", `No file has the contract ${id}.`);
}

type Row = { version: ContractVersion; before: unknown; names: ReadonlyMap<string, string> };

function toRow({ version, before, names }: Row, person: Person): Inline[][] {
  const reading = readingOf(person);
  const { history, somebody } = reading.texts.contracts;
  const { number, publishedAt, authorId, reason, body } = version;
  // What an older Ringside wrote may not be readable any more; the row stays.
  const isReadable = readContract(before) && readContract(body);
  const changes = isReadable ? changesBetween(before, body, reading).join(" · ") : "–";
  return [
    [text(String(number))],
    [dateInline(publishedAt, "both", reading.format)],
    [text(names.get(authorId ?? "") ?? somebody)],
    [text(reason ?? "–")],
    [text(changes || history.same)],
  ];
}

type Back = {
  person: Person;
  key: string;
  contractId: string;
  versions: readonly ContractVersion[];
};

function backActions(unit: Unit, { person, key, contractId, versions }: Back): Action[] {
  const { history } = readingOf(person).texts.contracts;
  const action = "contract.rollback";
  const arm = (versionId: string) =>
    unit.arm({ action, params: { contractId, versionId }, personId: person.id, cardKey: key });
  return [
    ...versions.map(({ id, number }) => ({
      ...{ id: action, label: history.back({ number }), confirm: history.confirm({ number }) },
      ref: arm(id),
    })),
    { id: action, label: history.backToFile, confirm: history.confirmFile, ref: arm("") },
  ];
}

/** Publishes an old version anew, or what the file says. */
export async function rollBack(
  services: ContractServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { contractId = "", versionId = "" } = params;
  const { contract } = await findContract(services, person, contractId);
  assertMayChange(person, contract);
  const file = await fileOf(services, contractId);
  return async (unit) => {
    const reading = readingOf(person);
    const { history } = reading.texts.contracts;
    const old = versionId ? await unit.contractVersions.get(versionId) : undefined;
    const source = versionId ? old?.body : file.source;
    const restored = readContract(source);
    if (!restored) throw new NotFound("gone", `No version ${versionId} of ${contractId}.`);
    const reason = old ? history.reason({ number: old.number }) : history.reasonFile;
    const version = await publishContract(unit, {
      contractId,
      source,
      authorId: person.id,
      reason,
    });
    const name = nameOfContract(restored, reading);
    const { cardKey = `contract_back:${version.id}` } = params;
    return doneCard(cardKey, history.done({ name, number: version.number }));
  };
}
