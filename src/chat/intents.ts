// What a sentence asks for, in English and Chinese, without a model.
import type { Role } from "../core/model.ts";
import { actionsPhrases } from "./phrases/actions.ts";
import { callsPhrases } from "./phrases/calls.ts";
import { contractsPhrases } from "./phrases/contracts.ts";
import { customersPhrases } from "./phrases/customers.ts";
import { debriefPhrases } from "./phrases/debrief.ts";
import { discoveryPhrases } from "./phrases/discovery.ts";
import { healthPhrases } from "./phrases/health.ts";
import { leadsPhrases } from "./phrases/leads.ts";
import { peoplePhrases } from "./phrases/people.ts";
import { pipelinePhrases } from "./phrases/pipeline.ts";
import { practicePhrases } from "./phrases/practice.ts";
import { privacyPhrases } from "./phrases/privacy.ts";
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
  "merge",
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
  "manager_sees",
  "team_skills",
  "calls",
  "alerts",
  "notifications",
  "mute",
  "unmute",
  "digest",
  "privacy",
  "language_en",
  "language_zh",
  "strategy",
  "strategies",
  "team_scripts",
  "help",
] as const;
export type Intent = (typeof intents)[number];

/** An intent with what followed it: a name, a description. */
export type Understood = { intent: Intent; rest: string };

/** Intents whose words are kept as they were said. */
const verbatim: ReadonlySet<Intent> = new Set(["strategy", "update", "note", "attach", "new_rule"]);

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
  merge: ["rep", "manager"],
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
  manager_sees: ["rep", "manager"],
  team_skills: ["manager"],
  calls: ["rep", "manager"],
  alerts: ["rep", "manager"],
  notifications: everybody,
  mute: everybody,
  unmute: everybody,
  digest: everybody,
  privacy: everybody,
  language_en: everybody,
  language_zh: everybody,
  strategy: ["manager"],
  strategies: ["rep", "manager", "contributor"],
  team_scripts: ["rep", "manager", "contributor"],
  help: everybody,
};

/** By area; where two could match, the one listed first wins. */
const phrases: Record<Intent, RegExp[]> = {
  ...skillsPhrases,
  ...callsPhrases,
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

/** Examples nearest to a sentence nobody understood, best first, by shared pairs of letters (Dice, 1945). */
export function nearest(sentence: string, examples: Partial<Record<Intent, string>>): Intent[] {
  const wanted = pairs(fold(sentence).toLowerCase());
  return (Object.entries(examples) as [Intent, string][])
    .map(([intent, example]) => ({
      intent,
      likeness: dice(wanted, pairs(fold(example).toLowerCase())),
    }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ intent }) => intent);
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/\s/g, "")];
  const two = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return new Set([...two, ...letters.filter((letter) => /\p{Script=Han}/u.test(letter))]);
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
