// Debriefs of deals, and the talk tracks made from them.
export const debrief = {
  title: "Debrief",
  /** What a blank says in place of what was taken out. */
  blanks: {
    name: "name",
    company: "company",
    email: "e-mail",
    link: "link",
    phone: "phone",
    amount: "amount",
    number: "number",
    account: "account",
    address: "address",
  },
  place: (p: { vertical: string; tactic: string }) => `${p.vertical} · ${p.tactic}`,
  ask: {
    won: (p: { deal: string }) => `${p.deal} is won. What turned it?`,
    lost: (p: { deal: string }) => `${p.deal} is lost. What turned it?`,
    summary: "Debrief: two minutes, three questions; you may skip it",
    about:
      "Two minutes. What you said becomes a talk track for the team; it takes the place of the win report. Answer here, or tell it in words or by voice.",
    kept: "Names, companies, phone numbers, e-mails, amounts, numbers and addresses are taken out by rule. You read the draft before anybody else does.",
    turned: "What turned it?",
    objection: "Which objection was in the way? As the customer said it",
    words: "Which words did you use?",
    wordsHint: "As you said them, one line each",
    naming: "Your name beside it",
    named: "Name me as its author",
    unnamed: "Leave my name out",
    submit: "Show me the draft",
    tell: "Tell it",
    telling:
      "Go ahead, in one message, typed or spoken: what turned it, what they said, what you said. I listen for ten minutes.",
    skip: "Not this one",
    missing: "Say in a few words what turned it.",
  },
  skipped: "Left out. Nothing of it was kept.",
  draft: {
    title: "The draft, as others will read it",
    removed: (p: { count: number; kinds: string }) => `Taken out: ${p.count} (${p.kinds}).`,
    clean: "Nothing personal was found in it.",
    and: ", ",
    check:
      "Rules miss names that stand in no record and carry no title. Please look once yourself.",
    send: "Send to my manager",
    change: "Change",
    drop: "Drop it",
    sent: (p: { name: string }) => `Sent to ${p.name}, who looks at it within a day.`,
    noManager: "Nobody is entered as your manager, so nobody can review it. Ask your operator.",
  },
  review: {
    title: (p: { rep: string }) => `A talk track from ${p.rep}, for your review`,
    reminder: "A talk track still waits for your review",
    summary: "A talk track waits for your review: publish, change or refuse, today",
    about:
      "Published, the whole team finds it by “say …” and can practise it. It comes from one deal: that it helped there does not show that it helps elsewhere.",
    publish: "Publish",
    edit: "Change it",
    refuse: "Refuse",
    reason: "Why not? Its author will read this",
    when: "When it comes up",
    say: "What to say, one to three lines",
    why: "Why it worked",
    tactic: "What the customer does",
    playbook: "Library",
    save: "Save",
    missing: "Please fill this in.",
    publishedToast: "Published. The team finds it from now on.",
    published: "Published.",
    refused: "Refused; its author was told why.",
  },
  told: {
    published: (p: { name: string }) =>
      `${p.name} published your talk track. The team finds it by “say …”.`,
    refused: (p: { name: string; reason: string }) =>
      `${p.name} did not publish your talk track: ${p.reason}`,
  },
  from: {
    won: "from a won deal",
    lost: "from a lost deal",
    strategy: "from a supported strategy",
    colleague: "as a colleague answered it",
    author: (p: { name: string }) => `author ${p.name}`,
  },
  list: {
    title: "Talk tracks of the team",
    none: "None yet. After a deal is won or lost, its rep is asked for two minutes; what they say comes here once a manager has read it.",
    columns: ["When", "Where it comes from", "Shown", "Practised", "Used", "With using it"],
    note: "Shown: in answers to “say …”. Used: for a deal, as its rep said or with an action that was done. How often something is used does not show that it works.",
    open: (p: { number: number }) => `Open ${p.number}`,
  },
  effect: {
    line: (p: { difference: string; low: string; high: string; deals: number }) =>
      `deals won within 30 days, beside comparable ones: ${p.difference} points (95 % interval ${p.low} to ${p.high}; ${p.deals} deals)`,
    few: "not enough data",
    counts: (p: { shown: number; practised: number; used: number }) =>
      `Shown ${p.shown} times, practised ${p.practised} times, used for a deal ${p.used} times.`,
    caveat:
      "Deals where it was used beside comparable ones of the same rep, stage, size and day, as strategies are tested. Nobody drew lots: it is used where it fits.",
  },
  used: {
    button: "I used this …",
    buttonOf: (p: { number: number }) => `I used ${p.number} …`,
    title: "Used for which deal?",
    about: "Only counted, so that the team sees what goes with using it.",
    deal: "Deal",
    submit: "Count it",
    missing: "Choose one of your open deals.",
    noDeals: "You have no open deal to count it for.",
    done: "Counted.",
    already: "Counted for this deal already.",
  },
};
