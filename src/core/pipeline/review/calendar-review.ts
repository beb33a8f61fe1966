// A meeting about deals among ourselves, as a calendar tells of it: known by the words of its title.
import type { Touch } from "../../model.ts";
import { fold } from "../reading/folded.ts";

/** Until it has begun. `startsAt`: null once it was called off. `dealId`: our id, or the calendar's own. */
export type CalendarReview = {
  id: string;
  title: string;
  startsAt: number | null;
  /** Those of ours who are invited. */
  personIds: string[];
  dealId: string | null;
  contactId: string | null;
  accountId: string | null;
  anonymousId: string | null;
  /** When the calendar said so. */
  at: number;
};

/** What such meetings are called where the company says nothing else (REVIEW_TITLES). */
export const usualReviewTitles: readonly string[] = [
  ...["deal review", "pipeline review", "opportunity review"],
  ...["商机评审", "商机复盘", "项目评审", "项目复盘"],
];

/** The title, as sources tell it. */
export function titleOf({ props: { title, subject } }: Pick<Touch, "props">): string {
  const told = [title, subject].find((one) => typeof one === "string");
  return typeof told === "string" ? told.trim() : "";
}

/** Whether a title says so, whatever its case, width and characters; a word in Latin letters counts whole. */
export function isReviewTitle(title: string, words: readonly string[]): boolean {
  return words.some((word) => patternOf(word).test(fold(title).text));
}

/** The title without those words: what is left names the deal. */
export function withoutReviewWords(title: string, words: readonly string[]): string {
  return words.reduce((left, word) => left.replace(patternOf(word), " , "), fold(title).text);
}

function patternOf(word: string): RegExp {
  const escaped = fold(word)
    .text.trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const spaced = escaped.replace(/\s+/g, "\\s+");
  const before = /^[a-z0-9]/.test(escaped) ? "(?<![a-z0-9])" : "";
  const after = /[a-z0-9]$/.test(escaped) ? "(?:s)?(?![a-z0-9])" : "";
  return new RegExp(`${before}${spaced}${after}`, "gu");
}
