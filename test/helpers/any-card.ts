// Any card core may ever make, and worse: for properties that every renderer must keep.
import fc from "fast-check";
import type {
  Action,
  Block,
  CallbackAction,
  Card,
  Field,
  FormBlock,
  Inline,
  Option,
} from "../../src/core/card.ts";

/** Words customers, colleagues and attackers type: markup of every platform, scripts, halves of characters. */
const nasty = [
  "",
  " ",
  "\n\n",
  "<!channel> & <@U123> <https://evil.example|click>",
  "<at id=all></at> **bold** [x](javascript:alert(1))",
  "*a* _b_ ~c~ `d` ```e```",
  "{{var}} $(x) %s \\u0000 \u0000\u0007",
  "\ud83d\ude00 \ud83d 👩‍👩‍👧‍👦",
  "王丽，华信精密，需要 20 个账号",
  "مرحبا \u202Eevil",
];

const words = fc.oneof(
  { weight: 20, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 10, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 1,
    // What counts as one letter is one to three bytes, or eleven units.
    arbitrary: fc
      .tuple(fc.constantFrom("long ", "华信精密。", "👩‍👩‍👧‍👦🏥"), fc.nat({ max: 9_000 }))
      .map(([some, length]) => some.repeat(length / some.length)),
  },
);
const label = fc.oneof(
  { weight: 9, arbitrary: fc.string({ minLength: 1, maxLength: 30 }) },
  { weight: 1, arbitrary: words },
);
const url = fc.oneof(
  fc.webUrl(),
  fc.constantFrom("javascript:alert(1)", "not a url", "", `https://a.example/${"x".repeat(4_000)}`),
);
const ref = fc.string({ minLength: 1, maxLength: 200 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
/** A record with its undefined properties left out, as exact optional properties want. */
const record = <Shape>(shape: { [Key in keyof Shape]-?: fc.Arbitrary<Shape[Key] | undefined> }) =>
  fc
    .record(shape as Record<string, fc.Arbitrary<unknown>>)
    .map(
      (value) =>
        Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Shape,
    );

/** One piece of text. */
const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  ...(["text", "strong", "emph", "code"] as const).map((t) =>
    words.map((text): Inline => ({ t, text })),
  ),
  fc.tuple(words, url).map(([text, to]): Inline => ({ t: "link", text, url: to })),
  words.map((name): Inline => ({ t: "person", id: "per_1", name })),
  fc
    .tuple(fc.integer({ min: -1e13, max: 4e12 }), fc.constantFrom("day", "time", "both"), words)
    .map(([at, style, text]): Inline => ({ t: "date", at, style, text })),
);
const inlines = fc.array(anyInline, { maxLength: 5 });

const callback: fc.Arbitrary<CallbackAction> = record<CallbackAction>({
  id: label,
  label,
  ref,
  style: maybe(fc.constantFrom("primary", "danger")),
  confirm: maybe(words),
  needs: maybe(fc.constant("tasks")),
});
/** A button or a link. */
const anyAction: fc.Arbitrary<Action> = fc.oneof(callback, fc.record({ label, url }));

const options: fc.Arbitrary<Option[]> = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.record({ value: words, label }), { maxLength: 8 }) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 90, max: 450 })
      .map((count) =>
        Array.from({ length: count }, (_, at) => ({ value: `per_${at}`, label: `Rep ${at}` })),
      ),
  },
);
const about = {
  // Names are ours: plain words, never what somebody typed.
  name: fc.stringMatching(/^[a-z_]{1,20}$/),
  label,
  hint: maybe(words),
  required: maybe(fc.boolean()),
  error: maybe(words),
};
const texts = (kind: "text" | "multiline") =>
  record<Extract<Field, { kind: "text" }>>({
    ...about,
    kind: fc.constant(kind as "text"),
    value: maybe(words),
  });

/** A field of any kind, valid or not. */
const anyField: fc.Arbitrary<Field> = fc.oneof(
  texts("text"),
  texts("multiline"),
  record<Extract<Field, { kind: "number" }>>({
    ...about,
    kind: fc.constant("number"),
    value: maybe(fc.double()),
  }),
  record<Extract<Field, { kind: "select" }>>({
    ...about,
    kind: fc.constant("select"),
    options,
    value: maybe(words),
    nothing: maybe(words),
  }),
  record<Extract<Field, { kind: "person" }>>({
    ...about,
    kind: fc.constant("person"),
    options,
    value: maybe(words),
  }),
  record<Extract<Field, { kind: "multiselect" }>>({
    ...about,
    kind: fc.constant("multiselect"),
    options,
    value: maybe(fc.array(words, { maxLength: 3 })),
  }),
  record<Extract<Field, { kind: "date" }>>({
    ...about,
    kind: fc.constant("date"),
    value: maybe(fc.constantFrom("2026-11-23", "2026-02-30", "tomorrow", "")),
  }),
  record<Extract<Field, { kind: "file" }>>({
    ...about,
    kind: fc.constant("file"),
    value: maybe(words),
    accept: maybe(fc.constantFrom(".csv", ".csv,.xlsx,text/csv", "image/*", "")),
  }),
);

/** A form whose fields have names of their own, as core makes them. */
export const anyForm: fc.Arbitrary<FormBlock> = record<FormBlock>({
  t: fc.constant("form"),
  id: label,
  fields: fc.uniqueArray(anyField, { maxLength: 12, selector: ({ name }) => name }),
  submit: callback,
  others: maybe(fc.array(callback, { maxLength: 3 })),
  cancel: maybe(callback),
});

const numbers = fc.array(fc.oneof(fc.integer({ min: -50, max: 150 }), fc.double()), {
  maxLength: 8,
});
const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: inlines.map((text): Block => ({ t: "text", text })) },
  inlines.map((text): Block => ({ t: "context", text })),
  fc
    .array(fc.record({ label, value: inlines }), { maxLength: 12 })
    .map((items): Block => ({ t: "fields", items })),
  fc
    .record({
      columns: fc.array(label, { maxLength: 22 }),
      rows: fc.array(fc.array(inlines, { maxLength: 4 }), { maxLength: 6 }),
      numeric: fc.array(fc.nat({ max: 5 }), { maxLength: 3 }),
    })
    .map((table): Block => ({ t: "table", ...table })),
  // Tables as core makes them: every row as wide as the head, sometimes longer than any platform likes.
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 130 }), words).map(
    ([width, height, cell]): Block => ({
      t: "table",
      columns: Array.from({ length: width }, (_, at) => `Column ${at}`),
      rows: Array.from({ length: height }, () =>
        Array.from({ length: width }, () => [{ t: "text", text: cell.slice(0, 20) }]),
      ),
    }),
  ),
  fc
    .record({
      chart: fc.constantFrom("bar", "line", "pie", "radar", "heatmap"),
      labels: fc.array(label, { maxLength: 8 }),
      series: fc.array(fc.record({ name: label, values: numbers }), { maxLength: 4 }),
      alt: words,
    })
    .map((chart): Block => ({ t: "chart", ...chart })),
  fc.record({ label, ratio: fc.double() }).map((bar): Block => ({ t: "progress", ...bar })),
  words.map((alt): Block => ({ t: "image", image: { asset: "ast_1" }, alt })),
  fc.array(anyAction, { maxLength: 60 }).map((actions): Block => ({ t: "actions", actions })),
  anyForm,
  fc.constant<Block>({ t: "divider" }),
);
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  { weight: 8, arbitrary: leaf },
  fc
    .record({ title: words, blocks: fc.array(leaf, { maxLength: 4 }) })
    .map((more): Block => ({ t: "more", ...more })),
);

/** A whole card; sometimes far too long for any platform. */
export const anyCard: fc.Arbitrary<Card> = record<Card>({
  key: label,
  title: words,
  subtitle: maybe(words),
  tone: fc.constantFrom("info", "good", "warn", "bad"),
  tags: maybe(fc.array(words, { maxLength: 4 })),
  summary: words,
  blocks: fc.oneof(
    { weight: 29, arbitrary: fc.array(anyBlock, { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(anyBlock, { minLength: 45, maxLength: 70, size: "max" }) },
  ),
});
