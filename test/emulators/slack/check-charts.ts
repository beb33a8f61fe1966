// Tables and charts: docs.slack.dev/reference/block-kit/blocks/{table,data-table,data-visualization}-block.
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { most } from "./check-limits.ts";
import { areDistinct, id, words } from "./check-objects.ts";
import { richText } from "./check-rich-text.ts";

const base = { block_id: id.optional() };

const rawCells = [
  z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: z.string().min(1) }),
] as const;
const cell = z.discriminatedUnion("type", [...rawCells, richText]);

function areEven(rows: unknown[][]): boolean {
  return rows.every((row) => row.length === rows[0]?.length);
}

const uneven = "rows must have the same number of cells";

export const table = z.strictObject({
  type: z.literal("table"),
  ...base,
  rows: z
    .array(z.array(cell).min(1).max(most.table.columns))
    .min(1)
    .max(most.table.rows)
    .refine(areEven, uneven),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(["left", "center", "right"]).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(most.table.settings)
    .optional(),
});

export const dataTable = z.strictObject({
  type: z.literal("data_table"),
  ...base,
  caption: words(most.text),
  rows: z
    .array(z.array(cell).min(1).max(most.dataTable.columns))
    .min(2)
    .max(most.dataTable.rows)
    .refine(areEven, uneven),
  page_size: z.int().min(1).max(most.dataTable.page).optional(),
  row_header_column_index: z.int().min(0).optional(),
});

const name = words(most.chart.name);
const names = z
  .array(name)
  .min(1)
  .max(most.chart.categories)
  .refine(areDistinct, "categories must be unique");

const pie = z.strictObject({
  type: z.literal("pie"),
  segments: z
    .array(z.strictObject({ label: name, value: z.number().positive() }))
    .min(1)
    .max(most.chart.segments),
});

const drawn = {
  series: z
    .array(
      z.strictObject({
        name,
        data: z.array(z.strictObject({ label: name, value: z.number() })).min(1),
      }),
    )
    .min(1)
    .max(most.chart.series)
    .refine((series) => areDistinct(series.map((one) => one.name)), "series must be unique"),
  axis_config: z.strictObject({
    categories: names,
    x_label: words(most.chart.axis).optional(),
    y_label: words(most.chart.axis).optional(),
  }),
};

type Drawn = {
  series: { data: { label: string }[] }[];
  axis_config: { categories: string[] };
};

function isMatching({ series, axis_config: { categories } }: Drawn): boolean {
  return series.every(({ data }) =>
    isDeepStrictEqual(
      data.map(({ label }) => label),
      categories,
    ),
  );
}

function chartOf<Kind extends string>(kind: Kind) {
  const shape = z.strictObject({ type: z.literal(kind), ...drawn });
  return shape.refine(isMatching, "labels must match the categories");
}

export const chart = z.strictObject({
  type: z.literal("data_visualization"),
  ...base,
  title: words(most.chart.title),
  chart: z.discriminatedUnion("type", [pie, chartOf("bar"), chartOf("line"), chartOf("area")]),
});
