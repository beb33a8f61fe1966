// What goes with winning, as a card shows it: each pattern in words with its numbers, a picture, and how it was compared.
import { heading, note, sentence } from "../../blocks.ts";
import { type Block, strong, text } from "../../card.ts";
import type { Share } from "../../statistics/shares.ts";
import type { Reading } from "../../text/format.ts";
import type { Discovery } from "./discover.ts";
import type { Finding } from "./find-winning.ts";
import { percentOf, saySigns } from "./kind-words.ts";

/** Patterns of one card: more are not read. */
export const mostFindings = 5;

/** The verdict and the strongest patterns. */
export function findingBlocks({ winning, comparison }: Discovery, reading: Reading): Block[] {
  const { findings: words } = reading.texts.discovery;
  const { findings, tested, verdict } = winning;
  const say = words.verdict[verdict];
  const counts = { count: findings.length, tested: tested.length };
  const shown = findings.slice(0, mostFindings);
  return [
    sentence(typeof say === "string" ? say : say(counts)),
    ...shown.flatMap((finding, index) => oneFinding(finding, index, reading)),
    ...chartOf(shown, reading),
    ...(comparison.compared > 0 ? [howCompared({ winning, comparison }, reading)] : []),
  ];
}

function oneFinding(finding: Finding, index: number, reading: Reading): Block[] {
  const { findings: words } = reading.texts.discovery;
  const { says, having, others, oddsRatio, q, equallyBusy } = finding;
  const { value, low, high } = oddsRatio;
  const kind = says === "winning" ? words.winning : words.losing;
  const isSure = equallyBusy !== null && (equallyBusy.low > 1 || equallyBusy.high < 1);
  const odds = { value: short(value), low: short(low), high: short(high), q: sayQ(q) };
  return [
    {
      t: "text",
      text: [strong(`${index + 1}  ${saySigns(finding, reading)}`), text(` · ${kind}`)],
    },
    sentence(words.line({ having: toShares(having), others: toShares(others) })),
    note(words.odds(odds)),
    ...(isSure ? [] : [note(words.busy)]),
  ];
}

/** A share in the words of a sentence. */
export function toShares({ count, of, value }: Share) {
  return { won: count, of, percent: percentOf(value) };
}

function chartOf(findings: readonly Finding[], reading: Reading): Block[] {
  const { findings: words } = reading.texts.discovery;
  if (findings.length === 0) return [];
  const percents = (pick: (finding: Finding) => Share) =>
    findings.map((finding) => Math.round(100 * pick(finding).value));
  const alt = findings.map((finding) =>
    words.alt({
      what: saySigns(finding, reading),
      ...{ with: percentOf(finding.having.value), without: percentOf(finding.others.value) },
    }),
  );
  return [
    heading(words.chart),
    {
      ...{ t: "chart", chart: "bar", max: 100, alt: alt.join("; ") },
      labels: findings.map((_, index) => String(index + 1)),
      series: [
        { name: words.with, values: percents(({ having }) => having) },
        { name: words.without, values: percents(({ others }) => others) },
      ],
    },
  ];
}

function howCompared(
  { winning, comparison }: Pick<Discovery, "winning" | "comparison">,
  { texts }: Reading,
): Block {
  const { findings: words } = texts.discovery;
  const { landmarkDays, leftOut } = comparison;
  const { decidedEarly: early, tooYoung: young, overlapping, beforeTouches: before } = leftOut;
  const segments = Object.entries(winning.segments).map(([name, { deals, won }]) =>
    words.segment({ name, won, of: deals }),
  );
  return {
    ...{ t: "more", title: words.more },
    blocks: [
      sentence(words.method({ days: landmarkDays })),
      sentence(words.leftOut({ early, young, overlapping, before })),
      ...(segments.length > 1 ? [sentence(words.segments({ list: segments.join(", ") }))] : []),
      sentence(words.caution),
    ],
  };
}

const short = (value: number) => (value >= 10 ? value.toFixed(0) : value.toFixed(1));
const sayQ = (q: number) => (q < 0.001 ? "< 0.001" : q.toFixed(3));
