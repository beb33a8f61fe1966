// Rules in chat: list, explanation, sliders, back-test, versions, hold-out, writing one, in English.
export const rules = {
  list: {
    title: "Rules",
    subtitle: (p: { on: number; all: number }) => `${p.on} of ${p.all} are on`,
    none: "There are no rules yet. “new rule” makes one.",
    columns: ["Rule", "State", "Last fired", "A week"],
    never: "never",
    more: (p: { count: number }) => `${p.count} more`,
    hint: "“rule <name>” opens one.",
    blank: "New rule",
    unknown: (p: { name: string }) => `I know no rule called “${p.name}”. These there are:`,
    broken: (p: { file: string; line: number; message: string; fix: string }) =>
      `${p.file}, line ${p.line}: ${p.message} – ${p.fix}`,
    brokenTitle: "Rule files with mistakes, left out until they are mended",
  },
  states: { on: "on", off: "off", retired: "retired" },
  card: {
    sliders: "Sliders",
    version: "Version",
    numbered: (p: { number: number; author: string; day: string }) =>
      `${p.number}, ${p.author}, ${p.day}`,
    since: (p: { day: string }) => `on since ${p.day}`,
    noVersion: "as it ships, never switched on",
    ownFile: "from your own file, never switched on",
    ringside: "Ringside",
    fired: "Fired",
    firedWords: (p: { perWeek: string; last: string }) => `${p.perWeek} a week, last ${p.last}`,
    usefulness: "Usefulness",
    useful: (p: { done: number; useless: number; open: number }) =>
      `${p.done} done, ${p.useless} not useful, ${p.open} open`,
    noActions: "no action yet",
    holdOut: "Hold-out",
    noHoldOut: "none",
    heldOut: (p: { percent: string; upTo: string }) => `${p.percent} %, deals up to ${p.upTo}`,
    lift: "Effect, by hold-out",
    liftWords: (p: { points: string; low: string; high: string; acted: number; held: number }) =>
      `${p.points} points more went on within 30 days (95 %: ${p.low} to ${p.high}; ${p.acted} told, ${p.held} held out)`,
    liftEarly: (p: { acted: number; held: number; least: number }) =>
      `too early: ${p.acted} told, ${p.held} held out; ${p.least} of each are needed`,
    summary: (p: { name: string; state: string }) => `Rule “${p.name}” is ${p.state}`,
    on: "Switch on",
    preview: "Preview",
    off: "Switch off",
    offConfirm: "Switch this rule off? Nothing of what it started is lost.",
    change: "Change",
    history: "History",
    hold: "Hold-out",
    text: "As text",
    retire: "Retire",
    retireConfirm: "Retire this rule? It goes off; its history stays.",
  },
  off: (p: { name: string }) => `“${p.name}” is off.`,
  retired: (p: { name: string }) => `“${p.name}” is retired.`,
  already: "That is how it is already.",
  change: {
    title: (p: { name: string }) => `Change “${p.name}”`,
    about: "Nothing changes until you have seen what it would do, and publish it.",
    range: (p: { min: string; max: string; step: string }) =>
      `${p.min} to ${p.max}, in steps of ${p.step}`,
    submit: "Preview",
    outside: (p: { min: string; max: string }) => `Give a number from ${p.min} to ${p.max}.`,
    same: "Nothing is different. Move a slider first.",
  },
  test: {
    running: (p: { name: string }) => `Trying “${p.name}” on your history`,
    read: (p: { count: string }) => `${p.count} touches read`,
    title: (p: { name: string }) => `What “${p.name}” would have done`,
    summary: (p: { name: string }) => `The preview of “${p.name}” is ready`,
    changes: "Changed",
    change: (p: { label: string; from: string; to: string }) => `${p.label}: ${p.from} → ${p.to}`,
    span: (p: { days: string; touches: string }) =>
      `On ${p.days} days of history, ${p.touches} touches.`,
    fires: (p: { fires: string; perWeek: string; last: string }) =>
      `It would have fired ${p.fires} times: ${p.perWeek} a week, ${p.last} in the last seven days.`,
    weeks: "Matches by week",
    weeksAlt: (p: { counts: string }) =>
      `Matches of the last twelve weeks, oldest first: ${p.counts}`,
    ago: (p: { weeks: number }) => (p.weeks === 0 ? "now" : `−${p.weeks}`),
    whom: "On whom",
    names: (p: { names: string }) => `Latest of your people's customers: ${p.names}.`,
    beyond: (p: { count: string; all: string }) =>
      `${p.count} of ${p.all} customers are not of your people and not named.`,
    next: (p: { days: number }) => `What happened within ${p.days} days`,
    columns: ["Customers who", "Count", "Won", "Meeting", "Deal moved", "Any (95 %)"],
    groups: { fired: "matched", near: "missed it by one step", without: "did neither" },
    share: (p: { value: string; low: string; high: string }) => `${p.value} % (${p.low}–${p.high})`,
    differs: (p: { points: string; low: string; high: string }) =>
      `Of those who matched, ${p.points} points more went on than of the near misses (95 %: ${p.low} to ${p.high}).`,
    chance: (p: { points: string; low: string; high: string }) =>
      `Matched against near misses: ${p.points} points (95 %: ${p.low} to ${p.high}). That may be chance.`,
    few: (p: { fired: number; near: number; least: number }) =>
      `Too few to compare: ${p.fired} matched, ${p.near} missed it by one step; ${p.least} of each are needed.`,
    caveat:
      "It shows whether the rule points at customers who go on, not what a call does. A hold-out shows that.",
    thin: (p: { days: string }) =>
      `There are only ${p.days} days of history: how often it will fire is not known. You can switch it on and look again in two weeks.`,
    never: "It would not have fired once. You can switch it on, but look at its steps first.",
    tooMany: (p: { count: string; most: string }) =>
      `It would have fired ${p.count} times in one week; your team can act on ${p.most}. It cannot be switched on like this.`,
    suggestion: (p: { label: string; value: string; perWeek: string }) =>
      `With “${p.label}” at ${p.value} it would have been ${p.perWeek} in its fullest week.`,
    noSuggestion: "No slider is enough: ask for one more step, or for a longer cooldown.",
    trySuggestion: "Preview that",
    switchOn: "Switch on …",
    publish: "Publish …",
    failed: (p: { name: string }) => `The preview of “${p.name}” did not come to an end`,
    failedBody: "Nothing was changed. Try again; the operator finds why in the log.",
  },
  publish: {
    title: (p: { name: string }) => `Switch on “${p.name}”`,
    reason: "Why? Your team sees it in the history",
    submit: "Switch on",
    needed: "Write a few words.",
    done: (p: { name: string; number: number }) =>
      `“${p.name}” is on as version ${p.number}. What was before this moment starts nothing.`,
    clashTitle: (p: { name: string }) => `“${p.name}” was changed meanwhile`,
    clash: (p: { author: string; time: string; number: number; reason: string }) =>
      `${p.author} published version ${p.number} at ${p.time} (${p.reason}). Your change was made from the version before it.`,
    theirs: "Look at theirs",
    mine: "Publish mine all the same …",
  },
  history: {
    title: (p: { name: string }) => `History of “${p.name}”`,
    columns: ["Version", "When", "Who", "Why", "What changed"],
    none: "It was never published.",
    first: "first version",
    steps: "its text",
    same: "nothing",
    back: (p: { number: number }) => `Back to ${p.number}`,
    confirm: (p: { number: number }) => `Publish version ${p.number} again?`,
    reason: (p: { number: number }) => `back to version ${p.number}`,
    done: (p: { number: number; published: number }) =>
      `Version ${p.number} counts again, as version ${p.published}.`,
  },
  hold: {
    title: (p: { name: string }) => `Hold-out of “${p.name}”`,
    about:
      "For some customers nothing is started, drawn once and for good, so that the rule's effect can be seen. The team is told.",
    share: "Percent held out, 0 to 20",
    upTo: "Never above a deal of",
    currency: "In this currency",
    submit: "Save",
    badShare: "Give a number from 0 to 20.",
    badUpTo: "Give the largest deal that may be held out.",
    badCurrency: "Give three letters, such as EUR.",
    saved: (p: { percent: string }) => `${p.percent} % are held out from now on. The team is told.`,
    ended: "Nobody is held out any more.",
    announceTitle: (p: { name: string }) => `“${p.name}” keeps a hold-out`,
    announce: (p: { author: string; percent: string; upTo: string }) =>
      `${p.author} decided: for ${p.percent} % of customers this rule starts nothing, so that its effect can be seen. Never for deals above ${p.upTo}. What you do yourself is not touched.`,
    announceEnd: (p: { author: string }) =>
      `${p.author} ended the hold-out: the rule acts for every customer again.`,
  },
  create: {
    title: "New rule",
    about:
      "Up to three signs, and what to do then. You see what it would have done before it acts.",
    name: "Name",
    signs: ["First sign", "Second sign", "Third sign"],
    order: "Order",
    orders: { all: "in any order", sequence: "in this order" },
    within: "All within so many days",
    action: "Then",
    due: "Within so many hours",
    submit: "Check and preview",
    asText: "Write it as text instead",
    unnamed: "Give it a name of up to 100 characters.",
    unknownSign: "Choose a sign from the list.",
    badWithin: "Give a number of days above 0, at most 365.",
    badDue: "Give a number of hours above 0, at most 720.",
    unknownAction: "Choose what to do.",
    taken: (p: { id: string }) => `There is a rule “${p.id}” already. Choose another name.`,
    saved: (p: { name: string }) => `“${p.name}” is saved, and off. I try it on your history now.`,
  },
  written: {
    title: "A rule as text",
    label: "YAML",
    hint: "Up to 1,000 characters here; a longer one goes as a message: “new rule”, then the text.",
    submit: "Check and preview",
    empty: "Write the rule.",
    tooLong: (p: { max: number }) => `At most ${p.max} characters.`,
    one: "Write one rule at a time.",
    shipped: (p: { id: string }) =>
      `“${p.id}” is the name of a rule that ships. Choose another id; its sliders are changed with “rule ${p.id}”.`,
    otherId: (p: { id: string }) => `The id has to stay “${p.id}”.`,
    refused: "The rule has mistakes",
    /** What the checks found, which they say in English. */
    said: (english: string) => english,
    problem: (p: { line: number; column: number; message: string; fix: string }) =>
      `Line ${p.line}, column ${p.column}: ${p.message}. ${p.fix}.`,
    more: (p: { count: number }) => `And ${p.count} more.`,
    again: "Mend it here:",
  },
  review: {
    title: (p: { name: string }) => `Retire “${p.name}”?`,
    summary: (p: { name: string }) => `Rule “${p.name}”: mostly not useful. Retire it?`,
    body: (p: { useless: number; judged: number }) =>
      `${p.useless} of ${p.judged} judged actions of it were marked as not useful.`,
    reasons: (p: { reasons: string }) => `Why: ${p.reasons}.`,
    retire: "Retire",
    keep: "Keep",
    kept: (p: { name: string }) => `“${p.name}” stays on. I ask again only for a new version.`,
  },
  forbidden: "Rules are changed by managers.",
};
