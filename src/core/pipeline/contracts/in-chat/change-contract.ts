// A contract changed by form. What comes back is only measured on today's data; publishing is a step of its own.
import type { Card } from "../../../card.ts";
import { readingOf } from "../../../text/format.ts";
import type { Answer, Ask, Effect } from "../../../use-case.ts";
import { nameOfContract } from "../say-contract.ts";
import { formFields, readForm } from "./contract-form.ts";
import { changesBetween, contractOf, type Draft, fromParams, toParams } from "./draft.ts";
import { assertMayChange, findContract } from "./known-contracts.ts";
import { previewDraft } from "./preview-contract.ts";
import type { ContractServices } from "./services.ts";

/** Opens the form: of a draft where the button carries one, else of the contract as it counts. */
export async function askChange(
  services: ContractServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { contract, source, version } = await findContract(services, person, params.contractId);
  assertMayChange(person, contract);
  const draft: Draft =
    params.source === undefined
      ? { contractId: contract.id, source, basedOn: version?.id ?? "" }
      : fromParams(params);
  return async (unit) => {
    const reading = readingOf(person);
    const { change } = reading.texts.contracts;
    const { cardKey = "" } = params;
    const action = "contract.change.submit";
    const ref = unit.arm({ action, params: toParams(draft), personId: person.id, cardKey });
    const title = change.title({ name: nameOfContract(contract, reading) });
    const card: Card = {
      ...{ key: `contract_change:${unit.newId("message")}`, title, tone: "info", summary: title },
      subtitle: change.about,
      blocks: [
        {
          ...{ t: "form", id: "contract_change", fields: formFields(contractOf(draft), reading) },
          submit: { id: action, label: change.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** The form, tried on today's data; what is wrong is said at its field. */
export async function submitChange(
  services: ContractServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const draft = fromParams(params);
  const { contract, source: live } = await findContract(services, person, draft.contractId);
  assertMayChange(person, contract);
  const reading = readingOf(person);
  const { source } = draft;
  const read = readForm({ contract: contractOf(draft), source, reading }, values);
  if ("errors" in read) return async () => read;
  if (changesBetween(live, read.source, reading).length === 0) {
    const { same } = reading.texts.contracts.change;
    return async () => ({ errors: { owner: same } });
  }
  return previewDraft(services, person, { ...draft, source: read.source });
}
