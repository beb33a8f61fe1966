// Two spellings of one mailbox.

/** Services that deliver "ana+news@…" to "ana@…", as each documents. */
const plusServices = new Set([
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "icloud.com",
  "fastmail.com",
  "proton.me",
  "protonmail.com",
]);

/** The mailbox an address in lower case delivers to: Gmail ignores dots and, like some others, what follows a plus. */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf("@");
  const host = email.slice(at + 1).replace(/^googlemail\.com$/, "gmail.com");
  const local = plusServices.has(host)
    ? email.slice(0, at).replace(/\+.*$/, "")
    : email.slice(0, at);
  return `${host === "gmail.com" ? local.replaceAll(".", "") : local}@${host}`;
}
