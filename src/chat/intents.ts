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
import { slipOf } from "./slips.ts";

export const intents = [
  "my_leads",
  "my_deals",
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
  "lead_sources",
  "away",
  "back",
  "team_leads",
  "add_person",
  "import_data",
  "home",
  "update",
  "to_deal",
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
  "export_own",
  "delete_own",
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
  "pipeline",
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
  "to_deal",
  "note",
  "attach",
  "new_rule",
]);

/**
 * Sentences are folded first: width (so that "：" is ":"), spaces and closing punctuation. Names keep their case. What
 * is not understood as it stands is read once more without what is only said to be kind, and with a slip put right.
 */
export function understand(sentence: string): Understood | undefined {
  const folded = fold(sentence);
  const understood = match(sentence.trim(), folded);
  if (understood || folded.length > longestKind) return understood;
  const plain = toPlain(folded);
  const slip = slipOf(plain, wordings);
  return match(plain, plain) ?? (slip === undefined ? undefined : match(slip, slip));
}

/** A longer one is no command said kindly, but something that was pasted. */
const longestKind = 60;

const kindBefore =
  /^(?:(?:hi|hey|hello|please|pls|plz|can you|could you|i want to see|give me|麻烦[您你]?|请问?|帮我|帮忙|给我|我?(?:想|要)看|看下|看看|查下|打开)[\s,!]*)+(?=.)/i;
const kindAfter =
  /(?<=.)(?:[\s,]*(?:please|pls|plz|thanks|thx|thank you|谢谢|吧|呢|啊|呀|哦|哈|嘛|么|吗|一下|给我看看))+$/i;

function toPlain(folded: string): string {
  const bare = folded.replace(kindBefore, "").replace(kindAfter, "");
  return bare.replace(/为啥/g, "为什么").replace(/咋/g, "怎么");
}

/** Commands that only show something, as they are written most: a slip in one does no harm. */
const wordings = [
  ...["hello", "my leads", "my actions", "my share", "my skills", "my calls", "my day"],
  ...["practice", "practice history", "drills", "notifications", "privacy", "digest", "alerts"],
  ...["daily report", "weekly report", "reports", "team leads", "team skills", "team scripts"],
  ...["morning brief", "weights", "rules", "contracts", "data health", "strategies", "sandbox"],
  ...["what changed", "timeline", "discover", "newcomers", "what my manager sees", "day one"],
];

function match(asSaid: string, folded: string): Understood | undefined {
  for (const [intent, patterns] of Object.entries(phrases) as [Intent, RegExp[]][]) {
    const words = verbatim.has(intent) ? asSaid : folded;
    for (const pattern of patterns) {
      const found = pattern.exec(words);
      if (found) return { intent, rest: (found.groups?.rest ?? "").trim() };
    }
  }
  return undefined;
}

const everybody = ["rep", "manager", "contributor", "operator"] as const;

/** Who can use which; the use cases check again. */
export const intentRoles: Record<Intent, readonly Role[]> = {
  my_leads: ["rep", "manager"],
  my_deals: ["rep", "manager"],
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
  lead_sources: ["rep", "manager", "contributor"],
  away: everybody,
  back: everybody,
  team_leads: ["manager"],
  add_person: ["manager"],
  import_data: ["manager"],
  home: everybody,
  update: ["rep", "manager"],
  to_deal: ["rep", "manager"],
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
  export_own: everybody,
  delete_own: everybody,
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
  pipeline: ["rep", "manager"],
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
    .replace(marksAtEnd, "");
}

/** Looked for only where a run of them begins: from every mark of a long run it would take the square of their number. */
const marksAtEnd = /(?<=^.|[^\s.!?。、,~])[\s.!?。、,~]+$/u;

/** Letters of a sentence that are compared: no example is nearly as long. */
const mostCompared = 300;

/** Less alike than this, an example was not what somebody meant: by eye, over what people typed in the tour. */
const leastAlike = 0.3;

/** Examples near to a sentence nobody understood, best first, by shared pairs of letters (Dice, 1945). */
export function nearest(sentence: string, examples: Partial<Record<Intent, string>>): Intent[] {
  const wanted = fold(sentence.slice(0, mostCompared));
  return (Object.entries(examples) as [Intent, string][])
    .map(([intent, example]) => ({
      intent,
      likeness: likeness(wanted, fold(example)),
    }))
    .filter((one) => one.likeness >= leastAlike)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ intent }) => intent);
}
