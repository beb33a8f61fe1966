// What the bot shows, as plain data no platform owns. Renderers live at the edges (src/chat/<surface>/render.ts).

/** Text as a tree, never as a platform's markup: what a customer typed stays text. */
export type Inline =
  | { t: "text"; text: string }
  | { t: "strong"; text: string }
  | { t: "emph"; text: string }
  | { t: "code"; text: string }
  | { t: "link"; text: string; url: string }
  | { t: "person"; id: string; name: string }
  | { t: "date"; at: number; style: "day" | "time" | "both"; text: string };

export type Tone = "info" | "good" | "warn" | "bad";

/** A button. `ref` is opaque (at most 200 characters); the server looks up what it means and for whom. */
export type CallbackAction = {
  id: string;
  label: string;
  ref: string;
  style?: "primary" | "danger";
  confirm?: string;
  /** Shown only where the platform has this: a task list of each person's own (src/chat/offers.ts). */
  needs?: "tasks";
};
export type LinkAction = { label: string; url: string };
export type Action = CallbackAction | LinkAction;

export type Option = { value: string; label: string };

type FieldOf<Kind extends string, Value> = {
  kind: Kind;
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  value?: Value;
  error?: string;
};
export type Field =
  | FieldOf<"text", string>
  | FieldOf<"multiline", string>
  | FieldOf<"number", number>
  | (FieldOf<"select", string> & { options: Option[]; nothing?: string }) // nothing: what choosing none means
  | (FieldOf<"multiselect", string[]> & { options: Option[] })
  | FieldOf<"date", string> // YYYY-MM-DD, a day in the reader's zone
  | (FieldOf<"person", string> & { options: Option[] })
  | (FieldOf<"file", string> & { accept?: string }); // value: an asset id

export type Series = { name: string; values: number[] };
export type ChartKind = "bar" | "line" | "pie" | "radar" | "heatmap";

/** A picture the store keeps (src/store), shown with words for those who cannot see it. */
export type AssetRef = { asset: string };

export type Block =
  | { t: "text"; text: Inline[] }
  | { t: "fields"; items: { label: string; value: Inline[] }[] }
  | { t: "table"; columns: string[]; rows: Inline[][][]; numeric?: number[] }
  | {
      t: "chart";
      chart: ChartKind;
      /** Category labels: the x axis, the slices, the axes of a radar, the columns of a heat map. */
      labels: string[];
      /** One per line, bar group, radar shape or heat map row. A pie has one. */
      series: Series[];
      /** Upper end of the value axis; by default the largest value. */
      max?: number;
      /** The numbers in words: always present, shown where a picture is not. */
      alt: string;
    }
  | { t: "progress"; label: string; ratio: number }
  | { t: "image"; image: AssetRef; alt: string }
  /** A file the store keeps, to be taken along: never shown in place. */
  | { t: "file"; file: AssetRef; name: string }
  | { t: "actions"; actions: Action[] }
  | FormBlock
  | { t: "more"; title: string; blocks: Block[] }
  | { t: "context"; text: Inline[] }
  | { t: "divider" };

/** Answers come back as one submit under `submit.ref`; errors go back per field. */
export type FormBlock = {
  t: "form";
  id: string;
  fields: Field[];
  submit: CallbackAction;
  /** Further submits of the same answers, such as "Preview". */
  others?: CallbackAction[];
  cancel?: CallbackAction;
};

/** One message. `key` names it for good: sending the same key again edits the message in place. */
export type Card = {
  key: string;
  title: string;
  subtitle?: string;
  tone: Tone;
  tags?: string[];
  /** Lock-screen text: what, why and by when; no amounts, phone numbers or customer secrets. */
  summary: string;
  blocks: Block[];
};

/** What a handler answers in time. `open` asks for a form (a modal, an in-card form or a page form). */
export type Outcome = {
  toast?: string;
  card?: Card;
  open?: Card;
  errors?: Record<string, string>;
};

/** Longest opaque reference every platform carries. */
export const maxRefLength = 200;

/** Characters of a button's label that every platform shows: Slack takes 75. */
export const longestLabel = 70;

/** A card's blocks of one kind, the folded ones too. */
export function blocksOf<Kind extends Block["t"]>(
  blocks: Block[],
  kind: Kind,
): Extract<Block, { t: Kind }>[] {
  return blocks.flatMap((block) => {
    if (block.t === kind) return [block as Extract<Block, { t: Kind }>];
    return block.t === "more" ? blocksOf(block.blocks, kind) : [];
  });
}

/** Words without a mark. */
export const text = (value: string): Inline => ({ t: "text", text: value });
/** Words that stand out. */
export const strong = (value: string): Inline => ({ t: "strong", text: value });
/** Words with an emphasis. */
export const emph = (value: string): Inline => ({ t: "emph", text: value });

/** The words of a piece of text without its marks. */
export function plain(inlines: Inline[]): string {
  return inlines.map((part) => (part.t === "person" ? part.name : part.text)).join("");
}
