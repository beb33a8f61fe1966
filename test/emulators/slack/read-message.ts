// What a person sees of a stored message or a modal: its words, its buttons, its form.
import { unpackForm } from "../../../src/chat/slack/render/form.ts";
import type { Block, Message } from "./emulator.ts";

export type Button = { action_id: string; value?: string; text: { text: string } };

/** Everything readable of blocks, one line each. */
export function readWords(blocks: Block[]): string {
  return blocks
    .map((block) => readBlock(block))
    .filter(Boolean)
    .join("\n");
}

export function readMessage({ text, blocks = [] }: Message): string {
  return blocks.length > 0 ? readWords(blocks) : unescapeText(text);
}

/** Slack's three signs, back. */
export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function buttonsOf(blocks: Block[]): Button[] {
  return blocks
    .filter(({ type }) => type === "actions")
    .flatMap(({ elements }) => elements as Button[]);
}

/** The forms a message's buttons open. */
export function formsOf({ blocks = [], metadata }: Message) {
  return buttonsOf(blocks)
    .filter(({ action_id: id }) => id.startsWith("form:"))
    .flatMap((button) => {
      const packed = button.value ?? metadata?.event_payload[button.action_id] ?? "";
      const form = unpackForm(packed);
      return form ? [{ button, form }] : [];
    });
}

function readBlock(block: Block): string {
  if (block.type === "table") {
    return (block.rows as Node[][]).map((row) => row.map(readNode).join(" | ")).join("\n");
  }
  if (block.type === "context") return (block.elements as Node[]).map(readNode).join("\n");
  if (block.type === "actions") return "";
  if (block.type === "rich_text") return (block.elements as Node[]).map(readNode).join("\n");
  return readNode(block.text as Node | undefined) || String(block.alt_text ?? "");
}

type Node = { type?: string; text?: string | Node; fallback?: string; elements?: Node[] };

function readNode(node: Node | undefined): string {
  if (!node) return "";
  if (node.elements) return node.elements.map(readNode).join("");
  if (typeof node.text === "object") return readNode(node.text);
  return node.text ?? node.fallback ?? "";
}
