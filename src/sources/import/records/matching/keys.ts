// What makes a row the same row when its file is imported again.
import { toNameKey } from "../../../../core/records/names.ts";
import type { CompiledFile } from "../../mapping/compile.ts";
import { digestOf } from "./digest.ts";
import { createOccurrences, type Occurrences } from "./occurrences.ts";

type RowKey = {
  key: string;
  /** An earlier row had the same id of its own. */
  isDuplicate: boolean;
  /** An earlier row said the same, word for word. */
  isRepeated: boolean;
};

export type KeyMaker = (cells: readonly string[], raw: Readonly<Record<string, string>>) => RowKey;

/**
 * The row's mapped id. Without one, what names such a record (an account's or product's name, a person's e-mail
 * or name, a contact's e-mail or phone), so that an edited row is still the same row. Without that, a hash of
 * what the row says. Where nothing is an id, equal rows are told apart by their number: two equal purchases are two,
 * and whether two equal leads are one pasted twice is for a person to say.
 */
export function createKeyMaker(file: CompiledFile, ids: Occurrences): KeyMaker {
  const occurrences = createOccurrences();
  // By name, not by place: a column that moved or came in empty leaves the row the same.
  const inOrder = file.header
    .map((column, index) => ({ column, index }))
    .sort((a, b) => (a.column < b.column ? -1 : 1));

  const contentOf = (cells: readonly string[]) =>
    inOrder
      .map(({ column, index }) => ({ column, cell: cells[index]?.trim() ?? "" }))
      .filter(({ cell }) => cell !== "")
      .map(({ column, cell }) => `${column}\u001f${cell}`)
      .join("\u001e");

  return (cells, raw) => {
    if (raw.id) {
      const key = raw.id.length <= 200 ? raw.id : `id:${digestOf(raw.id)}`;
      return { key, isDuplicate: ids.count(digestOf(key)) > 1, isRepeated: false };
    }
    const key = naturalKey(file.kind, raw) ?? `row:${digestOf(contentOf(cells))}`;
    const number = occurrences.count(digestOf(key));
    const isRepeated = number > 1 && file.kind === "leads";
    return { key: number === 1 ? key : `${key}#${number}`, isDuplicate: false, isRepeated };
  };
}

function naturalKey(
  kind: CompiledFile["kind"],
  raw: Readonly<Record<string, string>>,
): string | undefined {
  const name = raw.name ?? [raw.firstName, raw.lastName].filter(Boolean).join(" ");
  const byName = name ? () => short("name", toNameKey(name)) : () => undefined;
  const byMail = () => mailKey(raw.email);
  if (kind === "accounts" || kind === "products") return byName();
  if (kind === "people") return byMail() ?? byName();
  if (kind === "contacts") return byReach(raw);
  return undefined;
}

const mailKey = (email: string | undefined) => usable("email", email, /^[^\s@*]+@[^\s@*]+$/);

function byReach({ email, phone }: Readonly<Record<string, string>>): string | undefined {
  return mailKey(email) ?? usable("phone", phone, /^[^xX*]*\d{6,}[^xX*]*$/);
}

function usable(what: string, text: string | undefined, shape: RegExp): string | undefined {
  return text && !/XXX/.test(text) && shape.test(text.replace(/[\s()-]/g, ""))
    ? short(what, text.toLowerCase())
    : undefined;
}

function short(what: string, text: string): string | undefined {
  if (text === "") return undefined;
  return text.length <= 150 ? `${what}:${text}` : `${what}:${digestOf(text)}`;
}
