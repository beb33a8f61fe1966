// The answers of a modal, by field name.
import { z } from "zod";
import type { Values } from "../../adapter.ts";
import type { SlackFile } from "../parse.ts";

const answer = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  files: z
    .array(
      z.object({
        id: z.string(),
        name: z.string().nullish(),
        mimetype: z.string().nullish(),
        size: z.number().nullish(),
        url_private: z.string().nullish(),
        url_private_download: z.string().nullish(),
      }),
    )
    .nullish(),
});
type Answer = z.output<typeof answer>;

const state = z.record(z.string(), z.record(z.string(), z.unknown()));

export type Filled = { values: Values; files: { field: string; file: SlackFile }[] };

/** Empty answers are left out, as if the field were not there; an empty choice of several is an empty list. */
export function parseValues(given: unknown): Filled {
  const { data = {} } = state.safeParse(given);
  const answers = Object.entries(data).flatMap(([block, actions]) => {
    const parsed = answer.safeParse(actions.value);
    return block.startsWith("field:") && parsed.success
      ? [{ field: block.slice("field:".length), answer: parsed.data }]
      : [];
  });
  const values = answers.flatMap(({ field, answer: one }) => {
    const value = toValue(one);
    return value === undefined ? [] : [[field, value] as const];
  });
  const files = answers.flatMap(({ field, answer: { files: some } }) =>
    (some ?? []).slice(0, 1).map((file) => ({ field, file })),
  );
  return { values: Object.fromEntries(values), files };
}

function toValue(one: Answer): string | number | string[] | undefined {
  if (one.type === "multi_static_select") {
    return (one.selected_options ?? []).map(({ value }) => value);
  }
  const text = one.selected_option?.value ?? one.selected_date ?? one.value ?? undefined;
  if (one.type !== "number_input" || text === undefined) return text;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
