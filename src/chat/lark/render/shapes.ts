// Shapes of card JSON 2.0 as far as we use it: an unknown property is an error there, so it is one here.
import { z } from "zod";
import { byName } from "../../../core/by-name.ts";

const id = z.string().min(1);
// Nothing of control characters is documented; better none arrives.
const words = id.regex(/^(?:(?![^\n\t\P{Cc}]).)*$/su);
const base = {
  element_id: z
    .string()
    .regex(/^[A-Za-z]\w{0,19}$/)
    .optional(),
  margin: z.string().optional(),
};
const element = z.looseObject({ tag: z.string() });
const elements = z.array(element);

// Mentions may only come from us, and we write none: whatever looks like one was typed by somebody.
const markup = words
  .max(10_000)
  .regex(/^(?!.*<\/?(at|person|a|img|link|button|audio|text_tag|number_tag|local_datetime)\b)/is);
const textStyle = {
  text_size: z.enum(["heading", "normal", "notation"]).optional(),
  text_color: z.enum(["default", "grey", "red", "green"]).optional(),
  text_align: z.enum(["left", "center", "right"]).optional(),
  lines: z.int().positive().optional(),
};
const plain = z.strictObject({ tag: z.literal("plain_text"), content: words, ...textStyle });
const larkMd = z.strictObject({ tag: z.literal("lark_md"), content: markup });

const callback = z.strictObject({
  type: z.literal("callback"),
  value: z.looseObject({ ref: z.string().min(1).max(200) }),
});
const openUrl = z.strictObject({
  type: z.literal("open_url"),
  default_url: z.url({ protocol: /^(https?|mailto)$/ }),
});
const control = { ...base, name: id.optional(), required: z.boolean().optional() };
const width = z.enum(["default", "fill", "auto"]).optional();
const option = z.strictObject({ text: plain, value: id });
const options = z
  .array(option)
  .min(1)
  .refine(
    (all) => new Set(all.map(({ value }) => value)).size === all.length,
    "an option stands twice",
  );

const colour = z.string().regex(/^(grey|blue-(50|[1-9]00))$/);
const column = z.strictObject({
  name: z.string().regex(/^\w+$/),
  display_name: z.string(),
  data_type: z.enum(["text", "markdown", "lark_md", "number"]),
  width: z.string().optional(),
  horizontal_align: z.enum(["left", "center", "right"]).optional(),
});

/** Each element by its tag. */
export const elementShapes: Record<string, z.ZodType> = byName({
  plain_text: plain,
  lark_md: larkMd,
  text_tag: z.strictObject({ tag: z.literal("text_tag"), text: plain, color: words, ...base }),
  markdown: z.strictObject({ tag: z.literal("markdown"), content: markup, ...textStyle, ...base }),
  div: z
    .strictObject({
      tag: z.literal("div"),
      text: z.union([plain, larkMd]).optional(),
      fields: z
        .array(z.strictObject({ is_short: z.boolean(), text: z.union([plain, larkMd]) }))
        .min(1)
        .max(10)
        .optional(),
      ...base,
    })
    .refine(({ text, fields }) => text || fields, "an empty div"),
  hr: z.strictObject({ tag: z.literal("hr"), ...base }),
  img: z.strictObject({
    tag: z.literal("img"),
    img_key: z.string().regex(/^img_/),
    alt: plain,
    ...base,
  }),
  column_set: z.strictObject({
    tag: z.literal("column_set"),
    flex_mode: z.enum(["none", "stretch", "flow", "bisect", "trisect"]).optional(),
    horizontal_spacing: z.string().optional(),
    columns: elements.min(1),
    ...base,
  }),
  column: z.strictObject({
    tag: z.literal("column"),
    width: z.enum(["auto", "weighted"]).optional(),
    weight: z.int().min(1).max(5).optional(),
    background_style: colour.optional(),
    elements: elements.min(1),
    ...base,
  }),
  button: z.strictObject({
    tag: z.literal("button"),
    text: plain,
    type: z.enum(["default", "primary", "danger", "primary_filled", "danger_filled"]),
    confirm: z.strictObject({ title: plain, text: plain }).optional(),
    behaviors: z.array(z.union([callback, openUrl])).min(1),
    form_action_type: z.enum(["submit", "reset"]).optional(),
    ...control,
  }),
  form: z.strictObject({ tag: z.literal("form"), name: id, elements: elements.min(1), ...base }),
  input: z
    .strictObject({
      tag: z.literal("input"),
      input_type: z.enum(["text", "multiline_text", "password"]),
      rows: z.int().positive().optional(),
      max_length: z.int().min(1).max(1000),
      placeholder: plain.optional(),
      default_value: words.optional(),
      width,
      ...control,
    })
    .refine(
      (input) => (input.default_value ?? "").length <= input.max_length,
      "default_value too long",
    ),
  select_static: z
    .strictObject({
      tag: z.literal("select_static"),
      placeholder: plain,
      options,
      initial_option: id.optional(),
      width,
      ...control,
    })
    .refine(
      ({ initial_option: chosen, options: all }) =>
        !chosen || all.some(({ value }) => value === chosen),
      "the initial option is none of the options",
    ),
  multi_select_static: z
    .strictObject({
      tag: z.literal("multi_select_static"),
      placeholder: plain,
      options,
      selected_values: z.array(id).min(1).optional(),
      width,
      ...control,
    })
    .refine(
      ({ selected_values: chosen = [], options: all }) =>
        chosen.every((one) => all.some(({ value }) => value === one)),
      "a selected value is none of the options",
    ),
  date_picker: z.strictObject({
    tag: z.literal("date_picker"),
    initial_date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    ...control,
  }),
  table: z.strictObject({
    tag: z.literal("table"),
    page_size: z.int().min(1).max(10),
    row_height: z.enum(["low", "middle", "high", "auto"]).optional(),
    header_style: z.looseObject({}).optional(),
    columns: z.array(column).min(1).max(50),
    rows: z.array(z.record(z.string(), z.string().max(10_000))),
    ...base,
  }),
  chart: z.strictObject({
    tag: z.literal("chart"),
    aspect_ratio: z.enum(["1:1", "2:1", "4:3", "16:9"]).optional(),
    color_theme: z.enum(["brand", "rainbow", "complementary", "converse", "primary"]).optional(),
    chart_spec: z.looseObject({
      type: z.enum([
        "bar",
        "line",
        "pie",
        "radar",
        "area",
        "funnel",
        "linearProgress",
        "circularProgress",
      ]),
      data: z
        .array(z.strictObject({ id: words, values: z.array(z.looseObject({})).min(1) }))
        .min(1),
    }),
    ...base,
  }),
  collapsible_panel: z.strictObject({
    tag: z.literal("collapsible_panel"),
    expanded: z.boolean(),
    header: z.strictObject({ title: plain }),
    elements: elements.min(1),
    ...base,
  }),
});

export const rootShape = z.strictObject({
  schema: z.literal("2.0"),
  config: z.strictObject({
    update_multi: z.literal(true),
    enable_forward: z.boolean(),
    summary: z.strictObject({ content: words }),
  }),
  header: z.strictObject({
    title: plain,
    subtitle: plain.optional(),
    template: z.enum(["blue", "green", "orange", "red", "grey"]),
    text_tag_list: elements.min(1).max(3).optional(),
  }),
  body: z.strictObject({ elements: elements.min(1) }),
});
