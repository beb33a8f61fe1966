// What checks of companies need from outside; each may be missing, slow or away, and is then "not checked".
import type { Entry, Subject } from "./checked.ts";

/** A number as its country's numbering plan has it. */
export type ReadPhone = (
  typed: string,
) => { number: string; country: string | null; isValid: boolean; isPossible: boolean } | undefined;

/** What name servers say. `none`: there is no such thing; `offline` and `slow`: nobody answered. */
export type LookedUp = { state: "found"; hosts: string[] } | { state: "none" | "offline" | "slow" };

/** Asks name servers, within a time of its own; never throws. */
export interface NameServers {
  mail(domain: string): Promise<LookedUp>;
  host(domain: string): Promise<LookedUp>;
}

/** An open register of companies. */
export interface Register {
  /** As people know it. */
  readonly label: string;
  /** The host that is asked, for `privacy`. */
  readonly host: string;
  /** Whether every company it covers is in it, so that one that is missing is none. */
  readonly isWhole: boolean;
  covers(subject: Subject): boolean;
  /** Nothing where the register knows no such company. Throws RegisterSilent. */
  find(subject: Subject): Promise<Entry | undefined>;
}

/** Why a register gave no answer that says anything. */
export class RegisterSilent extends Error {
  override name = "RegisterSilent";
  readonly why: "busy" | "away" | "slow" | "strange";

  constructor(why: RegisterSilent["why"], message: string) {
    super(message);
    this.why = why;
  }
}

/** What works without asking anybody. */
export type Readers = {
  phone: ReadPhone;
  /** The registrable part of a host name (publicsuffix.org); nothing where no public suffix ends it. */
  domain: (host: string) => string | undefined;
  /** Chinese in Latin letters, for comparing names. */
  spell: (text: string) => string;
};

/** All of it. */
export type CompanySources = {
  readers: Readers;
  /** Missing where looking names up is switched off. */
  names?: NameServers;
  registers: readonly Register[];
};
