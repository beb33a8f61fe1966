// E-mail addresses as people write them.
import { recordSchemas } from "../../../core/records/schemas.ts";

/** An e-mail address in lower case, out of "Ann <ann@acme.com>" or "mailto:…"; nothing when there is none. */
export function parseEmail(text: string): string | undefined {
  const bare = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  const [first = ""] = bare
    .normalize("NFKC")
    .replace(/^mailto:/i, "")
    .trim()
    .split(/[;,、\s]+/);
  const parsed = recordSchemas.contact.shape.email.safeParse(first.toLowerCase());
  return parsed.success && parsed.data !== null ? parsed.data : undefined;
}
