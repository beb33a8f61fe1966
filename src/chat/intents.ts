// What a sentence asks for, in English and Chinese, without a model.
import type { Role } from "../core/model.ts";
import { likeness } from "../core/text/likeness.ts";
import { actionsPhrases } from "./phrases/actions.ts";
import { askPhrases } from "./phrases/ask.ts";
import { briefingPhrases } from "./phrases/briefing.ts";
import { callsPhrases } from "./phrases/calls.ts";
import { changedPhrases } from "./phrases/changed.ts";
import { contractsPhrases } from "./phrases/contracts.ts";
import { customersPhrases } from "./phrases/customers.ts";
import { debriefPhrases } from "./phrases/debrief.ts";
import { discoveryPhrases } from "./phrases/discovery.ts";
import { firstDayPhrases } from "./phrases/first-day.ts";
import { healthPhrases } from "./phrases/health.ts";
import { leadsPhrases } from "./phrases/leads.ts";
import { peoplePhrases } from "./phrases/people.ts";
import { pipelinePhrases } from "./phrases/pipeline.ts";
import { practicePhrases } from "./phrases/practice.ts";
import { privacyPhrases } from "./phrases/privacy.ts";
import { reportsPhrases } from "./phrases/reports.ts";
import { rulesPhrases } from "./phrases/rules.ts";
import { skillsPhrases } from "./phrases/skills.ts";
import { strategyPhrases } from "./phrases/strategy.ts";
import { trainingPhrases } from "./phrases/training.ts";
import { updatesPhrases } from "./phrases/updates.ts";
import { weightsPhrases } from "./phrases/weights.ts";

export const intents = [
  "my_leads",
  "my_actions",
  "customer",
  "brief",
  "review",
  "meeting_briefs",
  "merge",
  "split",
  "why",
  "why_not_me",
  "new_lead",
  "pool",
  "my_share",
  "away",
  "back",
  "team_leads",
  "add_person",
  "home",
  "update",
  "note",
  "attach",
  "notes",
  "say",
  "practice",
  "rules",
  "new_rule",
  "discover",
  "path",
  "slipping",
  "weights",
  "contracts",
  "drift",
  "health",
  "check_code",
  "skills",
  "practice_history",
  "drills",
  "manager_sees",
  "team_skills",
  "ramp",
  "calls",
  "alerts",
  "daily_report",
  "weekly_report",
  "reports",
  "morning_brief",
  "notifications",
  "mute",
  "unmute",
  "digest",
  "privacy",
  "language_en",
  "language_zh",
  "strategy",
  "strategies",
  "week_hour",
  "team_channel",
  "day_one",
  "what_changed",
  "timeline",
  "sandbox",
  "team_scripts",
  "ask",
  "help",
] as const;
export type Intent = (typeof intents)[number];

/** An intent with what followed it: a name, a description. */
export type Understood = { intent: Intent; rest: string };

/** Intents whose words are kept as they were said. */
const verbatim: ReadonlySet<Intent> = new Set([
  "ask",
  "strategy",
  "update",
  "note",
  "attach",
  "new_rule",
]);

/** Sentences are folded first: width (so that "：" is ":"), spaces and closing punctuation. Names keep their case. */
export function understand(sentence: string): Understood | undefined {
  const folded = fold(sentence);
  for (const [intent, patterns] of Object.entries(phrases) as [Intent, RegExp[]][]) {
    const words = verbatim.has(intent) ? sentence.trim() : folded;
    for (const pattern of patterns) {
      const match = pattern.exec(words);
      if (match) return { intent, rest: (match.groups?.rest ?? "").trim() };
    }
  }
  return undefined;
}

const everybody = ["rep", "manager", "contributor", "operator"] as const;

/** Who can use which; the use cases check again. */
export const intentRoles: Record<Intent, readonly Role[]> = {
  my_leads: ["rep", "manager"],
  my_actions: ["rep", "manager"],
  customer: ["rep", "manager"],
  brief: ["rep", "manager"],
  review: ["rep", "manager"],
  meeting_briefs: ["rep", "manager"],
  merge: ["rep", "manager"],
  split: ["rep", "manager"],
  why: ["rep", "manager"],
  why_not_me: ["rep"],
  new_lead: ["rep", "manager"],
  pool: ["rep", "manager"],
  my_share: ["rep"],
  away: everybody,
  back: everybody,
  team_leads: ["manager"],
  add_person: ["manager"],
  home: everybody,
  update: ["rep", "manager"],
  note: ["rep", "manager"],
  attach: ["rep", "manager"],
  notes: ["rep", "manager"],
  say: ["rep", "manager", "contributor"],
  practice: ["rep", "manager"],
  rules: ["rep", "manager", "operator"],
  new_rule: ["manager"],
  discover: ["manager"],
  path: ["rep", "manager"],
  slipping: ["rep", "manager"],
  weights: ["rep", "manager", "operator"],
  contracts: everybody,
  drift: ["manager"],
  health: ["rep", "manager", "contributor"],
  check_code: everybody,
  skills: ["rep", "manager"],
  practice_history: ["rep", "manager"],
  drills: ["rep", "manager"],
  manager_sees: ["rep", "manager"],
  team_skills: ["manager"],
  ramp: ["manager"],
  calls: ["rep", "manager"],
  alerts: ["rep", "manager"],
  daily_report: ["rep", "manager"],
  weekly_report: ["rep", "manager"],
  reports: ["manager"],
  morning_brief: ["manager"],
  notifications: everybody,
  mute: everybody,
  unmute: everybody,
  digest: everybody,
  privacy: everybody,
  language_en: everybody,
  language_zh: everybody,
  strategy: ["manager"],
  strategies: ["rep", "manager", "contributor"],
  week_hour: ["manager"],
  team_channel: ["manager"],
  day_one: ["rep"],
  what_changed: ["manager"],
  timeline: ["manager"],
  sandbox: ["manager"],
  team_scripts: ["rep", "manager", "contributor"],
  ask: ["rep", "manager"],
  help: everybody,
};

/** By area; where two could match, the one listed first wins. */
const phrases: Record<Intent, RegExp[]> = {
  ...askPhrases,
  ...reportsPhrases,
  ...skillsPhrases,
  ...callsPhrases,
  ...changedPhrases,
  ...firstDayPhrases,
  ...strategyPhrases,
  ...debriefPhrases,
  ...trainingPhrases,
  ...rulesPhrases,
  ...discoveryPhrases,
  ...weightsPhrases,
  ...contractsPhrases,
  ...healthPhrases,
  ...leadsPhrases,
  ...actionsPhrases,
  ...customersPhrases,
  ...peoplePhrases,
  ...privacyPhrases,
  ...briefingPhrases,
  ...updatesPhrases,
  ...pipelinePhrases,
  ...practicePhrases,
};

function fold(sentence: string): string {
  return sentence
    .normalize("NFKC")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=.)[\s.!?。、,~]+$/u, "");
}

/** Letters of a sentence that are compared: no example is nearly as long. */
const mostCompared = 300;

/** Examples nearest to a sentence nobody understood, best first, by shared pairs of letters (Dice, 1945). */
export function nearest(sentence: string, examples: Partial<Record<Intent, string>>): Intent[] {
  const wanted = fold(sentence.slice(0, mostCompared));
  return (Object.entries(examples) as [Intent, string][])
    .map(([intent, example]) => ({
      intent,
      likeness: likeness(wanted, fold(example)),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ intent }) => intent);
}
