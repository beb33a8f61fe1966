// E-mail addresses and domains, by their form alone: what can be a name on the internet, and whose it can be.
import { freeMailDomains } from "../../../identity/free-mail.ts";
import { findPlaceholder } from "../placeholder.ts";
import type { Line, Params, Result, Saying, Subject } from "./checked.ts";
import { disposableDomains } from "./disposable.ts";
import type { Readers } from "./ports.ts";

/** Labels of letters, figures and hyphens, 63 at most (RFC 1123); an international one in its ASCII form (RFC 5891). */
const hostPattern =
  /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])$/;
/** A local part without quotes (RFC 5321, 4.1.2), 64 octets at most; letters beyond ASCII are allowed (RFC 6531). */
const localPattern = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** Names that never are anybody's (RFC 2606, RFC 6761). */
const reserved =
  /(?:^|\.)(?:test|example|invalid|localhost|local|onion|internal|example\.(?:com|net|org))$/;

type Given = { readers: Readers; at: number };

/** An address: its form, its domain, and what kind of service the domain is. */
export function readEmail(typed: string, given: Given): Subject {
  const at = typed.lastIndexOf("@");
  const [local, host] = [typed.slice(0, at), typed.slice(at + 1)];
  const line = liner(given.at);
  const isForm = localPattern.test(local) && local.length <= 64;
  const domain = readDomain(host, given);
  const value = `${local}@${domain.value}`;
  const subject = { type: "email" as const, value, country: null };
  if (!isForm) return { ...subject, lines: [line("failed", "email_form_wrong", { local })] };
  if (domain.lines.some(({ says }) => says === "domain_form_wrong")) {
    return { ...subject, lines: domain.lines };
  }
  const isSample = findPlaceholder({ field: "email", value }) !== undefined;
  const form = isSample
    ? line("failed", "email_placeholder", { value })
    : line("passed", "email_form", { value });
  const lines = [form, ...domain.lines.filter(({ result }) => result === "failed")];
  const service = serviceOf(domain.domain ?? domain.value, line);
  const isOwn = service.every(({ says }) => says === "email_not_disposable");
  return {
    ...{ ...subject, lines: [...lines, ...service] },
    ...(isOwn && domain.domain ? { domain: domain.domain } : {}),
  };
}

function serviceOf(domain: string, line: ReturnType<typeof liner>): Line[] {
  if (disposableDomains.has(domain)) return [line("failed", "email_disposable", { domain })];
  const count = disposableDomains.size;
  const known = line("passed", "email_not_disposable", { count });
  return freeMailDomains.has(domain) ? [known, line("passed", "email_free", { domain })] : [known];
}

/** A domain or a web address; an international name in its ASCII form. */
export function readDomain(typed: string, { readers, at }: Given): Subject {
  const line = liner(at);
  const host = hostOf(typed);
  const shown = host ?? typed;
  const subject = { type: "domain" as const, value: shown, country: null };
  if (!host || !hostPattern.test(host) || /^[\d.]+$/.test(host)) {
    return { ...subject, lines: [line("failed", "domain_form_wrong", { domain: typed })] };
  }
  const domain = readers.domain(host);
  if (reserved.test(host)) {
    return { ...subject, lines: [line("failed", "domain_reserved", { domain: host })] };
  }
  if (!domain) return { ...subject, lines: [line("failed", "domain_no_suffix", { domain: host })] };
  const lines = [line("passed", "domain_form", { domain })];
  if (isMixed(typed)) lines.push(line("failed", "domain_mixed", { typed, domain: host }));
  return { ...subject, value: host, domain, lines };
}

/** The host in what was typed, as name servers know it; nothing where there is none. */
function hostOf(typed: string): string | undefined {
  const address = /^https?:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, username, password } = new URL(address);
  const isPlain = username === "" && password === "";
  return isPlain ? hostname.replace(/^www\./, "").replace(/\.$/, "") : undefined;
}

/** Letters of several scripts in one label make a name look like another (UTS #39, "mixed script"). */
function isMixed(typed: string): boolean {
  const labels = typed.replace(/^https?:\/\//i, "").split(/[./]/);
  return labels.some((label) => {
    const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
    return scripts.filter((script) => script.test(label)).length > 1;
  });
}

/** Lines of one moment. */
export function liner(at: number) {
  return (result: Result, says: Saying, params: Params = {}): Line => ({
    ...{ result, says, params, at },
  });
}
