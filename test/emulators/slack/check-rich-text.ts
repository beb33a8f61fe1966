// Rich text: sections, lists and quotes, and what stands in their lines.
import { z } from "zod";
import { most } from "./check-limits.ts";
import { id } from "./check-objects.ts";

const marks = { bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() };
const style = z
  .strictObject({ ...marks, underline: z.boolean() })
  .partial()
  .optional();
const mention = { style: style.optional() };

/** Not "must be readable": a line break is a text of its own here. */
const letters = z
  .string()
  .min(1)
  .refine((given) => given.isWellFormed(), "must be well-formed text");

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: letters, style }),
  z.strictObject({
    type: z.literal("link"),
    url: z.url({ protocol: /^(https?|mailto)$/ }).max(most.button.url),
    text: letters.optional(),
    unsafe: z.boolean().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.int().positive(),
    format: z.string().regex(/\{[a-z_]+\}/),
    url: z.url().optional(),
    fallback: letters.optional(),
    style,
  }),
  z.strictObject({
    type: z.literal("emoji"),
    name: letters,
    unicode: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal("color"), value: z.string().regex(/^#[0-9a-f]{6}$/i), style }),
  z.strictObject({ type: z.literal("user"), user_id: id, ...mention }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: id, ...mention }),
  z.strictObject({ type: z.literal("channel"), channel_id: id, ...mention }),
  z.strictObject({
    type: z.literal("broadcast"),
    range: z.enum(["here", "channel", "everyone"]),
    ...mention,
  }),
]);

/** Slack's own SDK allows no elements, and Slack refused some (NousResearch/hermes-agent#59621): at least one. */
const line = z.array(inline).min(1);
const border = z.union([z.literal(0), z.literal(1)]).optional();

const section = z.strictObject({ type: z.literal("rich_text_section"), elements: line });

const richElement = z.discriminatedUnion("type", [
  section,
  z.strictObject({
    type: z.literal("rich_text_preformatted"),
    elements: line,
    border,
    language: z.string().optional(),
  }),
  z.strictObject({ type: z.literal("rich_text_quote"), elements: line, border }),
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    elements: z.array(section).min(1),
    indent: z.int().min(0).max(most.list.indent).optional(),
    offset: z.int().min(0).optional(),
    border,
  }),
]);

export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: id.optional(),
  elements: z.array(richElement).min(1),
});
