// Every block of Block Kit, and on which surfaces Slack takes it.
import { z } from "zod";
import { chart, dataTable, table } from "./check-charts.ts";
import { actionElements, button, contextActions, inputElements } from "./check-elements.ts";
import { most } from "./check-limits.ts";
import {
  address,
  anyText,
  areDistinct,
  hasOneSource,
  id,
  imageElement,
  pictureSource,
  plainText,
  words,
} from "./check-objects.ts";
import { richText } from "./check-rich-text.ts";

const base = { block_id: id.optional() };

function haveOwnIds(elements: { action_id?: string | undefined }[]): boolean {
  return areDistinct(elements.flatMap(({ action_id: given }) => given ?? []));
}

/** knacklabs/gantry#458 was refused for it. */
const repeated = "`action_id` already exists in this block";

const header = z.strictObject({
  type: z.literal("header"),
  ...base,
  text: plainText(most.header),
});

const section = z
  .strictObject({
    type: z.literal("section"),
    ...base,
    text: anyText(most.section.text).optional(),
    fields: z.array(anyText(most.section.field)).min(1).max(most.section.fields).optional(),
    accessory: z.discriminatedUnion("type", [...actionElements, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text ?? fields, "must define either `text` or `fields`");

const context = z.strictObject({
  type: z.literal("context"),
  ...base,
  elements: z
    .array(z.discriminatedUnion("type", [anyText(most.text), imageElement]))
    .min(1)
    .max(most.context),
});

const contextButtons = z.strictObject({
  type: z.literal("context_actions"),
  ...base,
  elements: z.array(z.discriminatedUnion("type", contextActions)).min(1).max(most.contextActions),
});

const divider = z.strictObject({ type: z.literal("divider"), ...base });

const image = z
  .strictObject({
    type: z.literal("image"),
    ...base,
    alt_text: words(most.image.alt),
    title: plainText(most.image.title).optional(),
    ...pictureSource,
  })
  .refine(hasOneSource, "must define either `image_url` or `slack_file`");

const actions = z.strictObject({
  type: z.literal("actions"),
  ...base,
  elements: z
    .array(z.discriminatedUnion("type", actionElements))
    .min(1)
    .max(most.actions)
    .refine(haveOwnIds, repeated),
});

const input = z.strictObject({
  type: z.literal("input"),
  ...base,
  label: plainText(most.input.label),
  hint: plainText(most.input.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion("type", inputElements),
});

const markdown = z.strictObject({
  type: z.literal("markdown"),
  ...base,
  text: words(most.markdown),
});

const alert = z.strictObject({
  type: z.literal("alert"),
  ...base,
  text: anyText(most.alert),
  level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
});

const card = z
  .strictObject({
    type: z.literal("card"),
    ...base,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: anyText(most.card.title).optional(),
    subtitle: anyText(most.card.subtitle).optional(),
    body: anyText(most.card.body).optional(),
    actions: z.array(button).min(1).max(most.card.actions).optional(),
  })
  .refine(
    (given) => given.hero_image ?? given.title ?? given.actions ?? given.body,
    "must define `hero_image`, `title`, `actions` or `body`",
  );

const carousel = z.strictObject({
  type: z.literal("carousel"),
  ...base,
  elements: z.array(card).min(1).max(most.carousel),
});

const video = z.strictObject({
  type: z.literal("video"),
  ...base,
  video_url: address(most.video.url, /^https$/),
  thumbnail_url: address(most.video.url),
  alt_text: words(most.image.alt),
  title: plainText(most.video.title),
  title_url: address(most.video.url, /^https$/).optional(),
  author_name: words(most.video.author).optional(),
  provider_name: words(most.video.author).optional(),
  provider_icon_url: address(most.video.url).optional(),
  description: plainText(most.video.description).optional(),
});

const task = z.strictObject({
  type: z.literal("task_card"),
  ...base,
  task_id: id,
  title: words(most.text),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal("url"), url: z.url(), text: words(most.text) }))
    .optional(),
  status: z.enum(["pending", "in_progress", "complete", "error"]),
});

const plan = z.strictObject({
  type: z.literal("plan"),
  ...base,
  title: words(most.text),
  tasks: z.array(task).max(most.plan).optional(),
});

const container = z
  .strictObject({
    type: z.literal("container"),
    ...base,
    title: plainText(most.container.title).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(most.container.title).optional(),
    child_blocks: z
      .array(
        z.discriminatedUnion("type", [
          actions,
          context,
          divider,
          header,
          image,
          input,
          richText,
          section,
          table,
          video,
        ]),
      )
      .min(1)
      .max(most.container.blocks),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(
    (given) => given.title ?? given.rich_text_title,
    "must define either `title` or `rich_text_title`",
  );

/** Any block an app may send; `file` blocks are Slack's own. */
export const block = z.discriminatedUnion("type", [
  actions,
  alert,
  card,
  carousel,
  chart,
  container,
  context,
  contextButtons,
  dataTable,
  divider,
  header,
  image,
  input,
  markdown,
  plan,
  richText,
  section,
  table,
  task,
  video,
]);

export type Surface = "message" | "modal" | "home";

/** Blocks that not every surface takes (docs: "Available in" of each block's page). */
export const onlyOn: Record<string, readonly Surface[]> = {
  alert: ["modal"],
  card: ["message"],
  carousel: ["message"],
  container: ["message"],
  context_actions: ["message"],
  data_table: ["message"],
  data_visualization: ["message"],
  markdown: ["message"],
  plan: ["message"],
  table: ["message"],
  task_card: ["message"],
};
