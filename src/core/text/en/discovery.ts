// What behaviour tells: what goes with winning, unusual paths, who is slipping away, in English.
const several = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

type Shares = { won: number; of: number; percent: string };

export const discovery = {
  running: "Reading what your customers did",
  read: (p: { count: string }) => `${p.count} touches read`,
  failed: "I could not look through your history",
  failedBody: "I tried several times. Ask again; if it fails again, tell the operator.",
  thenWithin: (p: { first: string; second: string; days: number }) =>
    `${p.first}, then within ${p.days} days ${p.second}`,
  beginning: "the beginning",
  noStage: "any stage",
  findings: {
    title: "What behaviour tells",
    summary: "What goes with winning in your own deals",
    subtitle: (p: { deals: number; won: number }) =>
      `${several(p.deals, "decided deal")} compared, ${p.won} won`,
    verdict: {
      found: (p: { count: number; tested: number }) =>
        `${several(p.count, "pattern")} of ${p.tested} looked at ${p.count === 1 ? "goes" : "go"} with the outcome by more than chance.`,
      nothing: (p: { tested: number }) =>
        `Nothing of ${p.tested} patterns looked at goes with the outcome by more than chance. That is a result too.`,
      thin: "There are too few decided deals to compare: 40 are needed, at least 10 of them won and 10 lost, whose first two weeks and landmark were recorded.",
      one_class:
        "Every deal that can be compared ended the same way, so there is nothing to compare with.",
    },
    winning: "Goes with winning",
    losing: "Goes with losing",
    line: (p: { having: Shares; others: Shares }) =>
      `won ${p.having.won} of ${p.having.of} (${p.having.percent} %) with it, ${p.others.won} of ${p.others.of} (${p.others.percent} %) without.`,
    odds: (p: { value: string; low: string; high: string; q: string }) =>
      `Odds ×${p.value} (95 %: ${p.low} to ${p.high}); by chance alone: q ${p.q}.`,
    busy: "Among customers equally busy the difference is no longer sure: it may only mean that they did more of everything.",
    chart: "Won, in per cent",
    with: "with it",
    without: "without",
    alt: (p: { what: string; with: string; without: string }) =>
      `${p.what}: ${p.with} % won with it, ${p.without} % without`,
    inSegment: (p: { segment: string; what: string }) => `${p.what} (in ${p.segment})`,
    makeRule: (p: { number: number }) => `Make ${p.number} a rule`,
    more: "How this was compared",
    method: (p: { days: number }) =>
      `Every deal is looked at over the same days: two weeks before it opened until ${several(p.days, "day")} after; only deals still undecided then are compared, so that long-lived deals do not win by having more touches.`,
    leftOut: (p: { early: number; young: number; overlapping: number; before: number }) =>
      `Left out: ${p.early} decided earlier, ${p.young} too young, ${p.overlapping} of customers whose days count already, ${p.before} from before touches were recorded.`,
    caution:
      "This says what goes together, not what causes a win. A rule made from it is tried on your history before it is switched on.",
    segments: (p: { list: string }) => `Won by segment: ${p.list}.`,
    segment: (p: { name: string; won: number; of: number }) => `${p.name} ${p.won} of ${p.of}`,
  },
  path: {
    ofWhom: "Of which customer? Say “path” and the name.",
    noDeal: (p: { name: string }) => `There is no open deal with ${p.name}, so no path to judge.`,
    noOpening: (p: { name: string }) =>
      `Nobody recorded when the deal with ${p.name} was opened, so its path has no beginning. Set the opening date in the CRM, or import it.`,
    heading: "Unusual paths",
    none: "No open deal of your people goes an unusual way.",
    open: (p: { number: number }) => `Path ${p.number}`,
    title: (p: { customer: string }) => `The path of ${p.customer}`,
    summary: (p: { customer: string }) => `How usual the path of ${p.customer} is`,
    thin: "There are too few ended deals with touches to say what is usual: 50 are needed.",
    short: "They have done too little so far to say whether it is usual: four steps are needed.",
    unusual: (p: { stage: string; percent: string; bits: string; usual: string }) =>
      `Unusual at ${p.stage}: only ${p.percent} in 100 stretches of eight steps surprise as much (${p.bits} bits a step; ${p.usual} are usual).`,
    usual: (p: { stage: string; percent: string; bits: string; usual: string }) =>
      `As usual at ${p.stage}: ${p.percent} in 100 stretches of eight steps surprise as much or more (${p.bits} bits a step; ${p.usual} are usual).`,
    surprise: (p: { did: string; chance: string; expected: string; likely: string }) =>
      `${p.did} (${p.chance} in 100 do that there), where usually comes: ${p.expected} (${p.likely} in 100).`,
    skipped: (p: { times: number; kind: string }) =>
      `${p.times} times the likeliest next step was “${p.kind}”, and it never came.`,
    chart: "Surprise of the latest steps, in bits: 1 is a coin's toss, 5 one case in 32",
    step: (p: { number: number }) => `step ${p.number}`,
    bits: "bits",
    usualLine: "usual",
    steps: "The steps, oldest first",
    learnt: (p: { steps: string; order: number }) =>
      `Learnt from ${p.steps} steps of ended deals; looks ${several(p.order, "step")} back. Unusual is not bad: look, then decide.`,
  },
  slipping: {
    heading: "Slipping away",
    none: "Nobody you work with is silent for unusually long.",
    listTitle: "Who is slipping away",
    listLine: (p: { silent: string; usual: string }) =>
      `silent for ${p.silent} d, usually ${p.usual} d`,
    title: (p: { customer: string }) => `${p.customer} has gone quiet`,
    summary: (p: { customer: string; days: string }) =>
      `${p.customer} has been silent for ${p.days} days: get in touch before they are gone`,
    why: (p: { silent: string; usual: string; percent: string }) =>
      `Nothing for ${p.silent} days; usually they are here every ${p.usual}. Only ${p.percent} in 100 silences last this long.`,
    unhappy: "And service has left them unhappy: a ticket is open, or the last score was low.",
    chart: "Days between visits; the last bar is the silence so far",
    gap: (p: { number: number }) => `${p.number}`,
    now: "now",
    days: "days",
    record: (p: { lost: Shares; kept: Shares }) =>
      `On your history this alarm named ${p.lost.won} of ${p.lost.of} later lost (${p.lost.percent} %) and ${p.kept.won} of ${p.kept.of} later won (${p.kept.percent} %).`,
    noRecord: "There is too little history yet to say how often this alarm is right.",
    states: {
      acknowledged: "You are on it",
      snoozed: "Put off",
      useless: "Not useful",
      over: "Over",
    },
    until: "Comes back",
    over: {
      came_back: "They are back.",
      decided: "The deal has been decided.",
      moved: "The deal is somebody else's now.",
    },
    buttons: {
      acknowledge: "I am on it",
      tomorrow: "Tomorrow",
      week: "In a week",
      useless: "Not useful",
      customer: "Customer",
    },
    acknowledged: "Good. I will not ask about this silence again.",
    snoozed: (p: { at: string }) => `I will come back to it on ${p.at}.`,
    useless: "Noted. I will leave this deal alone for 60 days.",
    closed: "This is settled already.",
    manager: {
      title: (p: { name: string; customer: string }) =>
        `${p.customer}, ${p.name}'s, is slipping away`,
      summary: (p: { name: string; customer: string }) =>
        `${p.customer} of ${p.name} is silent for long, and nobody has taken it up`,
      hint: (p: { name: string; days: string }) =>
        `${p.name} has known for ${p.days} days. This is said once for this silence.`,
    },
  },
};
