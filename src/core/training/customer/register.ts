// How this person talks, for lines that any customer says: 您 or 你, "I've" or "I have".
import type { Topic } from "../playbook.ts";
import { englishLines } from "./lines/en.ts";
import { englishTopics } from "./lines/en-answers.ts";
import type { CommonLines, Occasion } from "./lines/model.ts";
import { chineseLines } from "./lines/zh.ts";
import { chineseTopics } from "./lines/zh-answers.ts";
import type { Plan } from "./model.ts";

/** The common lines for an occasion, as this scenario's person would say them. */
export function linesFor(plan: Plan, occasion: Occasion): readonly string[] {
  const lines: CommonLines = plan.language === "zh" ? chineseLines : englishLines;
  return inOwnWords(plan, lines[occasion]);
}

/** What they say who would rather not tell what a question is about. */
export function vagueLines(plan: Plan, topic: Topic): readonly string[] {
  if (topic === "mood") return [];
  return inOwnWords(plan, topicLines(plan)[topic].vague);
}

/** What a question may be for, as the one who is asked would name it. */
export function topicName(plan: Plan, topic: Topic | undefined): string {
  return topic && topic !== "mood" ? topicLines(plan)[topic].name : "";
}

const topicLines = ({ language }: Plan) => (language === "zh" ? chineseTopics : englishTopics);

function inOwnWords(plan: Plan, lines: readonly string[]): readonly string[] {
  const own = ownWords(plan);
  if (plan.language === "zh") return saysNin(own) ? lines.map(toNin) : lines;
  return isFormal(own) ? lines.map(writeOut) : lines;
}

function ownWords({ scenario }: Plan): string {
  const { opening, objections } = scenario;
  return [...opening, ...objections.flatMap(({ says, dodged, met }) => [says, dodged, met])]
    .flat()
    .join("\n");
}

/** Whoever says 您 more often than 你 says it always. */
function saysNin(own: string): boolean {
  const count = (word: RegExp) => own.match(word)?.length ?? 0;
  return count(/您/g) > count(/你/g);
}

const toNin = (line: string) => line.replace(/你(?!们)/g, "您");

/** Somebody who writes out "do not" and "I have" in nine of ten places. */
function isFormal(own: string): boolean {
  const short = own.match(/\w'(s|re|ve|ll|d|m|t)\b/gi)?.length ?? 0;
  const long =
    own.match(
      /\b(I|you|we|they|it|that) (have|am|are|will|would|is)\b|\b(do|does|did|is|are|was|were|can|will|would|should) ?not\b/gi,
    )?.length ?? 0;
  return long >= 9 && short * 9 <= long * 4;
}

const longForms: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/gi, "will not"],
  [/\bcan't\b/gi, "cannot"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|should)n't\b/gi, "$1 not"],
  [/\b(I)'m\b/g, "$1 am"],
  [/\b(you|we|they)'re\b/gi, "$1 are"],
  [/\b(I|you|we|they)'ve got\b/gi, "$1 have"],
  [/\b(I|you|we|they)'ve\b/gi, "$1 have"],
  [/\b(I|you|we|they|it|that)'ll\b/gi, "$1 will"],
  [/\b(I|you|we|they|it|that)'d\b/gi, "$1 would"],
  [/\b(it|that|there|he|she|what|where)'s\b/gi, "$1 is"],
  [/\blet's\b/g, "let us"],
  [/\bLet's\b/g, "Let us"],
];

/** Short forms written out. */
export function writeOut(line: string): string {
  return longForms.reduce((text, [short, long]) => text.replace(short, long), line);
}
