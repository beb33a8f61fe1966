// Who has a lead and for how long: deadlines, absences, the pool, disputes, shares. In English.
export const ownership = {
  acceptBy: "Answer by",
  reminder: (p: { by: string }) => `Still yours until ${p.by}; then it goes to the next rep`,
  reminderSummary: (p: { customer: string; by: string }) =>
    `${p.customer} waits for your answer until ${p.by}.`,
  late: {
    title: (p: { customer: string }) => `${p.customer} was not answered in time`,
    subtitle: "It goes to the next rep by itself",
    offered: "Offered",
    deadline: "Deadline",
  },
  away: (p: { from: string; last: string }) =>
    p.from === p.last
      ? `You are away on ${p.last}`
      : `You are away from ${p.from} through ${p.last}`,
  awayMeans: (p: { passed: number }) =>
    `New leads go to your colleagues until then.${p.passed > 0 ? ` Offers passed on now: ${p.passed}.` : ""} What you have accepted stays yours. When you are back after two days or more, at most two leads come in the first two days.`,
  backOn: "Back",
  imBack: "I'm back",
  back: "Welcome back. You get new leads again.",
  notAway: "You were not away, as far as I know. You get new leads as always.",
  awayTitle: "When are you away?",
  awayFrom: "First day",
  awayTo: "Last day",
  awaySubmit: "Save",
  badDays: "I cannot read these days. The last day must not lie before the first.",
  pastDays: "These days are over. Say a day to come, such as “I'm away until Friday”.",
  longDays: "That is more than a year. Ask your manager to take you out of the team for that long.",
  left: (p: { name: string; count: number }) =>
    `${p.name} has left: ${p.count} ${p.count === 1 ? "lead is" : "leads are"} in the public pool`,
  protection: {
    title: (p: { customer: string }) => `${p.customer} is about to go to the pool`,
    summary: (p: { customer: string; day: string }) =>
      `${p.customer} goes to the public pool on ${p.day} unless you follow up.`,
    body: "There has been no call, message, meeting or note from you for a while. One of them keeps it yours.",
    ends: "Protected until",
  },
  pool: {
    title: "Public pool",
    none: "The pool is empty.",
    take: (p: { customer: string }) => `Take ${p.customer}`,
    hidden: (p: { count: number }) =>
      `${p.count} more are outside your territory, language or licence.`,
    gone: "It is no longer in the pool: somebody was quicker.",
    blocked: (p: { why: string }) => `You cannot take it: ${p.why}.`,
    othersFirst: (p: { day: string }) => `You had it before: others come first until ${p.day}.`,
  },
  fewer: (p: { count: number }) =>
    p.count === 1
      ? "With one open lead fewer, the next in line would have had it."
      : `With ${p.count} open leads fewer, the next in line would have had it.`,
  whyNotMe: {
    title: (p: { customer: string }) => `Why not you for ${p.customer}`,
    yours: "It was given to you.",
    none: "No decision about it is on record, so there is nothing to compare.",
    absent: "You were not among those it was decided between.",
    blocked: (p: { why: string }) => `You could not get it: ${p.why}.`,
    manager: "A manager gave it by hand; the reason is theirs.",
    bands: {
      level: "You had the same fit; whoever got it had been offered fewer leads lately.",
      very_close: "You were very close (within 3 points).",
      close: "You were close (within 10 points).",
      clear: "You were more than 10 points behind.",
      behind: "Your fit was higher.",
    },
    batch: "Several leads were divided at once, so that the team as a whole fits best.",
    rank: (p: { rank: number }) => `Your rank: ${p.rank}.`,
    rise: (p: { factor: string; from: number; to: number }) =>
      `What would have made it yours: “${p.factor}” at ${p.to} instead of ${p.from}.`,
    freer: (p: { count: number }) =>
      p.count === 1
        ? "With one open lead fewer, you would have had it."
        : `With ${p.count} open leads fewer, you would have had it.`,
    notFound: (p: { name: string }) =>
      `I know no lead “${p.name}” that you may see. “pool” and “my leads” list them.`,
  },
  dispute: {
    button: "Dispute",
    title: (p: { customer: string }) => `Dispute ${p.customer}`,
    why: "What is wrong with this decision? Your manager decides; what you say improves the fit.",
    submit: "Send",
    sent: "Sent. Your manager decides, and I tell you.",
    again: "You have disputed this already. I tell you when your manager has decided.",
    decidedAlready: "This dispute is decided.",
    over: "This was decided anew since. Ask why about the present decision.",
    noManager: "There is no manager to decide this. Ask the operator to add one.",
    forManager: (p: { name: string; customer: string }) => `${p.name} disputes ${p.customer}`,
    holder: "With",
    rank: "Fit rank of who disputes it",
    uphold: "Leave it as it is",
    giveTo: (p: { name: string }) => `Give it to ${p.name}`,
    giveElse: "Give it to …",
    reason: "Reason (both see it)",
    decide: "Decide",
    upheld: (p: { name: string; customer: string }) =>
      `${p.name} decided: ${p.customer} stays where it is`,
    given: (p: { name: string; customer: string; to: string }) =>
      `${p.name} decided: ${p.customer} goes to ${p.to}`,
  },
  share: {
    title: "My share of leads",
    month: "Month",
    leads: "Leads",
    wins: "Expected wins",
    value: "Expected value",
    median: "Team median",
    standing: "You",
    bands: { above: "above the middle", about: "around the middle", below: "below the floor" },
    none: "–",
    explain: (p: { floor: number }) =>
      `Expected value: the team's share won in the customer's industry times the budget, or what such deals bring where it is not known; your own record does not count. The floor is ${p.floor} % of the team's median.`,
    low: "You are below the fairness floor this month. Your manager can see the weights behind it: ask with “weights”.",
    few: "Your team is too small to show its median: it would show a colleague's number.",
  },
};
