// Names as keys: two spellings that differ only in case, width or spacing are one.

/**
 * Folds case, full-width letters, punctuation and runs of spaces. Spaces themselves stay: "GTXPro" and "GTX Pro"
 * may be two products, and guessing is left to a person.
 */
export function toNameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The same without spaces, for what people type: "GTXPro" finds "GTX Pro". For looking, never for writing. */
export function toLooseKey(name: string): string {
  return toNameKey(name).replaceAll(" ", "");
}
