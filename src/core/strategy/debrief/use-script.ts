// "I used this": a rep says for which of their deals, so that what goes with using a talk track can be seen.
import { note } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { NotFound, Refused } from "../../errors.ts";
import type { Deal, Person } from "../../model.ts";
import type { Reader, Store } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { usedAction } from "../uses.ts";

const mostDeals = 50;

/** Asks for which deal. */
export async function askUsed({ store }: { store: Store }, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  await requireAsset(store.read, person, params.assetId);
  const deals = await openDeals(store.read, person);
  const { used } = readingOf(person).texts.debrief;
  if (deals.length === 0) return async () => ({ toast: used.noDeals });
  return async (unit) => {
    const action = "script.use.submit";
    const { assetId = "", cardKey = "" } = params;
    const ref = unit.arm({ action, params: { assetId }, personId: person.id, cardKey });
    const options = deals.map(({ id, name }) => ({ value: id, label: name }));
    const key = `script_used:${unit.newId("message")}`;
    const open: Card = {
      ...{ key, title: used.title, tone: "info", summary: used.title },
      blocks: [
        note(used.about),
        {
          ...{ t: "form", id: "script_used" },
          fields: [{ kind: "select", name: "deal", label: used.deal, required: true, options }],
          submit: { id: action, label: used.submit, ref, style: "primary" },
        },
      ],
    };
    return { open };
  };
}

/** Counts it, once for each deal: the first time is what a test looks at. */
export async function submitUsed(
  { store }: { store: Store },
  { person, params, values }: Answer,
): Promise<Effect> {
  const { assetId = "" } = params;
  await requireAsset(store.read, person, assetId);
  const deals = await openDeals(store.read, person);
  const { used } = readingOf(person).texts.debrief;
  const deal = deals.find(({ id }) => id === textOf(values, "deal"));
  if (!deal) return async () => ({ errors: { deal: used.missing } });
  return async (unit) => {
    const which = { kind: "script", recordId: assetId, action: usedAction, actorId: person.id };
    const said = await unit.audits.find(which);
    const isKnown = said.some(
      ({ detail }) => (detail as { dealId?: unknown } | null)?.dealId === deal.id,
    );
    if (!isKnown) {
      await unit.audits.put({
        ...{ ...which, id: unit.newId("audit"), at: unit.now, via: "chat" },
        detail: { dealId: deal.id },
      });
    }
    const title = isKnown ? used.already : used.done;
    const key = `script_used:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "good", summary: title, blocks: [] } });
    return {};
  };
}

function openDeals(read: Reader, { id: ownerId }: Person): Promise<Deal[]> {
  const order = { by: "updatedAt", descending: true } as const;
  return read.deals.find({ ownerId, status: "open" }, { limit: mostDeals, order });
}

async function requireAsset(read: Reader, { id, role }: Person, assetId = ""): Promise<void> {
  if (role !== "rep" && role !== "manager") throw new Refused("forbidden", `${id} does not sell.`);
  const asset = await read.scriptAssets.get(assetId);
  if (asset?.state !== "reviewed") throw new NotFound("gone", `No talk track ${assetId}.`);
}
