// What a draft's card shows of the model's reading: the fields that are still open, each with its choices.
import { heading, note, sentence } from "../../../blocks.ts";
import { type Action, type Block, longestLabel } from "../../../card.ts";
import type { Reading } from "../../../text/format.ts";
import { cut } from "../../note-form.ts";
import type { OpenField, SecondReading, Side, UpdateBody } from "../stored.ts";
import { sayValue } from "../values.ts";
import { valuesOf } from "./compare-readings.ts";

/** Fields that get buttons; the rest is left to the form. */
const mostFields = 4;

/** Makes a button of the update's card. */
export type ToButton = (button: {
  id: string;
  label: string;
  field?: string;
  side?: string;
}) => Action & { id: string };

type Drawing = { currency: string | null; reading: Reading; toButton: ToButton };

/** One line where there is nothing to choose. */
export function secondBlocks({ second }: UpdateBody, drawing: Drawing): Block[] {
  if (!second) return [];
  const texts = drawing.reading.texts.secondReading;
  const { model } = second.by;
  if (second.state === "offered") return [offerBlock(second, drawing)];
  if (second.state === "waiting") return [note(texts.waiting({ model }))];
  if (second.state === "silent") return [note(texts.silent({ model }))];
  if (second.open.length === 0) return [note(texts.nothingOpen({ model }))];
  return openBlocks(second, drawing);
}

function offerBlock({ by }: SecondReading, { reading, toButton }: Drawing): Block {
  const { offer, offerConfirm } = reading.texts.secondReading;
  const button = toButton({ id: "update.second", label: offer({ model: by.model }) });
  const confirm = offerConfirm({ endpoint: by.host, model: by.model });
  return { t: "actions", actions: [{ ...button, confirm }] };
}

function openBlocks({ open, by }: SecondReading, drawing: Drawing): Block[] {
  const texts = drawing.reading.texts.secondReading;
  const lines = open.map((each): Block => sentence(lineOf(each, by, drawing)));
  const actions = open.slice(0, mostFields).flatMap((each) => buttonsOf(each, drawing));
  return [
    heading(texts.title({ model: by.model })),
    ...lines,
    note(open.length > mostFields ? texts.leftOutMore : texts.leftOut),
    { t: "actions", actions },
  ];
}

function lineOf(
  { field, ours, theirs }: OpenField,
  { model }: SecondReading["by"],
  drawing: Drawing,
): string {
  const { texts } = drawing.reading;
  const said = { field: texts.updates.fields[field] ?? field, model };
  const read = withWords(field, theirs, drawing);
  if (!ours) return texts.secondReading.onlyModel({ ...said, theirs: read });
  return texts.secondReading.differs({
    ...said,
    ...{ ours: withWords(field, ours, drawing), theirs: read },
  });
}

function withWords(field: OpenField["field"], side: Side, drawing: Drawing): string {
  const { words } = drawing.reading.texts.updates;
  return `${sayOf(field, side, drawing)} ${words({ words: cut(side.words, 60) })}`;
}

function sayOf(field: OpenField["field"], side: Side, { currency, reading }: Drawing): string {
  const values = valuesOf(field, side);
  return sayValue(field, { values, currency: side.currency ?? currency, reading });
}

function buttonsOf({ field, ours, theirs }: OpenField, drawing: Drawing): Action[] {
  const { reading, toButton } = drawing;
  const name = reading.texts.updates.fields[field] ?? field;
  const { choose } = reading.texts.secondReading;
  const toChoice = (side: "ours" | "theirs", value: Side): Action => {
    const label = choose({ field: name, value: sayOf(field, value, drawing) });
    const button = toButton({ id: "update.take", label: cut(label, longestLabel), field, side });
    return { ...button, id: `update.take.${field}.${side}` };
  };
  return [...(ours ? [toChoice("ours", ours)] : []), toChoice("theirs", theirs)];
}
