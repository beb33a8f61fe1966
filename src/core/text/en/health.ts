// Data health: what it is measured by, what to put right, and whether a company's code holds.

type Wrong = {
  length: number;
  wanted: string;
  position: number;
  character: string;
  expected: string | null;
};

export const health = {
  title: "Data health",
  summary: "How good your team's data is, and what to put right first",
  subtitle: (p: { rate: string; kept: string; total: string; records: string }) =>
    `${p.rate} keep their contract: ${p.kept} of ${p.total} values in ${p.records} records`,
  before: (p: { day: string; was: string; now: string }) => `On ${p.day}: ${p.was}. Now: ${p.now}.`,
  earlier: "A week ago",
  now: "Now",
  empty: "There are no open deals, leads or customers to measure yet.",
  field: "Field",
  person: "Person",
  region: "Region",
  columns: ["Contract rate", "To fix", "Values"],
  nobody: "Nobody's",
  figures: "Every figure",
  figure: (p: { metric: string; kept: string; total: string; about: string }) =>
    `${p.metric}: ${p.kept} of ${p.total} – ${p.about}`,
  how: "Open deals and leads and their customers, yours and nobody's. Whoever can fix something is asked once a week, with the form in the card.",
  export: "Export by department",
  fixes: "What I can fix",
  exported: "Contract rate by department",
  exportedBody: "By team, by whose job the field is, and by field, as CSV.",
  metrics: {
    kept: "Contract rate",
    answered: "Answered",
    fresh: "Fresh",
    valid: "Valid",
    meant: "No placeholder",
    agreed: "No conflict",
    evidence: "Evidence",
    verified: "Amount verified",
    moving: "Moving",
    next_step: "Next step",
    titled: "Job title",
    reachable: "Reachable",
    identified: "Identified",
    unique: "No duplicate",
    linked: "Linked",
    owned: "Owned",
  } as Record<string, string>,
  about: {
    kept: "golden fields that are asked for or known, and have nothing wrong",
    answered: "asked for by the contract, and known or honestly not known until a day",
    fresh: "known, and said or confirmed within the contract's time",
    valid: "known, and what the contract allows",
    meant: "known, and no “n/a”, “test” or 111111",
    agreed: "known, and no outside system says otherwise",
    evidence: "stages that need evidence, and have it",
    verified: "amounts and budgets known, and verified by whoever may",
    moving: "in their stage no longer than nine of ten won deals stayed",
    next_step: "open deals with a next step on a day to come",
    titled: "contacts with a job title",
    reachable: "contacts with an e-mail or phone that can be real",
    identified: "accounts with a credit code or VAT number that adds up",
    unique: "customers without another of the same name, domain, e-mail or phone",
    linked: "deals and contacts with an account, leads with a customer",
    owned: "records of somebody who is still here",
  } as Record<string, string>,
  fix: {
    title: (p: { count: number }) =>
      p.count === 1 ? "1 record to put right" : `${p.count} records to put right`,
    summary: "Some of your customer data needs a word from you",
    well: "Your data is in good shape",
    nothing: "Nothing waits for you.",
    through: "You are through with this list. What you passed over comes back next week.",
    fixed: (p: { name: string }) => `Saved: ${p.name}`,
    record: (p: { kind: string; name: string; wrong: string }) => `${p.kind} ${p.name}: ${p.wrong}`,
    kinds: { deal: "Deal", lead: "Lead", account: "Account", contact: "Contact" } as Record<
      string,
      string
    >,
    problems: {
      missing: (p: { field: string }) => `${p.field} is missing`,
      placeholder: (p: { field: string }) => `${p.field} is a placeholder`,
      invalid: (p: { field: string }) => `${p.field} is not valid`,
      drifted: (p: { field: string }) => `another system says otherwise about ${p.field}`,
      stale: (p: { field: string }) => `${p.field} is old: confirm or correct it`,
    } as Record<string, (p: { field: string }) => string>,
    next: "Next",
    how: "This takes the place of the weekly data clean-up list. `mute health` stops the reminder.",
    until: "Not known until",
    untilHint: "for what you leave empty",
    save: "Save",
    skip: "Pass over",
    sayOne: "Fill in one field, or say until when it is not known.",
    refused: {
      forbidden: "You may not change this record.",
      missing: "This record is gone.",
      invalid: "This is not a value of this field.",
    } as Record<string, string>,
    budget: {
      confirmed: "confirmed",
      estimated: "estimated",
      none: "no budget",
      frozen: "frozen",
    } as Record<string, string>,
  },
  check: {
    holds: "The code holds",
    wrong: "The code does not hold",
    unknown: "No code we can check",
    knows:
      "We check China's 18-character unified social credit code, and VAT numbers of the EU, the United Kingdom and Northern Ireland with the country's letters in front.",
    types: { creditCode: "unified social credit code", vatId: "VAT number" },
    is: (p: { code: string; what: string; country: string }) =>
      `${p.code}: ${p.what}, ${p.country}`,
    problems: {
      length: (p: Wrong) => `It has ${p.length} characters; it takes ${p.wanted}.`,
      character: (p: Wrong) => `Character ${p.position}, “${p.character}”, cannot stand there.`,
      check: (p: Wrong) =>
        p.expected === null
          ? "The check figure does not fit the others: one of them is wrong."
          : `Character ${p.position} would have to be ${p.expected}: it, or one before it, is wrong.`,
      format: (p: Wrong) => `Numbers of this country look like ${p.wanted}.`,
    },
    limits: "A code that adds up may still belong to another company: only the register knows.",
  },
};
