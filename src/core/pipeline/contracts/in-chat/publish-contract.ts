// Publishing a contract: a version with author and reason. Whoever began from one that no longer counts is told who
// changed what meanwhile, and decides again.
import { sentence } from "../../../blocks.ts";
import type { Card, Outcome } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../../use-case.ts";
import { latestVersion, publishContract } from "../publish.ts";
import { nameOfContract } from "../say-contract.ts";
import type { ContractVersion } from "../stored.ts";
import { changesBetween, contractOf, fromParams, toParams } from "./draft.ts";
import { assertMayChange, findContract } from "./known-contracts.ts";
import type { ContractServices } from "./services.ts";

const mostReason = 500;

/** Asks for the reason. */
export async function askPublish(
  services: ContractServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { contract } = await findContract(services, person, params.contractId);
  assertMayChange(person, contract);
  return async (unit) => {
    const reading = readingOf(person);
    const { publish } = reading.texts.contracts;
    const { cardKey = "", ...carried } = params;
    const action = "contract.publish.submit";
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey });
    const title = publish.title({ name: nameOfContract(contract, reading) });
    const card: Card = {
      ...{ key: `contract_publish:${unit.newId("message")}`, title, tone: "info", summary: title },
      blocks: [
        {
          ...{ t: "form", id: "contract_publish" },
          fields: [{ kind: "text", name: "reason", label: publish.reason, required: true }],
          submit: { id: action, label: publish.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** Publishes, unless somebody was quicker. */
export async function submitPublish(
  services: ContractServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const draft = fromParams(params);
  // Asked of the contract as it counts now: a draft could name another owner.
  const known = await findContract(services, person, draft.contractId);
  assertMayChange(person, known.contract);
  const filed = await services.contractFiles.latest();
  const file = filed.find(({ contract }) => contract.id === draft.contractId);
  return async (unit) => {
    const reading = readingOf(person);
    const { publish } = reading.texts.contracts;
    const reason = textOf(values, "reason").slice(0, mostReason);
    if (!reason) return { errors: { reason: publish.needed } };
    const latest = await latestVersion(unit, draft.contractId);
    if (latest && latest.id !== draft.basedOn) {
      return tellClash(unit, { person, params, latest, file: file?.source });
    }
    const { contractId, source } = draft;
    const version = await publishContract(unit, {
      contractId,
      source,
      authorId: person.id,
      reason,
    });
    const name = nameOfContract(contractOf(draft), reading);
    const { cardKey = `contract_published:${version.id}` } = params;
    return doneCard(cardKey, publish.done({ name, number: version.number }));
  };
}

/** What stands where the preview was. */
export function doneCard(key: string, title: string): Outcome {
  return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
}

type Clash = { person: Person; params: Ask["params"]; latest: ContractVersion; file: unknown };

/** Who published what meanwhile, and the choice between theirs and one's own. */
async function tellClash(unit: Unit, { person, params, latest, file }: Clash): Promise<Outcome> {
  const reading = readingOf(person);
  const { publish, somebody, history } = reading.texts.contracts;
  const draft = fromParams(params);
  const author = latest.authorId ? await unit.people.get(latest.authorId) : undefined;
  const begun = await unit.contractVersions.get(draft.basedOn);
  const theirs = changesBetween(begun?.body ?? file, latest.body, reading);
  const mine = changesBetween(latest.body, draft.source, reading);
  const { cardKey = `contract_clash:${latest.id}` } = params;
  const { contractId } = draft;
  const arm = (action: string, carried: Record<string, string>) =>
    unit.arm({ action, params: carried, personId: person.id, cardKey });
  const again = toParams({ ...draft, basedOn: latest.id });
  const said = {
    ...{ author: author?.name ?? somebody, number: latest.number, reason: latest.reason ?? "–" },
    changes: theirs.join(" · ") || history.same,
  };
  const card: Card = {
    ...{ key: cardKey, title: publish.clashTitle, tone: "warn", summary: publish.clashTitle },
    blocks: [
      sentence(publish.clash(said)),
      sentence(publish.clashMine({ changes: mine.join(" · ") })),
      {
        ...{ t: "actions" },
        actions: [
          {
            ...{ id: "contract.change", label: publish.theirs, style: "primary" },
            ref: arm("contract.change", { contractId }),
          },
          { id: "contract.publish", label: publish.mine, ref: arm("contract.publish", again) },
        ],
      },
    ],
  };
  return { toast: publish.clashTitle, card };
}
