// Evidence as people read it: one talk after the other, each with the sentences that decided its checks.
import { type Block, type Inline, strong, text } from "../../card.ts";
import { dateInline, type Reading } from "../../text/format.ts";
import type { PracticeReport } from "../report/practice-report.ts";
import { shorten } from "../report/report-lines.ts";
import type { SkillEvidence, SkillQuote } from "./skill-evidence.ts";

/** Talks that a phone shows without endless scrolling. */
const shownPieces = 5;

/** What evidence is shown with: the reports of its talks, by their ids. */
export type Talks = ReadonlyMap<string, PracticeReport>;

/** The newest talks first, with every check and its sentence. */
export function evidenceBlocks(
  evidence: readonly SkillEvidence[],
  { talks, reading }: { talks: Talks; reading: Reading },
): Block[] {
  const newest = evidence.toSorted((a, b) => b.at - a.at);
  const rest = newest.length - shownPieces;
  const { older } = reading.texts.skills;
  return [
    ...newest.slice(0, shownPieces).flatMap((piece) => pieceBlocks(piece, talks, reading)),
    ...(rest > 0 ? [{ t: "context" as const, text: [text(older({ count: rest }))] }] : []),
  ];
}

function pieceBlocks(piece: SkillEvidence, talks: Talks, reading: Reading): Block[] {
  const { texts, format } = reading;
  const { sources, piece: words, shared } = texts.skills;
  const talk = talks.get(piece.sourceId);
  const { passed, checks } = piece;
  const head: Inline[] = [
    dateInline(piece.at, "day", format),
    text(" · "),
    strong(words({ source: sources[piece.source], passed, checks })),
    ...(talk ? [text(` · ${talk.body.played.title}`)] : []),
    ...(talk?.sharedAt ? [text(` · ${shared}`)] : []),
  ];
  const lines = piece.quotes.map((quote) => toLine(quote, reading)).join("\n");
  return [
    { t: "text", text: head },
    { t: "text", text: [text(lines)] },
  ];
}

function toLine({ check, asks, passed, quote }: SkillQuote, { texts }: Reading): string {
  const { report, skills } = texts;
  const mark = passed ? report.passed : report.failed;
  const words = asks ?? report.conduct[check] ?? check;
  if (quote) return `${mark} ${words} ${report.quote({ quote: shorten(quote) })}`;
  return `${mark} ${words}${passed ? ` (${skills.noSentence})` : ""}`;
}
