// One cell as the value of one field: what it says, or why it cannot say it.
import type { FieldSpec } from "../../../core/importing/fields.ts";
import type { Target } from "../../../core/importing/mapping.ts";
import type { ImportKind, WarningCode } from "../../../core/importing/model.ts";
import { parseAmount } from "./amount.ts";
import { choiceOf, createChoiceFinder, normalWord } from "./choices.ts";
import { parseCurrency } from "./currency.ts";
import { type FormatParser, parseDate } from "./date.ts";
import { parseDomain } from "./domain.ts";
import { parseEmail } from "./email.ts";
import { isMasked } from "./masked.ts";
import { parsePhone } from "./phone.ts";

export type Reading = {
  /** Null: nothing is known. */
  value: unknown;
  /** The value is not what was written. */
  changed?: boolean;
  problem?: WarningCode;
  /** Money says its currency beside. */
  currency?: string | null;
};

/** How the cells of one column are read. */
export type Reader = (cell: string) => Reading;

export type ReaderOptions = {
  kind: ImportKind;
  target: Target;
  spec: FieldSpec;
  zone: string;
  /** Reads the target's own date formats. */
  formats?: FormatParser;
};

const nothing: Reading = { value: null };
const bad: Reading = { value: null, problem: "bad_value" };

/** Builds the reader of a column. Cells come trimmed and not empty. */
export function createReader(options: ReaderOptions): Reader {
  const read = withValues(options.target, readers[options.spec.type](options));
  const isWord = ["text", "name", "id", "reference", "props"].includes(options.spec.type);
  return (cell) => {
    if (isSpreadsheetError(cell)) return bad;
    return !isWord && isPlaceholder(cell) ? nothing : read(cell);
  };
}

/** A formula that failed was exported as its error. */
function isSpreadsheetError(cell: string): boolean {
  return cell.startsWith("#") && /^#(VALUE!|N\/A|REF!|NAME\?|DIV\/0!|NULL!|NUM!)$/i.test(cell);
}

/** Where a number or a date belongs these mean "not known". In free text they are left to the contracts. */
function isPlaceholder(cell: string): boolean {
  return /^(n\.?\/?a\.?|null|nil|none|tbd|unknown|-+|—+|\?+|无|暂无|待定|未知)$/i.test(cell);
}

/** The mapping's own words first; a value they change keeps its original. */
function withValues({ values }: Target, read: Reader): Reader {
  if (!values) return read;
  const known = new Map(Object.entries(values).map(([word, value]) => [normalWord(word), value]));
  return (cell) => {
    const value = known.get(normalWord(cell));
    if (value === undefined) return read(cell);
    return { ...read(value), changed: value !== cell };
  };
}

type MakeReader = (options: ReaderOptions) => Reader;

const readers: Record<FieldSpec["type"], MakeReader> = {
  id: () => asIs,
  text: () => asIs,
  reference: () => asIs,
  props: () => asIs,
  name: () => (cell) => (isMasked(cell, "name") ? masked : { value: cell.replace(/\s+/g, " ") }),
  email: () => (cell) => (isMasked(cell, "email") ? masked : orBad(parseEmail(cell))),
  phone: () => (cell) => (isMasked(cell, "phone") ? masked : orBad(parsePhone(cell))),
  domain: () => (cell) => orBad(parseDomain(cell)),
  currency: () => (cell) => orBad(parseCurrency(cell)),
  flag: () => (cell) => orBad(parseFlag(cell)),
  money:
    ({ target }) =>
    (cell) =>
      readMoney(cell, target),
  integer:
    ({ target }) =>
    (cell) =>
      readInteger(cell, target),
  date: ({ target, zone, formats }) => {
    const order = target.order ?? "dmy";
    return (cell) => orBad(formats ? formats(cell) : parseDate(cell, { order, zone }));
  },
  choice: ({ kind, target }) => {
    const choice = choiceOf(kind, target.field);
    if (!choice) return asIs;
    const find = createChoiceFinder(choice);
    const otherwise: Reader = choice.open
      ? asIs
      : () => ({ value: null, problem: "unknown_value" });
    return (cell) => {
      const value = find(cell);
      return value === undefined ? otherwise(cell) : { value, changed: !isSameWord(value, cell) };
    };
  },
  list: ({ kind, target }) => {
    const choice = choiceOf(kind, target.field);
    const find = choice ? createChoiceFinder(choice) : () => undefined;
    return (cell) => ({
      value: splitList(cell, target.separator).map((item) => find(item) ?? item),
    });
  },
};

const masked: Reading = { value: null, problem: "masked_value" };
const asIs: Reader = (cell) => ({ value: cell });
const orBad = (value: unknown): Reading => (value === undefined ? bad : { value });

function readMoney(cell: string, { decimal, scale = 1 }: Target): Reading {
  const amount = parseAmount(cell, decimal ? { decimal } : {});
  if (!amount) return bad;
  const value = scale === 1 ? amount.value : Number((amount.value * scale).toPrecision(15));
  return { value, currency: amount.currency, changed: amount.scaled || scale !== 1 };
}

function readInteger(cell: string, { decimal, scale = 1 }: Target): Reading {
  const amount = parseAmount(cell, decimal ? { decimal } : {});
  if (!amount) return bad;
  const value = amount.value * scale;
  return Number.isInteger(value) ? { value } : bad;
}

const yes = ["yes", "y", "true", "1", "是", "在职", "启用", "active", "有"];
const no = ["no", "n", "false", "0", "否", "离职", "停用", "inactive", "无"];

function parseFlag(cell: string): boolean | undefined {
  const word = normalWord(cell);
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

function isSameWord(value: string, cell: string): boolean {
  return value === cell.toLowerCase();
}

function splitList(cell: string, separator: string | undefined): string[] {
  const items = cell.split(separator ?? /[;；,，、|\n]/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ""))];
}
