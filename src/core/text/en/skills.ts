// A rep's skills, who sees them, and practising them, in English.
import { byName } from "../../by-name.ts";

export const skills = {
  names: byName<string>({
    needs_discovery: "Needs discovery",
    value_presentation: "Value",
    objection_handling: "Objections",
    price_negotiation: "Price",
    competitor_comparison: "Competitors",
    closing_rhythm: "Closing",
    rapport: "Rapport",
    compliance: "Compliance",
  }),
  title: "My skills",
  summary: "Your skills",
  intro:
    "The share of checks you would pass, with the range it lies in nine times out of ten. Only you see this; “what my manager sees” shows what you shared.",
  none: "Nothing here yet. A practice you agree to keep is the first evidence.",
  state: (p: { percent: number; low: number; high: number }) =>
    `${p.percent} % (${p.low}–${p.high})`,
  pieces: (p: { count: number }) => (p.count === 1 ? "1 talk" : `${p.count} talks`),
  radar: "Your skills",
  now: "Now",
  monthAgo: "30 days ago",
  changed: (p: { changes: string }) => `Since 30 days ago: ${p.changes}.`,
  change: (p: { skill: string; points: number }) =>
    `${p.skill} ${p.points > 0 ? "+" : "−"}${Math.abs(p.points)}`,
  unchanged: "No skill moved by five points or more in 30 days.",
  fades: "Evidence counts half as much after 60 days.",
  back: "All skills",
  evidence: (p: { skill: string }) => `My skills: ${p.skill}`,
  piece: (p: { source: string; passed: number; checks: number }) =>
    `${p.source} · ${p.passed} of ${p.checks} checks`,
  sources: { practice: "practice", call: "call", crm: "work in the CRM" },
  shared: "shared",
  noSentence: "decided by the whole talk",
  older: (p: { count: number }) => `… and ${p.count} older.`,
  practise: (p: { skill: string }) => `Practise: ${p.skill}`,
  history: {
    title: "My practice",
    summary: "Your practice sessions",
    none: "You have no session on record.",
    columns: { day: "Day", scenario: "Scenario", score: "Score", seen: "Seen by" },
    mine: "you",
    shared: "you and your manager",
    open: (p: { number: number }) => `Open ${p.number}`,
    more: (p: { count: number }) => `… and ${p.count} older.`,
  },
  seen: {
    title: "What my manager sees",
    summary: "What your manager sees of you",
    nobody: "Nobody: you have no manager here.",
    who: (p: { names: string }) => `Who could look: ${p.names}.`,
    nothing: "They see nothing of your practice, calls or skills.",
    noSkills:
      "They see the sessions you shared. Of your skills they see nothing: none of those counts.",
    until: (p: { day: string }) =>
      `Your first 30 days are yours alone: nobody sees anything before ${p.day}, shared or not.`,
    exactly: "They see exactly this:",
    sessions: "Shared sessions",
    callsYes:
      "Calls: of those you share, the checks and sentences can be seen; of all others nothing.",
    callsNo: "Calls: not agreed, so nothing of them can be seen.",
    fitYes: "Assignment: shared practice counts when leads are given out.",
    fitNo: "Assignment: your practice does not count when leads are given out.",
    looks: "Who looked",
    noLooks: "Nobody has looked.",
    look: (p: { name: string; what: string }) => `${p.name}: ${p.what} · `,
    resources: {
      heat_map: "the team's heat map",
      rep: "your skills",
      ramp: "your first three months, with what you shared",
      skill: (p: { skill: string }) => `your sentences on ${p.skill}`,
    },
    unshare: (p: { number: number }) => `Stop sharing ${p.number}`,
    never: "Nothing here is exported for pay or dismissal.",
  },
  team: {
    title: "Team skills",
    summary: "Your team's skills",
    intro:
      "Only what people shared, after their first 30 days. Every look is shown to them. A wide range means little evidence: ask, do not judge.",
    none: "Nobody in your team shares practice yet. It is theirs to share.",
    shows: (p: { shown: number; of: number }) => `${p.shown} of ${p.of} reps share something.`,
    heat: "Checks passed, in %, by rep and skill",
    row: (p: { name: string; cells: string }) => `${p.name}: ${p.cells}`,
    cell: (p: { skill: string; percent: number; low: number; high: number; count: number }) =>
      `${p.skill} ${p.percent} % (${p.low}–${p.high}, n = ${p.count})`,
    noCell: "–",
    rep: (p: { name: string }) => `Team skills: ${p.name}`,
    skill: (p: { name: string; skill: string }) => `Team skills: ${p.name}, ${p.skill}`,
    notShared: "Nothing of theirs is shared.",
    back: "The team",
    backTo: (p: { name: string }) => `Back to ${p.name}`,
    suggest: "Suggest a practice",
    suggested: (p: { name: string }) =>
      `Suggested. Whether ${p.name} practises is theirs to decide, and you are not told.`,
  },
  suggestion: {
    title: (p: { name: string; skill: string }) => `${p.name} suggests a practice: ${p.skill}`,
    summary: "A practice suggested to you",
    body: "It is your choice, and nobody is told what you do with it.",
    start: "Practise now",
    seen: "What my manager sees",
  },
};
