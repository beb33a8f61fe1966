// Values of fields, with whether they are placeholders: read from lines of JSON.
import { z } from "zod";

const text = z.string().min(1);
const placeholderCase = z.object({
  /** Other programs number things. */
  id: z.union([text, z.number()]).transform(String),
  field: text,
  value: z
    .union([z.string(), z.number(), z.boolean()])
    .nullish()
    .transform((value) => String(value ?? "")),
  lang: text.nullish(),
  expected: z.boolean(),
});

/** One value of one field. */
export type PlaceholderCase = z.infer<typeof placeholderCase>;

/** What a line of a file of cases is. */
export const placeholderLine = {
  schema: placeholderCase,
  fields: "id, field, value, lang, expected",
};
