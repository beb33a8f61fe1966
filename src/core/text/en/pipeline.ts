// Notes on leads and deals, in English.
export const pipeline = {
  titles: { update: "Log an update", attach: "Attach to a deal" },
  about: "Lead or deal",
  byName: "Not in the list? Part of its name",
  byNameHint: (p: { shown: number; all: number }) =>
    `The list holds the latest ${p.shown} of ${p.all}.`,
  words: { update: "What happened", attach: "The customer's words" },
  add: "Add something (optional)",
  keptWhole: (p: { characters: string }) =>
    `This message has ${p.characters} characters. It is kept whole, exactly as it was sent.`,
  submit: "Keep",
  chooseOne: "Choose the lead or deal it belongs to.",
  notYours: "This lead or deal is not yours, or it is closed. Choose another.",
  unknown: (p: { name: string }) =>
    `I know no open lead or deal of yours called “${p.name}”. Choose one.`,
  several: (p: { name: string; names: string }) =>
    `“${p.name}” fits several: ${p.names}. Type more of it.`,
  which: (p: { name: string }) => `Which “${p.name}” do you mean?`,
  wordless: "Write what is to be kept.",
  tooLong: (p: { max: string }) => `Keep it under ${p.max} characters.`,
  nothingOpen: "You have no open lead or deal to keep a note with. “new lead” saves one.",
  keeping: (p: { customer: string }) => `Keeping it with ${p.customer} …`,
  kept: (p: { customer: string }) => `Kept with ${p.customer}`,
  keptAs: {
    update: "Your update, in your words",
    attach: "The customer's words, as you forwarded them",
  },
  where: (p: { customer: string }) =>
    `It is in the history of ${p.customer}, for whoever works with them. Stage and fields are unchanged.`,
  until: (p: { time: string }) => `You can take it back until ${p.time}.`,
  undo: "Take it back",
  taking: (p: { customer: string }) => `Taking it back from ${p.customer} …`,
  taken: (p: { customer: string }) => `Taken back from ${p.customer}`,
  takenBody: "It is no longer shown to anybody.",
  lost: {
    kept: (p: { customer: string }) => `Not kept with ${p.customer}`,
    taken: (p: { customer: string }) => `Not taken back from ${p.customer}`,
  },
  lostBody:
    "The history could not be written for a while, so I gave up. The operator finds the reason in the log. Please do it again.",
  tooLate: (p: { minutes: number }) =>
    `That was more than ${p.minutes} minutes ago, so it stays. Add another note to correct it.`,
  already: "That is kept already.",
  alreadyTaken: "That is taken back already.",
  excerpt: (p: { characters: string }) => `… ${p.characters} characters in all.`,
  show: "Show the notes",
  notes: (p: { customer: string }) => `Notes on ${p.customer}`,
  lastNotes: "Last notes",
  noNotes: (p: { customer: string }) =>
    `There are no notes on ${p.customer} yet. “note NAME: what happened” adds one.`,
  notesOfWhom: "Say whose: “notes NAME”.",
  deals: {
    title: "My deals",
    teamTitle: "Deals of your team",
    teamNone: "Nobody in your team has an open deal. Deals come from your CRM or an import.",
    none: "No open deal is yours. Deals come from your CRM or an import.",
    next: (p: { step: string; on: string }) => `Next: ${p.step}${p.on ? `, ${p.on}` : ""}`,
    noNext: "No next step",
    past: (p: { step: string }) => `${p.step} (past)`,
    more: (p: { count: number }) => `… and ${p.count} more. “customer NAME” opens one.`,
  },
  by: (p: { name: string; kind: string }) =>
    p.kind === "attach" ? `the customer's words, kept by ${p.name}` : p.name,
  somebody: "a former colleague",
};
