// What becomes of a published strategy: switching on and off, what it changed since, retiring, and the weekly digest.
import { byName } from "../../by-name.ts";

export const strategyUse = {
  open: "Use it …",
  title: (p: { action: string }) => `What became of it: ${p.action}`,
  credit: (p: { author: string; day: string }) => `From ${p.author}, published ${p.day}.`,
  team: (p: { team: string; people: number; made: string }) =>
    [
      `${p.team}: ${p.people === 1 ? "1 person does" : `${p.people} people do`} it`,
      ...(p.made ? [`switched on: ${p.made}`] : []),
    ].join("; "),
  noTeam: "Without a team",
  nobody: "Nobody has taken it on yet.",
  and: ", ",
  kinds: byName<string>({
    chain: "chain",
    weights: "weights",
    talk_track: "talk track",
    scenario: "practice scenario",
  }),
  offers: byName<string>({
    chain: "As a chain …",
    weights: "As weights …",
    talk_track: "As a talk track …",
    scenario: "As a practice scenario …",
  }),
  offer:
    "It can become the following. Each shows first what it would change, and can be switched off again.",
  allOn: "Everything it can become is on.",
  onlySupported:
    "Only what the data supports can be switched on for everybody. You can still do it by hand.",
  noneFits:
    "Nothing can be switched on for it: it is about fewer outcomes, or about something only people can do.",
  on: (p: { kind: string; name: string; day: string }) =>
    `On as ${p.kind} since ${p.day}, by ${p.name}.`,
  off: (p: { kind: string }) => `Switch off: ${p.kind}`,
  chain: {
    name: (p: { action: string }) => `From a strategy: ${p.action}`,
    about: (p: { author: string }) =>
      `Made from a strategy of ${p.author} that the data supports. Try it on the history before it is switched on.`,
    patience: "Hours to wait whether it is done unprompted",
    isOn: "This rule is on already.",
  },
  weights: {
    reason: (p: { action: string; author: string }) =>
      `Strategy of ${p.author}: ${p.action}. The claim is about deals; that it helps to hand out leads by it is a guess this preview lets you look at.`,
    ended: (p: { action: string; author: string }) =>
      `Strategy of ${p.author} switched off: ${p.action}`,
    again: (p: { action: string; author: string }) =>
      `Strategy of ${p.author} back on: ${p.action}`,
    highest: "This factor counts as much as a strategy can make it count.",
  },
  track: {
    title: "A talk track from this strategy",
    when: "When it comes up, as the customer says it",
    say: "What to say, one to three lines",
    why: "Why it works",
    preview: "Show me how others will read it",
    missing: "Please fill this in.",
    reads: "This is how others will read it",
    about: (p: { author: string }) =>
      `Found by “say …”, with “from a supported strategy” and ${p.author} beside it. Names, numbers and amounts were taken out.`,
    publish: "Switch it on",
    change: "Change",
    done: "Switched on: the team finds it by “say …”.",
    nowhere: "No library is there to put it in.",
  },
  scenario: {
    title: (p: { action: string }) => `Practice: ${p.action}`,
    about: (p: { persona: string; role: string; objection: string }) =>
      `${p.persona}, ${p.role}. They begin with: ${p.objection}`,
    goal: (p: { action: string; goal: string }) =>
      `Put to use “${p.action}”, from a strategy the data supports. ${p.goal}`,
    play: "Play it now",
    publish: "Switch it on for everybody",
    done: "Switched on: whoever opens the strategy can play it.",
    none: "The library has no scenario in which this objection comes up.",
    reading: "The library is still being read. Try again in a minute.",
  },
  later: {
    line: (p: { since: string; difference: string; low: string; high: string; deals: number }) =>
      `Since it was switched on (${p.since}): ${p.difference} points (95 % interval ${p.low} to ${p.high}), ${p.deals} deals with the action.`,
    codes: byName<string>({
      holds: "It still holds.",
      fading: "What was expected of it is outside the interval, and nothing is inside.",
      unclear: "That says neither yes nor no.",
    }),
    early: (p: { since: string; deals: number }) =>
      `Since it was switched on (${p.since}): not enough data yet (${p.deals} comparable deals with the action).`,
    never: "What it changed since then is looked at once a month, on new deals alone.",
    same: "Tested like the claim itself, on actions since that day only. Nobody drew lots.",
    lift: (p: { acted: number; held: number; difference: string; low: string; high: string }) =>
      `Drawn by lot (the rule's hold-out): ${p.difference} points (95 % interval ${p.low} to ${p.high}); ${p.acted} customers told about, ${p.held} left alone.`,
    liftEarly: (p: { acted: number; held: number }) =>
      `The rule's hold-out: ${p.acted} customers told about, ${p.held} left alone. Not enough data yet.`,
    hold: "Leave some out by lot …",
  },
  fading: {
    title: (p: { action: string }) => `It seems to have stopped working: ${p.action}`,
    summary: "A strategy you use seems to have stopped working: retire it or keep it",
    body: (p: { expected: string }) =>
      `At least ${p.expected} points were to be expected. One look in forty says this by chance: the decision is yours.`,
    retire: "Retire …",
    off: "Switch it off …",
    keep: "Keep it",
    kept: "Kept. I ask again next quarter at the earliest.",
  },
  ending: {
    title: "This would be switched off",
    retireTitle: "Retired, this would be switched off",
    lines: byName<(p: { name: string }) => string>({
      habit: (p: { name: string }) => `${p.name} no longer counts as doing it.`,
      chain: (p: { name: string }) => `The rule starts nothing any more (on by ${p.name}).`,
      weights: (p: { name: string }) =>
        `The weights go back for this factor, as a new version (published by ${p.name}).`,
      talk_track: (p: { name: string }) => `“say …” no longer finds the talk track (by ${p.name}).`,
      scenario: (p: { name: string }) =>
        `The practice scenario is no longer offered (by ${p.name}).`,
    }),
    nothing: "Nothing is switched on. The board shows it as retired from then on.",
    note: "Note for those who use it (may be left empty)",
    yes: "Switch off",
    retire: "Retire",
    no: "Leave it as it is",
    left: "Left as it is.",
    done: "Switched off.",
    retired: "Retired. Those who used it are told.",
    undo: "Undo",
    undone: "Back on, as it was.",
    told: (p: { action: string; name: string }) => `${p.name} retired a strategy: ${p.action}`,
    note2: (p: { words: string }) => `Their note: ${p.words}`,
    toldBody: "What it had switched on is off. You can go on by hand.",
  },
  digest: {
    title: (p: { team: string }) => `Strategies this week, for ${p.team}`,
    summary: "What was tested and published this week",
    verdict: (p: { action: string; verdict: string; author: string }) =>
      `${p.verdict}: ${p.action} (from ${p.author})`,
    taken: (p: { action: string; count: number; author: string }) =>
      `Taken on by ${p.count} more: ${p.action} (from ${p.author})`,
    retired: (p: { action: string; author: string }) => `Retired: ${p.action} (from ${p.author})`,
    more: "Write me “strategies” to read how each was tested, and to try it on your deals.",
    rest: (p: { count: number }) => `… and ${p.count} more.`,
  },
  channel: {
    how: "Say this in the team's channel, with my name before it: “@Ringside team channel”. Once a week I then post there what was published, if anything was. Without a channel it stands in everybody's daily digest.",
    set: (p: { team: string }) => `From now on the digest of ${p.team} comes here, once a week.`,
    noTeam: "You are in no team, so there is no digest to post. Ask your operator.",
  },
  hour: {
    title: "Your weekly question",
    now: (p: { day: string; time: string }) =>
      `I ask on ${p.day} at ${p.time} where you are, or at that hour on the next day that is worked.`,
    set: (p: { day: string; time: string }) => `From now on I ask on ${p.day} at ${p.time}.`,
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    how: "To change it: “weekly question at Thursday 16:00”.",
    bad: "I need a day and an hour from 8:00 to 20:00, such as “weekly question at Thursday 16:00”.",
  },
};
