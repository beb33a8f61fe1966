// What another contract would mean for the data as it is: counts before and after, nothing changed.
import { note, sentence } from "../../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../../card.ts";
import type { FieldValue } from "../../../facts.ts";
import { groupBy } from "../../../group-by.ts";
import type { Person } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Effect } from "../../../use-case.ts";
import type { Contract } from "../contract.ts";
import { type Measure, type Measured, measureContract } from "../measure.ts";
import { nameOfContract } from "../say-contract.ts";
import { toStandings } from "../standing.ts";
import { changesBetween, contractOf, type Draft, toParams } from "./draft.ts";
import { findContract } from "./known-contracts.ts";
import type { ContractServices } from "./services.ts";

/** Records looked at: the latest changed. More would keep others waiting, and change no decision. */
const mostRecords = 2_000;

/** Measures a draft beside the contract in force, and posts both. */
export async function previewDraft(
  services: ContractServices,
  person: Person,
  draft: Draft,
): Promise<Effect> {
  const { store, clock } = services;
  const live = await findContract(services, person, draft.contractId);
  const contract = contractOf(draft);
  const measured = await gather(store.read, contract);
  const drifts = await store.read.drifts.find({ contract: contract.id });
  const about = { drifts, now: clock() };
  const now = measureContract(live.contract, measured, about);
  const then = measureContract(contract, measured, about);
  return async (unit) => {
    const reading = readingOf(person);
    const { preview, change } = reading.texts.contracts;
    const key = `contract_preview:${unit.newId("message")}`;
    const title = preview.title({ name: nameOfContract(contract, reading) });
    const button = (id: string, label: string): Action => ({
      ...{ id, label },
      ref: unit.arm({ action: id, params: toParams(draft), personId: person.id, cardKey: key }),
    });
    const card: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks: [
        sentence(changesBetween(live.source, draft.source, reading).join(" · ")),
        tableOf(contract, { now, then }, reading),
        note(preview.how),
        {
          ...{ t: "actions" },
          actions: [
            { ...button("contract.publish", preview.publish), style: "primary" },
            button("contract.change", change.again),
          ],
        },
      ],
    };
    unit.post({ to: person.id, card });
    return { toast: title };
  };
}

function tableOf(
  { kind }: Contract,
  { now, then }: { now: Measure; then: Measure },
  reading: Reading,
): Block {
  const { preview } = reading.texts.contracts;
  const counts = ["records", ...(kind === "deal" ? ["asked"] : []), "stale", "overruled"] as const;
  const rows = (counts as readonly (keyof Measure)[]).map((count) =>
    [preview[count], ...[now, then].map((one) => reading.format.number(one[count]))].map((said) => [
      text(said),
    ]),
  );
  return { t: "table", columns: preview.columns, rows, numeric: [1, 2] };
}

async function gather(read: Reader, { kind, field }: Contract): Promise<Measured[]> {
  const records = await latestRecords(read, kind);
  const recordId = records.map(({ id }) => id);
  const values = await read.fieldValues.find({ kind, recordId, field });
  const people = await read.people.find({ id: values.flatMap(({ actorId }) => actorId ?? []) });
  const roles = new Map(people.map(({ id, role }) => [id, role]));
  const byRecord = groupBy<FieldValue, string>(values, (value) => value.recordId);
  return records.map((record) => ({
    record,
    standing: toStandings(byRecord.get(record.id) ?? [], roles).get(field),
  }));
}

/** Deals count while they are open; customers always. */
function latestRecords(read: Reader, kind: Contract["kind"]): Promise<{ id: string }[]> {
  const latest = { order: { by: "updatedAt", descending: true }, limit: mostRecords } as const;
  const tables = {
    deal: () => read.deals.find({ status: "open" }, latest),
    lead: () => read.leads.find({ status: ["new", "offered", "accepted", "pool"] }, latest),
    account: () => read.accounts.find({}, latest),
    contact: () => read.contacts.find({}, latest),
  };
  return tables[kind]();
}
