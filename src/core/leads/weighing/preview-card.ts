// What other weights would have changed: who moves, how even it is, what could be won.
import { heading, note, sentence } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import type { Weights } from "../../facts.ts";
import type { Reading } from "../../text/format.ts";
import { changesBetween, titled } from "./draft.ts";
import type { Replay } from "./replay.ts";

/** Moves named one by one. */
const mostMoves = 10;

export type Preview = {
  key: string;
  segment: string;
  before: Weights;
  after: Weights;
  result: Replay;
  names: ReadonlyMap<string, string>;
  /** Whose leads are named; of other teams' there is a count. */
  own: ReadonlySet<string>;
};

/** The card, with what can be done next. `arm` makes a button that carries the draft. */
export function previewCard(
  { key, segment, before, after, ...shown }: Preview,
  reading: Reading,
  arm: (action: string) => string,
): Card {
  const { preview, change } = reading.texts.weights;
  const changes = changesBetween(before, after, reading);
  const again = { id: "weights.change", label: change.again, ref: arm("weights.change") };
  const publish = { id: "weights.publish", label: preview.publish, ref: arm("weights.publish") };
  return {
    ...{ key, title: titled(preview.title, segment, reading.texts), tone: "info" },
    summary: preview.title,
    blocks: [
      sentence(changes.join(" · ") || preview.same),
      ...(shown.result.leads === 0 ? [sentence(preview.noLeads)] : resultBlocks(shown, reading)),
      {
        t: "actions",
        actions:
          changes.length === 0 ? [again] : [{ ...publish, style: "primary" as const }, again],
      },
    ],
  };
}

type Shown = Pick<Preview, "result" | "names" | "own">;

function resultBlocks({ result, names, own }: Shown, reading: Reading): Block[] {
  const { preview } = reading.texts.weights;
  const { moves, leads, fairness } = result;
  const named = moves.filter(({ fromId, toId }) => own.has(fromId) || own.has(toId));
  const rows = named
    .slice(0, mostMoves)
    .map(({ leadId, fromId, toId }) =>
      [leadId, fromId, toId].map((id) => [text(names.get(id) ?? id)]),
    );
  return [
    heading(preview.moves({ count: moves.length, leads })),
    ...(rows.length > 0 ? [{ t: "table" as const, columns: preview.columns, rows }] : []),
    ...(named.length < moves.length
      ? [sentence(preview.others({ count: moves.length - named.length }))]
      : []),
    {
      t: "fields",
      items: [
        {
          label: preview.fairness,
          value: [text(`${fairness.before.toFixed(2)} → ${fairness.after.toFixed(2)}`)],
        },
        { label: preview.wins, value: [text(winsLine(result, reading))] },
      ],
    },
    note(preview.how),
  ];
}

function winsLine({ wins }: Replay, { texts, format }: Reading): string {
  const { preview } = texts.weights;
  if (!wins) return preview.noWins;
  const { before, after, difference } = wins;
  return preview.winsLine({
    before: format.number(before.value),
    after: format.number(after.value),
    ...{ low: format.number(difference.low), high: format.number(difference.high) },
  });
}
