// The part of a host name that somebody registered, by the public suffix list (publicsuffix.org).
import { parse } from "tldts";

/** Nothing for a suffix by itself, and for an ending the list does not know. */
export function readDomain(host: string): string | undefined {
  const { domain, isIcann, isPrivate } = parse(host, { allowPrivateDomains: true });
  return domain && (isIcann || isPrivate) ? domain : undefined;
}
