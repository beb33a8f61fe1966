// Data contracts in chat: list, explanation, form, preview, versions, drift, refusals, in English.
import { byName } from "../../by-name.ts";

export const contracts = {
  title: "Data contracts",
  subtitle: (p: { count: number }) => `${p.count} golden fields`,
  columns: ["Field", "Owner", "Asked for from", "Fresh for"],
  none: "You own no golden field.",
  unknown: (p: { name: string }) => `I know no contract called “${p.name}”. These there are:`,
  hint: "“contract <field>” opens one.",
  brokenTitle: "Contract files with mistakes, left out until they are mended",
  brokenLine: (p: { file: string; line: number }) =>
    `${p.file}, line ${p.line}. “contracts check” in the terminal says what to do.`,
  never: "–",
  days: (p: { days: string }) => (p.days === "1" ? "1 day" : `${p.days} days`),
  stages: byName<string>({
    new: "new",
    contacted: "contacted",
    qualified: "qualified",
    proposal: "proposal",
    negotiation: "negotiation",
    won: "won",
    lost: "lost",
  }),
  sources: byName<string>({
    rep: "rep",
    manager: "manager",
    contributor: "contributor",
    crm: "CRM",
    import: "import",
    api: "API",
  }),
  evidence: byName<string>({
    file: "a file",
    link: "a link",
    message: "a forwarded message",
    meeting: "a meeting",
  }),
  or: " or ",
  statuses: { stated: "stated", estimated: "estimated", verified: "verified" } as Record<
    string,
    string
  >,
  say: {
    owner: (p: { owner: string }) => `It is the ${p.owner}'s job.`,
    override: (p: { roles: string }) => `Whose word stands can be changed by: ${p.roles}.`,
    required: (p: { stage: string }) => `From ${p.stage} on it needs an answer.`,
    requiredLost: "A lost deal needs it.",
    onlyOpen: "Once the deal is won or lost, nobody asks for it.",
    unknown: (p: { stage: string; time: string }) =>
      `Before ${p.stage}, “not known until <day>” is an answer, at most ${p.time} ahead.`,
    fresh: (p: { time: string }) => `After ${p.time} it is to be confirmed.`,
    ageless: "It does not age.",
    evidence: (p: { stage: string; kinds: string }) =>
      `A move to ${p.stage} comes with ${p.kinds}.`,
    precedence: (p: { order: string }) => `Who wins: ${p.order}.`,
    estimated: (p: { sources: string }) => `Counts as estimated from: ${p.sources}.`,
    verified: (p: { sources: string }) => `Counts as verified from: ${p.sources}.`,
    between: (p: { least: string; most: string }) => `From ${p.least} to ${p.most}.`,
    least: (p: { least: string }) => `At least ${p.least}.`,
    most: (p: { most: string }) => `At most ${p.most}.`,
    oneOf: (p: { values: string }) => `One of: ${p.values}.`,
    notPast: "A day to come, when a person sets it.",
    characters: (p: { count: number }) => `At most ${p.count} characters.`,
    pattern: (p: { pattern: string }) => `Written like ${p.pattern}.`,
  },
  version: (p: { number: number; author: string; day: string }) =>
    `Version ${p.number} · ${p.author} · ${p.day}`,
  shipped: "As it ships",
  ownFile: "From your own file",
  somebody: "a former colleague",
  change: {
    open: "Change …",
    again: "Change again …",
    title: (p: { name: string }) => `Change the contract of “${p.name}”`,
    about: "Nothing changes until you have seen what it would mean today, and publish it.",
    owner: "Whose job it is",
    precedence: "Who wins",
    precedenceHint: (p: { sources: string }) =>
      `Orders such as rep > CRM > import, separated by semicolons. Sources: ${p.sources}.`,
    fresh: "Fresh for how many days (empty: it does not age)",
    required: "Needs an answer from this stage on",
    notRequired: "not asked for",
    unknown: "“Not known until <day>” is an answer before",
    notUnknown: "never",
    submit: "Preview",
    same: "That is how it is already.",
    badOrder: (p: { sources: string }) =>
      `Write it like rep > CRM > import, without a circle, and no estimate above what is verified. Sources: ${p.sources}.`,
    badFresh: "A whole number of days from 1 to 366, or nothing.",
    badUnknown:
      "Choose a stage after the one that asks for it, and not after one that asks for evidence.",
  },
  preview: {
    title: (p: { name: string }) => `What another contract of “${p.name}” would mean today`,
    change: (p: { label: string; from: string; to: string }) => `${p.label}: ${p.from} → ${p.to}`,
    columns: ["", "Now", "Then"],
    records: "Looked at",
    asked: "Deals that would have to answer now",
    stale: "Values to be confirmed",
    overruled: "Values that stand against a later word from outside",
    how: "Open deals, and all customers. “Have to answer” means: at the stage that asks, without a value or an honest “not known until”. They are asked at their next move; nothing is taken away.",
    publish: "Publish …",
  },
  publish: {
    title: (p: { name: string }) => `Publish the contract of “${p.name}”`,
    reason: "Why",
    needed: "One sentence why, please: the history shows it.",
    submit: "Publish",
    done: (p: { name: string; number: number }) =>
      `The contract of “${p.name}” is in force, version ${p.number}`,
    clashTitle: "Somebody changed this contract meanwhile",
    clash: (p: { author: string; number: number; reason: string; changes: string }) =>
      `${p.author} published version ${p.number} (“${p.reason}”): ${p.changes}.`,
    clashMine: (p: { changes: string }) =>
      p.changes === ""
        ? "Yours is the same: nothing is left to publish."
        : `Publishing yours would change, from theirs: ${p.changes}.`,
    theirs: "Start from theirs …",
    mine: "Publish mine all the same …",
    other: "other details",
  },
  history: {
    open: "History",
    title: (p: { name: string }) => `Every version of the contract of “${p.name}”`,
    columns: ["Version", "When", "Who", "Why", "What changed"],
    same: "nothing",
    back: (p: { number: number }) => `Back to ${p.number}`,
    confirm: (p: { number: number }) => `Put version ${p.number} in force again?`,
    backToFile: "Back to the file",
    confirmFile: "Put the contract of the file in force again?",
    reason: (p: { number: number }) => `Back to version ${p.number}`,
    reasonFile: "Back to the file",
    done: (p: { name: string; number: number }) =>
      `The contract of “${p.name}” is as it was, version ${p.number}`,
  },
  drift: {
    open: "Changed elsewhere",
    title: "Changed elsewhere",
    subtitle: (p: { count: number }) => `${p.count} in the last 30 days`,
    none: "In the last 30 days no outside system went against a contract, or replaced what your people said.",
    columns: ["Field", "Source", "What happened", "Times"],
    codes: byName<string>({
      outranked: "kept out: somebody's word stands",
      invalid: "kept out: not a value the contract allows",
      placeholder: "kept out: a placeholder",
      not_listed: "kept out: this source may not set it",
      replaced: "replaced what a person said",
      missing: "a deal moved without it",
      no_evidence: "a deal moved without evidence",
    }),
    latest: "The latest of your people",
    one: (p: { record: string; field: string; said: string; holds: string }) =>
      `${p.record} · ${p.field}: ${p.said} from outside, ${p.holds} here`,
    others: (p: { count: number }) => `${p.count} more are not of your people.`,
    how: "Nothing is lost: what was kept out is stored beside the record with its source. Whoever owns the field can take it over by saying it.",
  },
  breaches: {
    not_listed: (p: { field: string; owner: string }) =>
      `${p.field} is not yours to set: ask the ${p.owner}.`,
    invalid: (p: { field: string; rule: string }) => `${p.field}: ${p.rule}`,
    placeholder: (p: { field: string; kind: string; value: string }) =>
      `${p.field}: “${p.value}” is ${p.kind}. Say the value, or leave it empty.`,
    placeholderOrUnknown: (p: { field: string; kind: string; value: string }) =>
      `${p.field}: “${p.value}” is ${p.kind}. Say the value, or “not known until <day>”.`,
    placeholderKinds: byName<string>({
      nothing: "no answer",
      later: "an answer put off",
      elsewhere: "only a pointer to somewhere else",
      label: "the name of the field",
      test: "a test entry",
      keys: "keys pressed at random",
      sample: "an example, not a real value",
    }),
    outranked: (p: { field: string; source: string; status: string }) =>
      `${p.field}: the ${p.status} value of the ${p.source} stands. Ask them, or your manager.`,
    missing: (p: { field: string; stage: string }) =>
      `${p.field} is needed from ${p.stage} on: say it.`,
    missingOrUnknown: (p: { field: string; stage: string }) =>
      `${p.field} is needed from ${p.stage} on: say it, or “not known until <day>”.`,
    no_evidence: (p: { field: string; stage: string; kinds: string }) =>
      `A move to ${p.stage} needs evidence (${p.field}): attach ${p.kinds}.`,
    unknown_refused: byName<(p: { field: string; day: string; stage: string }) => string>({
      never: (p: { field: string }) => `${p.field} takes a value only.`,
      known: (p: { field: string }) => `${p.field} is known already.`,
      past: (p: { field: string }) => `${p.field}: say a day to come.`,
      far: (p: { field: string; day: string }) => `${p.field}: say a day before ${p.day}.`,
      stage: (p: { field: string; stage: string }) => `At ${p.stage}, ${p.field} has to be known.`,
    }),
    said: (p: { sentence: string; name: string }) => `${p.sentence} (Contract “${p.name}”)`,
  },
};
