// The strategy of the week: asking, reading back, verdicts and the board, in English.
import { byName } from "../../by-name.ts";

export const strategy = {
  claim: {
    sentence: (p: {
      action: string;
      whom: string;
      outcome: string;
      effect: string;
      days: number;
    }) => `“${p.action}”, with ${p.whom}: ${p.outcome} within ${p.days} days, ${p.effect}.`,
    outcomes: byName<string>({
      won: "deals won",
      meeting: "meetings agreed or held",
      moved: "deals that move on",
      reply: "answers from the customer",
    }),
    directions: {
      up: (p: { points: string }) => `at least ${p.points} points more`,
      down: (p: { points: string }) => `at least ${p.points} points fewer`,
    },
    everybody: "all customers of my people",
    stages: (p: { names: string }) => `deals in ${p.names}`,
    industry: (p: { name: string }) => `customers in ${p.name}`,
    team: (p: { name: string }) => `customers of team ${p.name}`,
    and: ", ",
    or: " or ",
    rule: (p: { name: string }) => `acting on the rule “${p.name}”`,
    script: (p: { name: string }) => `using the talk track “${p.name}”`,
    moreTouches: { "quote.sent": "quote sent by us", "demo.held": "demo given" } as Record<
      string,
      string
    >,
  },
  ask: {
    title: "What worked this week?",
    reminder: "Your strategy of the week is still open",
    summary: "Your strategy of the week: two minutes, or “nothing this week”",
    body: "One action that worked: what was done, with which customers, with what effect. I read it back, test it on your team's own data, and show the verdict to you alone.",
    removes: "It takes the place of the “what worked” part of your weekly report.",
    hints:
      "Seen in one half of your customers. That proves nothing yet: the other half, which I did not look at, can test it.",
    hint: (p: { claim: string; points: string; matched: number; have: number; need: number }) =>
      `${p.claim} Seen: ${p.points} points over ${p.matched} deals. To test it: ${p.have} of about ${p.need} deals are there.`,
    useHint: (p: { number: number }) => `Claim ${p.number}`,
    form: "Fill in the form",
    nothing: "Nothing this week",
    example:
      "Or write it: “strategy: calling deals in the proposal stage brings 10 points more wins within 30 days because they feel looked after”.",
    nothingDone: "Noted: nothing this week. That is an answer too.",
    already: "Your strategy of this week is registered. The next one comes next week.",
  },
  form: {
    title: "Strategy of the week",
    about: "Takes the place of the “what worked” part of your weekly report.",
    action: "What was done",
    stages: "With deals in (none: any stage)",
    industry: "Only this industry",
    any: "Any",
    team: "Only this team",
    outcome: "What it changes",
    direction: "Which way",
    directions: { up: "more of it", down: "less of it" } as Record<string, string>,
    points: "By at least so many percentage points",
    days: "Within so many days (3 to 180)",
    why: "Why it works",
    submit: "Read it back",
    badAction: "Choose what was done.",
    badOutcome: "Choose one: I can count deals won, meetings, deals that move on, and answers.",
    badDays: "Give a number of days from 3 to 180.",
    badPoints: "Give a number of points from 1 to 100.",
  },
  readBack: {
    title: "Did I get this right?",
    why: (p: { words: string }) => `In your words: ${p.words}`,
    theirs: (p: { words: string }) => `In their words: ${p.words}`,
    untested: (p: { words: string }) =>
      `No part of the test: “${p.words}”. It compares customers this was done with and those it was not.`,
    assumed: (p: { what: string }) => `You did not say it, so I assumed: ${p.what}.`,
    days: (p: { days: number }) => `within ${p.days} days`,
    points: (p: { points: number }) => `at least ${p.points} points`,
    and: ", ",
    /** Beside a sentence nobody understood that names what was done and what it changed. */
    tryThis: "Test it as my strategy",
    tryAgain: (p: { words: string }) => `strategy: ${p.words}`,
    fixed:
      "Once you say yes, the claim is fixed with its time and fingerprint, and only then tested.",
    confirm: "Yes, test it",
    change: "Change",
    registered: (p: { hash: string }) => `Registered (${p.hash}). The test is running.`,
    opposite: (p: { when: string }) =>
      `On ${p.when} the opposite was claimed. Both get the same test; at most one of them can be supported.`,
  },
  missing: {
    title: "I need a little more",
    action:
      "I did not find what was done: calls, e-mails, messages, visits, quotes, demos or a rule.",
    outcome: "I did not find what it changes.",
    metric: (p: { words: string }) =>
      `“${p.words}” is nothing I can count. I can count: deals won, meetings, deals that move on, answers from the customer.`,
  },
  problems: byName<string>({
    circular:
      "The action and the effect are the same thing seen twice. Choose an effect that can stay away.",
    team: "That team is not under you: you can claim something about your own people only.",
    days: "The time has to be from 3 to 180 days.",
    points: "The effect has to be from 1 to 100 points.",
    again:
      "You registered exactly this claim in this quarter already. Asking the same data again until it agrees is no test.",
  }),
  verdict: {
    supported: "Supported",
    not_supported: "Not supported",
    not_enough_data: "Not enough data",
    title: (p: { verdict: string; action: string }) => `${p.verdict}: ${p.action}`,
    lost: "I could not test your strategy. The operator finds the reason in the log; say it again to try once more.",
    reasons: byName<string>({
      no_deals:
        "None of your people's deals in the last year is one of those you mean. There is nothing to test on.",
      never_done:
        "Nobody is on record as having done this. Either it is not written down anywhere, or it was not done.",
      too_late:
        "Where it was done, the deal was already over: an effect cannot come before its action.",
      too_recent: "It was done too lately: the time you gave it has not passed for a single deal.",
      no_comparison:
        "Nearly everybody got it. Without comparable deals that did not, nobody can tell what it changes.",
      too_few: "Too few deals got it, or too few outcomes followed, for a share to mean anything.",
      not_alike:
        "Those who got it differ too much in size or age from those who did not. A difference would be theirs, not the action's.",
      clear:
        "Among comparable deals, those with the action did better by more than chance explains.",
      clear_down:
        "Among comparable deals, it came less often after the action, by more than chance explains.",
      contrary: "Among comparable deals it went the other way, by more than chance explains.",
      smaller:
        "If it changes anything, then by less than you claim: an effect of that size would very likely have been seen.",
      could_not_see:
        "With so few deals an effect of the claimed size would often be missed. This says neither yes nor no.",
    }),
    acted: "with the action",
    others: "comparable, without",
    series: "Share with the outcome (%)",
    alt: (p: { acted: string; others: string; difference: string; low: string; high: string }) =>
      `${p.acted} % with the action, ${p.others} % of comparable deals without it: a difference of ${p.difference} points (95 % interval ${p.low} to ${p.high}).`,
    private: "Only you see this until you publish it.",
    publish: "Publish",
    published: (p: { name: string }) => `Published by ${p.name}.`,
    publishedToast: "Published: it is on the board.",
    how: "How we tested",
    changed: "Since more claims were registered this quarter, the verdict was computed anew.",
  },
  how: {
    counts: (p: { deals: number; since: string; acted: number; eligible: number; days: number }) =>
      `${p.deals} deals of your people were open since ${p.since}. ${p.acted} got the action, ${p.eligible} of them while open and with the ${p.days} days after it passed.`,
    matched: (p: { matched: number; others: number; outcomes: number }) =>
      `${p.matched} of these have comparable deals beside them: ${p.others} in all. In ${p.outcomes} deals the outcome came.`,
    alike: (p: { bands: number }) =>
      `Comparable: of the same rep, in the same stage, open at the end of the same day, not acted on until then, and in the same of ${p.bands} bands of size.`,
    age: "Also about as old.",
    segment: "Also of the same industry.",
    gaps: (p: { size: string; age: string }) =>
      `What was left of size and age was computed out. Left before that, in standard deviations: size ${p.size}, age ${p.age}.`,
    watched:
      "Only outcomes after the day of the action count, on both sides; later actions on the others do not take them out.",
    ratio: (p: { value: string; low: string; high: string }) =>
      `As a ratio: ${p.value} times (95 % interval ${p.low} to ${p.high}).`,
    chance: (p: { p: string; claims: number; adjusted: string }) =>
      p.claims === 1
        ? `p ${p.p}; the only claim registered this quarter so far.`
        : `p ${p.p}; corrected for the ${p.claims} claims of this quarter (Holm): p ${p.adjusted}.`,
    power: (p: { points: string; percent: string; visible: string }) =>
      `An effect of ${p.points} points would have been seen with a chance of ${p.percent} %; the smallest seen four times out of five is ${p.visible} points.`,
    unseen: (p: { value: string; limit: string }) =>
      `Something not on record would have to make both the action and the outcome ${p.value} times as likely to explain this away (${p.limit} times for the interval).`,
    plain: (p: { points: string }) =>
      `Everybody who ever got it beside everybody who never did: ${p.points} points. That compares different deals, and is no test.`,
    half: "Found in one half of the customers, tested on the other.",
    theirs:
      "This is something customers do themselves: whoever is interested does it more. It goes with the outcome; it need not lead to it.",
    limits:
      "Nobody drew by lot who got the action. This shows what goes with it among comparable deals; what nobody wrote down can still be behind it.",
    fixed: (p: { hash: string; when: string }) => `Registered ${p.when}, fingerprint ${p.hash}.`,
  },
  board: {
    title: "Strategies",
    none: "No strategy is published yet.",
    columns: ["Week", "From", "What", "Verdict", "Taken on"],
    mine: "Yours, seen by you alone",
    states: byName<string>({
      asked: "open",
      draft: "draft",
      registered: "being tested",
      tested: "tested, not published",
      published: "published",
      retired: "retired",
      nothing: "nothing this week",
    }),
    week: (p: { week: string }) => `This week (${p.week})`,
    said: (p: { names: string }) => `Submitted: ${p.names}`,
    nothing: (p: { names: string }) => `Nothing this week: ${p.names}`,
    open: (p: { names: string }) => `Not yet: ${p.names}`,
    show: (p: { number: number }) => `Open ${p.number}`,
    hint: "“strategy: …” submits yours.",
  },
  adopt: {
    take: "I do this too",
    taken: "Noted: you do this too. Its author sees how many do, not who.",
    already: "You do this already.",
    deals: "Try it on my deals",
    dealsTitle: (p: { action: string }) => `Deals to try it on: ${p.action}`,
    deal: (p: { name: string; stage: string }) => `${p.name} (${p.stage})`,
    more: (p: { count: number }) => `… and ${p.count} more.`,
    noDeals: "None of your open deals is one of those meant, or all of them got it already.",
  },
};
