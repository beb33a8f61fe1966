// What a check of something about a company found: line by line what was looked at, how, when, and what was not.

/** What can be checked. */
export const subjectTypes = [
  "creditCode",
  "registrationNumber",
  "vatId",
  "lei",
  "email",
  "domain",
  "phone",
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** not_checked: nobody looked, or nobody answered; it says nothing about the value. */
export type Result = "passed" | "failed" | "not_checked";

/** What one look found, as texts `checks.says` names it. */
export const sayings = [
  "code_holds",
  "code_length",
  "code_character",
  "code_check",
  "code_check_unknown",
  "code_format",
  "vat_holds",
  "registration_holds",
  "registration_replaced",
  "lei_holds",
  "email_form",
  "email_form_wrong",
  "email_placeholder",
  "email_disposable",
  "email_not_disposable",
  "email_free",
  "email_mailbox",
  "domain_form",
  "domain_form_wrong",
  "domain_reserved",
  "domain_no_suffix",
  "domain_mixed",
  "mail_found",
  "mail_implicit",
  "mail_refused",
  "mail_none",
  "host_found",
  "host_none",
  "dns_off",
  "dns_offline",
  "dns_slow",
  "phone_valid",
  "phone_possible",
  "phone_wrong",
  "phone_placeholder",
  "phone_called",
  "register_found",
  "register_inactive",
  "register_none",
  "register_busy",
  "register_away",
  "register_slow",
  "register_strange",
  "register_off",
  "register_uncovered",
] as const;
export type Saying = (typeof sayings)[number];
export type Params = Record<string, string | number>;

/** One look. */
export type Line = { result: Result; says: Saying; params: Params; at: number };

/** What was typed, as far as it can be read without asking anybody. */
export type Subject = {
  type: SubjectType;
  /** As registers and systems write it. */
  value: string;
  country: string | null;
  /** The company's own domain in an address or web site; nothing of a mail service's. */
  domain?: string;
  lines: Line[];
};

/** What a register holds about a company. */
export type Entry = {
  /** The register's name, such as "GLEIF". */
  register: string;
  /** Nothing where the register keeps it to itself. */
  name: string | null;
  otherNames: string[];
  country: string | null;
  creditCode: string | null;
  address: string | null;
  foundedYear: number | null;
  isActive: boolean;
  /** Where a person finds the same. */
  url: string | null;
};

/** Everything found, the registers' entries included. */
export type Checked = Omit<Subject, "lines"> & { at: number; lines: Line[]; entries: Entry[] };

/** Whether nothing that was looked at is wrong. */
export const holds = ({ lines }: { lines: readonly Line[] }): boolean =>
  lines.every(({ result }) => result !== "failed");
