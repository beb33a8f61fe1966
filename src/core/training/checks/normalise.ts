// How the checks compare texts.
/** Text as it is compared: one width, small letters, one space for whatever is no letter or number. */
export function normalise(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
