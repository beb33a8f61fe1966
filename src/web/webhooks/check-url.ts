// Where a webhook may go: a public https address, unless the operator allows another.
import { isIP } from "node:net";
import { Refused } from "../../core/errors.ts";
import { isPrivateAddress } from "./private-address.ts";

const longest = 2_000;

/** The address, written the way it is called. Throws Refused. */
export function checkUrl(given: string, { allowPrivate }: { allowPrivate: boolean }): string {
  const url = given.length <= longest && URL.canParse(given) ? new URL(given) : undefined;
  const isHttp = url?.protocol === "https:" || url?.protocol === "http:";
  if (!url || !isHttp || url.username || url.password) {
    throw new Refused(
      "webhook_bad_url",
      "Give an address such as https://example.com/hooks, without a user or password in it.",
    );
  }
  if (allowPrivate) return url.href;
  if (url.protocol !== "https:") {
    throw new Refused("webhook_not_https", "Webhooks go to https addresses only.");
  }
  if (isInside(hostOf(url))) throw new Refused("webhook_private", privateAddress);
  return url.href;
}

/** The host without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

/** What is known without asking: a name that resolves to an inner address is refused when it is called. */
function isInside(host: string): boolean {
  if (isIP(host) > 0) return isPrivateAddress(host);
  return !host.includes(".") || /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host);
}

const privateAddress =
  "This address is of this machine or of an inner network. Give a public one; the operator can allow others with `webhooks add --private`.";
