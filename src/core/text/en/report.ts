// The report of a practice session, in English.
import { byName } from "../../by-name.ts";

export const report = {
  tag: "PRACTICE",
  title: (p: { title: string }) => `Report: ${p.title}`,
  subtitle: (p: { persona: string; vertical: string }) => `${p.persona} · ${p.vertical}`,
  summary: "Your practice report is ready",
  score: (p: { score: number }) => `${p.score} of 100`,
  endings: byName<string>({
    won: "They said yes.",
    lost: "They ended the talk.",
    open: "It ended open.",
    time: "Time was up.",
    "given-up": "You stopped. Nothing of it counts for your skills.",
  }),
  cleanLine: "Compliance: nothing forbidden was said.",
  breachCount: (p: { count: number }) =>
    p.count === 1 ? "Compliance: one breach." : `Compliance: ${p.count} breaches.`,
  breach: (p: { quote: string; instead: string; source: string }) =>
    `“${p.quote}” – say instead: ${p.instead} (${p.source})`,
  keep: "Keep",
  change: "Change",
  best: "Best moment",
  worst: "Weakest moment",
  better: "Better",
  quote: (p: { quote: string }) => `“${p.quote}”`,
  asked: (p: { passed: number; checks: number }) => `${p.passed} of ${p.checks} checks`,
  notCalled: (p: { skills: string }) => `Nothing called for: ${p.skills}.`,
  talk: (p: { percent: number; questions: number }) =>
    `You spoke ${p.percent} % of the words and asked ${p.questions} ${p.questions === 1 ? "question" : "questions"}.`,
  source: (p: { when: string; tactic: string; vertical: string }) =>
    `From the ${p.vertical} library: ${p.when} · ${p.tactic}`,
  details: "Every check, the customer's mood, the library's reason",
  moodTitle: "How the customer felt",
  mood: (p: { values: string }) => `How the customer felt, turn by turn (0 to 100): ${p.values}`,
  why: (p: { why: string }) => `Why it works: ${p.why}`,
  passed: "✓",
  failed: "✗",
  conduct: byName<string>({
    "asks-again": "Asked in two turns or more",
    "claims-are-concrete":
      "Put a figure, a proof or their own words behind the value, without boasting",
    "meets-objections": "Answered most objections with substance",
    "objection-softens": "At least one objection softened after the answer",
    "gives-nothing-away": "Gave no concession without something in return",
    "step-is-taken-up": "Proposed a step that the customer took up",
    "lets-them-talk": "Left the customer room (at most 65 % of the words)",
    "stays-civil": "Stayed civil and did not push",
    "ends-warmer": "The customer ended no colder than they began",
    "nothing-forbidden": "Said nothing forbidden",
  }),
  radar: "Your skills before and after",
  before: "Before",
  after: "Now",
  skillNow: (p: { skill: string; percent: number; low: number; high: number }) =>
    `${p.skill} ${p.percent} % (${p.low}–${p.high})`,
  skillChange: (p: { skill: string; was: number; percent: number; low: number; high: number }) =>
    `${p.skill} ${p.was} → ${p.percent} % (${p.low}–${p.high})`,
  model: (p: { model: string; agreed: number; checks: number; kappa: string }) =>
    `${p.model} looked at the same checks and agrees on ${p.agreed} of ${p.checks} (kappa ${p.kappa}). Its view changes no score.`,
  modelSkill: (p: { skill: string; percent: number }) => `${p.skill} ${p.percent} %`,
  again: "Again",
  easier: "Easier",
  harder: "Harder",
  say: "Say it better",
  share: "Share with my manager",
  unshare: "Stop sharing",
  remove: "Delete",
  removeSure:
    "Delete this session, its report and what it says about your skills? This cannot be undone.",
  privateLine: "Only you see this.",
  sharedLine: (p: { day: string }) => `Shared with your manager on ${p.day}.`,
  sharedFrom: (p: { day: string }) =>
    `Shared. Your first 30 days are yours alone: your manager can see it from ${p.day}.`,
  sharedNow: "Shared. Your manager can see it, and you see every look.",
  unshared: "No longer shared.",
  removed: "Deleted: the session, its report and its part in your skills.",
  notKept: "None of this is kept, since you have not agreed to it. “privacy” changes that.",
  privacy: "My privacy",
};
