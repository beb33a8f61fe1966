// What is wrong with a model's words as the customer's: each finding has a name, and the prompts say how to mend it.
import type { Language } from "../../../model.ts";
import { contentWords, languageOf, sharedWords, toSentences } from "../../moves/text.ts";
import type { CustomerState, Plan } from "../model.ts";
import { conditional, markup, notTheCustomer, outOfScene, yes } from "./drift-words.ts";
import { hasInventedFigure } from "./invented-figures.ts";
import { type CustomerView, dueWish, secretsOf } from "./view.ts";

/** Every way to be wrong, in the order in which it is looked for; `form` is found where the answer is read. */
export const drifts = [
  "form",
  "ending",
  "agrees",
  "markup",
  "persona",
  "scene",
  "secret",
  "figure",
  "language",
  "repeats",
  "long",
] as const;
export type Drift = (typeof drifts)[number];

/** What a model's words are held against. */
export type Held = {
  plan: Plan;
  /** After the turn, as it was decided. */
  decided: CustomerState;
  /** What the customer said before, and the rep's words: none of it may be said again. */
  before: readonly string[];
};

/** The first thing wrong with a view, or undefined. */
export function findDrift(
  view: Pick<CustomerView, "wants" | "says">,
  held: Held,
): Exclude<Drift, "form"> | undefined {
  return rules.find(({ isWrong }) => isWrong(view, held))?.drift;
}

type Rule = {
  drift: Exclude<Drift, "form">;
  isWrong: (view: Pick<CustomerView, "wants" | "says">, held: Held) => boolean;
};

const rules: readonly Rule[] = [
  { drift: "ending", isWrong: ({ wants }, { decided }) => wants !== dueWish(decided) },
  { drift: "agrees", isWrong: ({ says }, { decided }) => decided.outcome !== "won" && isYes(says) },
  { drift: "markup", isWrong: ({ says }) => matches(says, markup) },
  { drift: "persona", isWrong: ({ says }) => matches(says, notTheCustomer) },
  { drift: "scene", isWrong: ({ says }) => matches(says, outOfScene) },
  { drift: "secret", isWrong: ({ says }, { plan, decided }) => tells(says, plan, decided) },
  {
    drift: "figure",
    isWrong: ({ says }, { plan, before }) => hasInventedFigure(says, plan, before),
  },
  { drift: "language", isWrong: ({ says }, { plan }) => !isIn(plan.language, says) },
  { drift: "repeats", isWrong: ({ says }, { before }) => before.some((one) => isSame(one, says)) },
  { drift: "long", isWrong: ({ says }, { plan }) => isLong(says, plan.language) },
];

function matches(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

function isYes(text: string): boolean {
  return toSentences(text).some((each) => matches(each, yes) && !conditional.test(each));
}

/** Out loud with this many and this share of its words, a secret is out. */
const secretWords = 5;
const secretShare = 0.4;

/** Whether the words tell what nobody asked for; what the scenario says openly is no secret. */
function tells(text: string, plan: Plan, { revealed }: CustomerState): boolean {
  const open = openWords(plan, revealed);
  const own = contentWords(text);
  return secretsOf(plan, revealed).some((secret) => {
    const hidden = new Set([...contentWords(secret)].filter((word) => !open.has(word)));
    const { words, share } = sharedWords(hidden, own);
    return words.length >= secretWords && share >= secretShare;
  });
}

function openWords({ scenario, persona }: Plan, revealed: readonly number[]): Set<string> {
  const objections = scenario.objections.flatMap(({ says, dodged, met }) => [says, dodged, met]);
  const told = scenario.reveals.filter((_, index) => revealed.includes(index));
  const lines = [
    ...[scenario.situation, scenario.goal, persona.role, persona.organisation],
    ...[...scenario.opening, ...scenario.won.says, ...scenario.lost.says, ...persona.phrases],
    ...[...objections.flat(), ...told.map(({ says }) => says)],
  ];
  return new Set(lines.flatMap((line) => [...contentWords(line)]));
}

/** Fewer letters than this ("OK?", "嗯。") are of any language. */
const minLetters = 8;
/** Small words of English, and of other languages in Latin letters: a text has one kind or the other. */
const englishWords =
  /\b(the|a|an|i|you|we|it|is|are|was|to|of|in|and|that|this|for|not|do|what|have|on|my|your|so|be|with|who|how|if|but|they)\b/gi;
const otherWords =
  /\b(el|la|los|las|que|de|por|para|con|una|pero|muy|je|vous|le|les|des|est|pas|pour|nous|dans|und|der|die|das|nicht|ich|wir|sie|ist|mit|ein|uma|mas|não|che|sono|non|del|della)(?!\p{L})/giu;
const minOthers = 3;

function isIn(language: Language, text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < minLetters) return true;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}]/u.test(text)) {
    return false;
  }
  if (language === "zh") return languageOf(text) === "zh";
  if (/\p{Script=Han}/u.test(text)) return false;
  const others = text.match(otherWords)?.length ?? 0;
  return others < minOthers || others <= (text.match(englishWords)?.length ?? 0);
}

/** So alike that somebody would say: you said that already. */
const sameShare = 0.8;
const sameWords = 4;

function isSame(one: string, other: string): boolean {
  const [a, b] = [contentWords(one), contentWords(other)];
  if (one.trim() === other.trim()) return true;
  const shared = sharedWords(a, b).words.length;
  return shared >= sameWords && shared / Math.max(a.size, b.size) >= sameShare;
}

/** Words, or Han characters, of the longest turn somebody says on the telephone. */
const longest = { en: 90, zh: 180 } as const;

function isLong(text: string, language: Language): boolean {
  const pattern = language === "zh" ? /\p{Script=Han}/gu : /[\p{L}\p{N}'’-]+/gu;
  return (text.match(pattern)?.length ?? 0) > longest[language];
}
