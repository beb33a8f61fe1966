// "These look like one": the reasons, and a person who decides. Merged at once on their word, and taken back on it.
import { heading, note } from "../blocks.ts";
import { type Action, type Block, type Card, text } from "../card.ts";
import { NotFound, Refused } from "../errors.ts";
import type { Gate } from "../gate/gate.ts";
import type { Account, Contact, Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { nameOf } from "./labels.ts";
import { mayMerge } from "./may-merge.ts";
import { mergeRecords } from "./merge-records.ts";
import type { Merge, MergeKind, MergeReason } from "./merge-row.ts";
import { undoMerge } from "./undo-merge.ts";

export type MergeProposal = {
  kind: MergeKind;
  keptId: string;
  mergedId: string;
  reasons: MergeReason[];
};

/** The card of a proposal for one person; none where they said "keep apart" before, or either record is gone. */
export async function mergeProposalCard(
  unit: Unit,
  person: Person,
  proposal: MergeProposal & { evenIfApart?: boolean },
): Promise<Card | undefined> {
  const names = await namesOf(unit, proposal);
  if (!names) return undefined;
  if (!proposal.evenIfApart && (await isKeptApart(unit, proposal))) return undefined;
  const reading = readingOf(person);
  const { customers } = reading.texts;
  const key = cardKeyOf(proposal);
  const { kind, keptId, mergedId, reasons } = proposal;
  const params = { kind, keptId, mergedId, reasons: JSON.stringify(reasons) };
  const button = (action: string, label: string): Action => {
    const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
    return { id: action, label, ref };
  };
  const title = customers.mergeTitle[kind](names);
  return {
    ...{ key, title, tone: "info", summary: customers.mergeSummary },
    blocks: [
      ...reasonBlocks(reasons, reading),
      note(customers.mergeKeeps({ kept: names.kept })),
      {
        t: "actions",
        actions: [
          { ...button("merge.join", customers.merge), style: "primary" },
          button("merge.apart", customers.keepApart),
        ],
      },
    ],
  };
}

function reasonBlocks(reasons: readonly MergeReason[], { texts }: Reading): Block[] {
  const { customers } = texts;
  const lines = reasons.map(({ code, params }) => customers.reasons[code]?.(params) ?? code);
  if (lines.length === 0) return [];
  const listed = lines.map((line) => ({ t: "text", text: [text(`• ${line}`)] }) satisfies Block);
  return [heading(customers.because), ...listed];
}

/** "Merge". */
export function joinRecords({ gate }: { gate: Gate }, { person, params }: Ask): Effect {
  const proposal = toProposal(params);
  const { customers } = readingOf(person).texts;
  return async (unit) => {
    const names = await namesOf(unit, proposal);
    if (!names) return { toast: customers.mergeGone };
    try {
      const merge = await mergeRecords(
        { unit, gate },
        { ...proposal, by: { kind: "person", person } },
      );
      return { toast: customers.merged(names), card: mergedCard(unit, person, { merge, names }) };
    } catch (error) {
      if (error instanceof Refused) return { toast: sentenceOf(error, person) };
      throw error;
    }
  };
}

type Names = { kept: string; merged: string };

function mergedCard(
  unit: Unit,
  person: Person,
  { merge, names }: { merge: Merge; names: Names },
): Card {
  const reading = readingOf(person);
  const { customers } = reading.texts;
  const key = cardKeyOf(merge);
  const params = { mergeId: merge.id };
  const ref = unit.arm({ action: "merge.undo", params, personId: person.id, cardKey: key });
  const title = customers.merged(names);
  return {
    ...{ key, title, tone: "good", summary: customers.mergeSummary },
    blocks: [
      ...reasonBlocks(merge.reasons, reading),
      note(customers.mergedBody(names)),
      { t: "actions", actions: [{ id: "merge.undo", label: customers.undo, ref }] },
    ],
  };
}

/** "Keep apart": they are not proposed again. */
export function keepApart({ person, params }: Ask): Effect {
  const proposal = toProposal(params);
  const { customers } = readingOf(person).texts;
  return async (unit) => {
    const { kind, keptId, mergedId } = proposal;
    const names = await namesOf(unit, proposal);
    if (!names) return { toast: customers.mergeGone };
    if (!(await mayMerge(unit, person, { kind, ids: [keptId, mergedId] })))
      return { toast: customers.mergeForbidden };
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
      ...{ action: "merge.apart", kind, recordId: pairOf(proposal), detail: { keptId, mergedId } },
    });
    const title = customers.apart(names);
    return { toast: title, card: closedCard(proposal, title) };
  };
}

/** "Undo". */
export function splitRecords({ gate }: { gate: Gate }, { person, params }: Ask): Effect {
  const { customers } = readingOf(person).texts;
  return async (unit) => {
    try {
      const by = { kind: "person", person } as const;
      const merge = await undoMerge({ unit, gate }, { mergeId: params.mergeId ?? "", by });
      const names = await namesOf(unit, merge);
      const title = customers.split(names ?? { kept: "?", merged: "?" });
      return { toast: title, card: closedCard(merge, title) };
    } catch (error) {
      if (error instanceof Refused) return { toast: sentenceOf(error, person) };
      throw error;
    }
  };
}

function closedCard(
  proposal: Pick<MergeProposal, "kind" | "keptId" | "mergedId">,
  title: string,
): Card {
  return { key: cardKeyOf(proposal), title, tone: "info", summary: title, blocks: [] };
}

function sentenceOf({ code }: Refused, person: Person): string {
  const { customers } = readingOf(person).texts;
  if (code === "merge_undone") return customers.splitAlready;
  if (code === "merge_later") return customers.splitLater;
  return code === "forbidden" ? customers.mergeForbidden : customers.mergeGone;
}

type Pair = Pick<MergeProposal, "kind" | "keptId" | "mergedId">;

const pairOf = ({ keptId, mergedId }: Pair) => [keptId, mergedId].sort().join("+");
const cardKeyOf = (pair: Pair) => `merge:${pairOf(pair)}`;

/** Whether a person said these two are not one. */
async function isKeptApart(unit: Pick<Unit, "audits">, pair: Pair): Promise<boolean> {
  const about = { kind: pair.kind, recordId: pairOf(pair), action: "merge.apart" };
  return (await unit.audits.count(about)) > 0;
}

async function namesOf(unit: Unit, { kind, keptId, mergedId }: Pair): Promise<Names | undefined> {
  const table: { get(id: string): Promise<Contact | Account | undefined> } =
    kind === "contact" ? unit.contacts : unit.accounts;
  const [kept, merged] = [await table.get(keptId), await table.get(mergedId)];
  return kept && merged ? { kept: nameOf(kept), merged: nameOf(merged) } : undefined;
}

function toProposal({ kind, keptId, mergedId, reasons }: Ask["params"]): MergeProposal {
  if (!keptId || !mergedId) throw new NotFound("gone", "A merge without two records.");
  return {
    kind: kind === "account" ? "account" : "contact",
    ...{ keptId, mergedId, reasons: JSON.parse(reasons ?? "[]") as MergeReason[] },
  };
}
