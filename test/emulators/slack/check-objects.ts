// Texts, options and questions, of which blocks are made. A property Slack does not name is one it refuses.
import { z } from "zod";
import { most } from "./check-limits.ts";

/** Some text that stands for itself. */
export function words(longest: number) {
  // Blank text passes Slack's count and leaves nothing to read or to press; half a character breaks the JSON.
  const isReadable = (given: string) => given.trim() !== "" && given.isWellFormed();
  return z.string().min(1).max(longest).refine(isReadable, "must be readable text");
}

/** A text object that is not parsed. */
export function plainText(longest: number) {
  const text = words(longest);
  return z.strictObject({ type: z.literal("plain_text"), text, emoji: z.boolean().optional() });
}

/** A text object of either kind. Slack takes `emoji` of one, `verbatim` of the other (grafana/oncall#702). */
export function anyText(longest: number) {
  const text = words(longest);
  const markup = { type: z.literal("mrkdwn"), text, verbatim: z.boolean().optional() };
  return z.discriminatedUnion("type", [plainText(longest), z.strictObject(markup)]);
}

/** An address Slack opens or fetches. */
export function address(longest: number, protocol = /^https?$/) {
  return z.url({ protocol }).max(longest);
}

export const id = z.string().min(1).max(most.id);
export const style = z.enum(["primary", "danger"]);

export const confirm = z.strictObject({
  title: plainText(most.confirm.title).optional(),
  text: anyText(most.confirm.text),
  confirm: plainText(most.confirm.button).optional(),
  deny: plainText(most.confirm.button).optional(),
  style: style.optional(),
});

function optionOf<Text extends z.ZodType>(text: Text) {
  return z.strictObject({
    text,
    value: z.string().min(1).max(most.option.value),
    description: plainText(most.option.description).optional(),
  });
}

/** An option of a menu. */
export const option = optionOf(plainText(most.option.text));
/** An option of boxes or radio buttons, which may be marked up. */
export const choice = optionOf(anyText(most.option.text));
/** An option that may lead somewhere. */
export const overflowOption = option.extend({ url: address(most.option.url).optional() });

export const optionGroup = z.strictObject({
  label: plainText(most.option.text),
  options: z.array(option).min(1).max(most.select.options),
});

/** A picture is Slack's own or on the web, never both. */
export const pictureSource = {
  image_url: address(most.image.url).optional(),
  slack_file: z
    .strictObject({ id: z.string().min(1).optional(), url: z.url().optional() })
    .refine(({ id: file, url }) => (file === undefined) !== (url === undefined), {
      message: "must define either `id` or `url`",
    })
    .optional(),
};

/** Whether exactly one source is given. */
export function hasOneSource(image: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const imageElement = z
  .strictObject({ type: z.literal("image"), alt_text: words(most.image.alt), ...pictureSource })
  .refine(hasOneSource, "must define either `image_url` or `slack_file`");

/** No two of a list have the same value. */
export function areDistinct(values: unknown[]): boolean {
  return new Set(values).size === values.length;
}
