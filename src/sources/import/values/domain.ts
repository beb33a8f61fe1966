// Domains as people write them.
/** The domain of a website or of an e-mail address; nothing when there is none. */
export function parseDomain(text: string): string | undefined {
  const bare = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^.*@/, "")
    .replace(/^www\./, "")
    .replace(/[/?#:].*$/, "");
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(bare) ? bare : undefined;
}
