// Before an import: what each column becomes, to be corrected, and the first rows as they would be stored.
import { type Block, type Card, type Field, type Inline, type Option, text } from "../card.ts";
import type { Reading } from "../text/format.ts";
import { fieldNames } from "./fields.ts";
import type { FilePreview, ImportPreview, MappingEdit } from "./model.ts";
import { warningBlocks } from "./warning-blocks.ts";

export type ImportCard = {
  /** What people call the file or the folder. */
  name: string;
  batchId: string;
  reading: Reading;
};

/** Makes the opaque id of a button: `import.confirm` and `import.cancel`, each with the batch's id. */
export type ImportRef = (action: string, params: { batchId: string }) => string;

/** All cards of one import are one card: preview, progress and outcome replace each other. */
export function importKey(batchId: string): string {
  return `import:${batchId}`;
}

// A phone shows five columns of a table; forms have room for many more, but not for any number.
const tableColumns = 5;
const formColumns = 40;
const cellLength = 24;
const leftOut = "-";

/** How the file was read, its first rows, and one button that takes it. */
export function previewCard(
  preview: ImportPreview,
  { name, batchId, reading, ref }: ImportCard & { ref: ImportRef },
): Card {
  const { texts, format } = reading;
  const { importing } = texts;
  const rows = preview.files.reduce((sum, file) => sum + file.rows, 0);
  const [file] = preview.files;
  const isOne = preview.files.length === 1 && file !== undefined;
  const buttons = buttonsOf({ batchId, reading, ref });
  return {
    key: importKey(batchId),
    title: importing.preview.title({ name }),
    subtitle: importing.preview.subtitle({
      count: format.number(rows),
      kind: importing.kinds[preview.command],
    }),
    tone: "info",
    summary: importing.preview.summary({ name }),
    blocks: [
      ...warningBlocks(preview.warnings, reading, importing.preview.warnings),
      ...(isOne ? sampleOf(file, reading) : [filesTable(preview, reading)]),
      ...(isOne ? unmappedOf(file, reading) : []),
      ...(isOne ? [formOf(file, { reading, buttons })] : [actionsOf(buttons)]),
    ],
  };
}

/** What a person changed in the form of a preview; columns they left as they were are not in it. */
export function toMappingEdit(
  preview: ImportPreview,
  values: Record<string, string | number | string[]>,
): MappingEdit {
  return preview.files.map(({ file, columns }) => {
    const changed = columns.flatMap(({ column, field }, index): [string, string | null][] => {
      const value = values[fieldName(index)];
      if (typeof value !== "string" || value === "") return [];
      const chosen = value === leftOut ? null : value;
      return chosen === field ? [] : [[column, chosen]];
    });
    return { file, columns: Object.fromEntries(changed) };
  });
}

const fieldName = (index: number) => `column${index}`;

type Buttons = { confirm: Button; cancel: Button };
type Button = { id: string; label: string; ref: string };

function buttonsOf({ batchId, reading, ref }: Omit<ImportCard, "name"> & { ref: ImportRef }) {
  const { preview } = reading.texts.importing;
  const button = (id: string, label: string): Button => ({ id, label, ref: ref(id, { batchId }) });
  return {
    confirm: button("import.confirm", preview.confirm),
    cancel: button("import.cancel", preview.cancel),
  };
}

function actionsOf({ confirm, cancel }: Buttons): Block {
  return { t: "actions", actions: [{ ...confirm, style: "primary" }, cancel] };
}

function formOf(
  { kind, columns }: FilePreview,
  { reading, buttons }: { reading: Reading; buttons: Buttons },
): Block {
  const { importing } = reading.texts;
  const options: Option[] = [
    { value: leftOut, label: importing.preview.leftOut },
    ...fieldNames(kind).map((field) => ({
      value: field,
      label: importing.fields[field] ?? field,
    })),
  ];
  const fields = columns.slice(0, formColumns).map(
    ({ column, field, examples }, index): Field => ({
      kind: "select",
      name: fieldName(index),
      label: shorten(column, 60),
      ...(examples.length > 0 ? { hint: exampleOf(examples, reading) } : {}),
      value: field ?? leftOut,
      options,
    }),
  );
  const { confirm, cancel } = buttons;
  return { t: "form", id: "import", fields, submit: { ...confirm, style: "primary" }, cancel };
}

function exampleOf(examples: string[], { texts }: Reading): string {
  const values = examples.map((example) => shorten(example, cellLength)).join(", ");
  return texts.importing.preview.example({ values });
}

function sampleOf({ columns, sample }: FilePreview, { texts }: Reading): Block[] {
  const { importing } = texts;
  const fields = [...new Set(columns.flatMap(({ field }) => field ?? []))].slice(0, tableColumns);
  const rows = sample.map(({ line, values, rejected }): Inline[][] => {
    const cells = fields.map((field) => [text(shorten(values[field] ?? "", cellLength))]);
    const why = fields.map((_, index) => [text(index === 0 ? importing.preview.unreadable : "")]);
    return [[text(String(line))], ...(rejected === null ? cells : why)];
  });
  const names = fields.map((field) => importing.fields[field] ?? field);
  return [
    { t: "text", text: [text(importing.preview.firstRows)] },
    { t: "table", columns: [importing.preview.line, ...names], rows, numeric: [0] },
  ];
}

function unmappedOf({ unmapped, columns }: FilePreview, { texts }: Reading): Block[] {
  const { preview } = texts.importing;
  const rest = columns.length - formColumns;
  const notes = [
    ...(unmapped.length > 0 ? [preview.unmapped({ columns: unmapped.join(", ") })] : []),
    ...(rest > 0 ? [preview.moreColumns({ count: rest })] : []),
    preview.columnsHint,
  ];
  return notes.map((note): Block => ({ t: "context", text: [text(shorten(note, 600))] }));
}

function filesTable({ files }: ImportPreview, { texts, format }: Reading): Block {
  const { preview, kinds } = texts.importing;
  return {
    t: "table",
    columns: [preview.file, preview.kind, preview.rows],
    rows: files.map(({ file, kind, rows }) => [
      [text(file)],
      [text(kinds[kind])],
      [text(format.number(rows))],
    ]),
    numeric: [2],
  };
}

function shorten(value: string, length: number): string {
  const line = value.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= length ? line : `${letters.slice(0, length - 1).join("")}…`;
}
