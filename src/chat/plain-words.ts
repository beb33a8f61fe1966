// What a block says in words alone, for when a platform takes nothing else of it.
import { type Block, type Field, plain } from "../core/card.ts";

/** How a platform writes how far something is. */
type ToBar = (block: Extract<Block, { t: "progress" }>) => string;

/** The words of a block, in lines; none of buttons. */
export function wordsOf(block: Block, toBar: ToBar): string {
  switch (block.t) {
    case "text":
    case "context":
      return plain(block.text);
    case "fields":
      return block.items.map(({ label, value }) => `${label}: ${plain(value)}`).join("\n");
    case "table":
      return [block.columns, ...block.rows.map((row) => row.map(plain))]
        .map((row) => row.join(" | "))
        .join("\n");
    case "chart":
    case "image":
      return block.alt;
    case "file":
      return block.name;
    case "progress":
      return toBar(block);
    case "more":
      return [block.title, ...block.blocks.map((one) => wordsOf(one, toBar))].join("\n");
    case "form":
      return filledIn(block.fields)
        .map(({ label, words }) => `${label}: ${words}`)
        .join("\n");
    case "actions":
    case "divider":
      return "";
  }
}

/** What is filled in already, as people read it. */
export function filledIn(fields: Field[]): { label: string; words: string }[] {
  return fields.flatMap((field) => {
    const words = wordsIn(field);
    return words ? [{ label: field.label, words }] : [];
  });
}

function wordsIn(field: Field): string {
  if (field.value === undefined || field.kind === "file") return "";
  const values = Array.isArray(field.value) ? field.value : [String(field.value)];
  const options = "options" in field ? field.options : [];
  return values
    .map((value) => options.find((option) => option.value === value)?.label ?? value)
    .join(", ");
}
