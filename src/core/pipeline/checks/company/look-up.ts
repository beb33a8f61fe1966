// Asks whoever can be asked: name servers about domains, registers about companies. Silence is "not checked".
import type { Checked, Entry, Line, Params, Saying, Subject } from "./checked.ts";
import { holds } from "./checked.ts";
import { type CompanySources, type LookedUp, type Register, RegisterSilent } from "./ports.ts";
import { liner } from "./web-name.ts";

/** Whether anybody would be asked: if not, everything is said already. */
export function hasToAsk(subject: Subject, sources: CompanySources): boolean {
  if (!holds(subject)) return false;
  const asksNames =
    sources.names !== undefined && (subject.type === "email" || subject.type === "domain");
  return asksNames || sources.registers.some((register) => register.covers(subject));
}

/** What is known without asking, with what nobody was asked about. */
export function withoutAsking(subject: Subject, sources: CompanySources, at: number): Checked {
  const isAsked = hasToAsk(subject, sources);
  const lines = isAsked || !holds(subject) ? [] : unasked(subject, sources, at);
  return { ...subject, at, lines: [...subject.lines, ...lines], entries: [] };
}

/** Everything. A value that is wrong by itself is asked about nowhere. */
export async function lookUp(
  subject: Subject,
  sources: CompanySources,
  at: number,
): Promise<Checked> {
  if (!hasToAsk(subject, sources)) return withoutAsking(subject, sources, at);
  const [names, found] = await Promise.all([
    askNames(subject, sources, at),
    askRegisters(subject, sources, at),
  ]);
  return {
    ...{ ...subject, at, entries: found.entries },
    lines: [...subject.lines, ...names, ...found.lines, ...never(subject, at)],
  };
}

const companyCodes = ["creditCode", "vatId", "lei"];

function unasked(subject: Subject, sources: CompanySources, at: number): Line[] {
  const line = liner(at);
  const isName = subject.type === "email" || subject.type === "domain";
  return [
    ...(isName ? [line("not_checked", "dns_off")] : []),
    ...never(subject, at),
    ...(companyCodes.includes(subject.type) ? [noRegister(sources, at)] : []),
  ];
}

function noRegister({ registers }: CompanySources, at: number): Line {
  return liner(at)("not_checked", registers.length === 0 ? "register_off" : "register_uncovered");
}

/** What only a message would tell. */
function never({ type }: Subject, at: number): Line[] {
  return type === "email" ? [liner(at)("not_checked", "email_mailbox")] : [];
}

async function askNames(
  { type, value }: Subject,
  { names }: CompanySources,
  at: number,
): Promise<Line[]> {
  const line = liner(at);
  if (type !== "email" && type !== "domain") return [];
  const domain = value.slice(value.lastIndexOf("@") + 1);
  if (!names) return [line("not_checked", "dns_off")];
  if (type === "domain")
    return [sayLookedUp(await names.host(domain), ["host_found", "host_none"], at)];
  const mail = await names.mail(domain);
  // Without a mail server of its own a domain's host takes the mail (RFC 5321, 5.1); one called "." takes none (RFC 7505).
  if (mail.state === "found" && mail.hosts.every((host) => host === "" || host === ".")) {
    return [line("failed", "mail_refused", { domain })];
  }
  if (mail.state !== "none") return [sayLookedUp(mail, ["mail_found", "mail_none"], at)];
  return [sayLookedUp(await names.host(domain), ["mail_implicit", "mail_none"], at)];
}

function sayLookedUp(found: LookedUp, [there, none]: [Saying, Saying], at: number): Line {
  const line = liner(at);
  if (found.state === "found")
    return line("passed", there, { hosts: found.hosts.slice(0, 3).join(", ") });
  if (found.state === "none") return line("failed", none);
  return line("not_checked", found.state === "slow" ? "dns_slow" : "dns_offline");
}

async function askRegisters(
  subject: Subject,
  sources: CompanySources,
  at: number,
): Promise<{ lines: Line[]; entries: Entry[] }> {
  const registers = sources.registers.filter((register) => register.covers(subject));
  if (registers.length === 0) {
    const isCode = companyCodes.includes(subject.type);
    return { lines: isCode ? [noRegister(sources, at)] : [], entries: [] };
  }
  const answers = await Promise.all(registers.map((register) => askOne(register, subject, at)));
  return {
    lines: answers.map(({ line }) => line),
    entries: answers.flatMap(({ entry }) => entry ?? []),
  };
}

const silences = {
  busy: "register_busy",
  away: "register_away",
  slow: "register_slow",
  strange: "register_strange",
} as const;

async function askOne(
  register: Register,
  subject: Subject,
  at: number,
): Promise<{ line: Line; entry?: Entry | undefined }> {
  const line = liner(at);
  const params: Params = { register: register.label, name: "" };
  try {
    const entry = await register.find(subject);
    // A register that holds some companies only says nothing about those it does not hold.
    if (!entry)
      return { line: line(register.isWhole ? "failed" : "not_checked", "register_none", params) };
    const named = { ...params, name: entry.name ?? "" };
    if (!entry.isActive) return { line: line("failed", "register_inactive", named), entry };
    return { line: line("passed", "register_found", named), entry };
  } catch (error) {
    if (!(error instanceof RegisterSilent)) throw error;
    return { line: line("not_checked", silences[error.why], params) };
  }
}
