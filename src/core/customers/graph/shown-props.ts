// What of a touch's properties a person is shown: plain values, and nothing that opens a door.
const secretName =
  /token|secret|passw|pwd|api.?key|auth|cookie|session|signature|\botp\b|ssn|iban|card.?n|^ip$|ip.?addr|user.?agent|fingerprint/i;
const innerName = /id$|ids$|^(?:who|about|automated|authorId|note|text|comment|message)$/i;
/** Longer runs without a space are keys and hashes, not words. */
const opaque = /[A-Za-z0-9+/_=-]{32,}/;
const mostProps = 10;
const longest = 120;

/** Name and value, in the order in which they came. */
export function shownProps(props: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(props)
    .filter(([name]) => !secretName.test(name) && !innerName.test(name))
    .flatMap(([name, value]): [string, string][] => {
      const words = toWords(value);
      return words === undefined ? [] : [[name, words]];
    })
    .slice(0, mostProps);
}

function toWords(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const plain = withoutSecrets(value.trim());
  return opaque.test(plain.replace(/[/?&]/g, " ")) ? undefined : plain.slice(0, longest);
}

/** Addresses lose who signs in with them, and everything after the path. */
function withoutSecrets(value: string): string {
  return value.replace(
    /\b([a-z][a-z0-9+.-]*:\/\/)([^\s]*)/gi,
    (_, scheme: string, rest: string) => {
      const [place = ""] = rest.split(/[?#]/, 1);
      return scheme + place.replace(/^[^/@]*@/, "");
    },
  );
}
