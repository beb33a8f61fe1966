// A customer's signals, out of numbers of touches: by family, by week, and which way it goes.
import { byName } from "../by-name.ts";
import { mostLookedAt } from "../journey/most-looked-at.ts";
import type { TouchCount } from "../ports.ts";

export const families = ["marketing", "sales", "service"] as const;
export type Family = (typeof families)[number];

/** What one type of touch from one source says. */
export type Signal = {
  type: string;
  source: string;
  touches: number;
  lastAt: number;
  /** How late this source tells it, on average. */
  delayMs: number;
};

export type Trend = "none" | "new" | "more" | "less" | "same" | "quiet";

export type Health = {
  signals: Record<Family, Signal[]>;
  /** Touches of each week by family, the oldest first. */
  weeks: Record<Family, number[]>;
  trend: Trend;
  /** There may be more than were counted: one of them did more than anybody looks at. */
  isCut: boolean;
};

/** Weeks a card looks back on. */
export const weeksShown = 8;

const prefixes: Record<string, Family> = byName({
  ...{ page: "marketing", file: "marketing", video: "marketing", email: "marketing" },
  ...{ form: "marketing", webinar: "marketing", event: "marketing", trial: "marketing" },
  ...{ meeting: "sales", call: "sales", message: "sales", chat: "sales", deal: "sales" },
  ...{ demo: "sales", quote: "sales", order: "sales", contract: "sales", payment: "sales" },
  ...{ ticket: "service", survey: "service", product: "service" },
});

/** What we sent is no signal of theirs, though it is a mail. */
const ours = new Set(["email.sent", "email.bounce"]);

/** The family a type of touch belongs to; undefined for what is no signal, such as a changed record. */
function familyOf(type: string): Family | undefined {
  return ours.has(type) ? undefined : prefixes[type.split(".")[0] ?? ""];
}

/** Adds the numbers up. Signals come latest first: what a card has no room for is what is oldest. */
export function toHealth(counts: readonly TouchCount[]): Health {
  const signals: Health["signals"] = { marketing: [], sales: [], service: [] };
  const weeks: Health["weeks"] = { marketing: empty(), sales: empty(), service: empty() };
  for (const count of counts) {
    const family = familyOf(count.type);
    if (!family || count.touches === 0) continue;
    addSignal(signals[family], count);
    const week = Math.min(Math.max(count.week, 0), weeksShown - 1);
    weeks[family][week] = (weeks[family][week] ?? 0) + count.touches;
  }
  for (const family of families)
    signals[family].sort((a, b) => b.lastAt - a.lastAt || b.touches - a.touches);
  const isCut = sumOf(counts.map(({ looked }) => looked)) >= mostLookedAt;
  return { signals, weeks, trend: trendOf(weeks), isCut };
}

const empty = (): number[] => Array.from({ length: weeksShown }, () => 0);

function addSignal(signals: Signal[], { type, source, touches, lastAt, delayMs }: TouchCount) {
  const known = signals.find((one) => one.type === type && one.source === source);
  if (!known) return void signals.push({ type, source, touches, lastAt, delayMs });
  const all = known.touches + touches;
  known.delayMs = Math.round((known.delayMs * known.touches + delayMs * touches) / all);
  known.touches = all;
  known.lastAt = Math.max(known.lastAt, lastAt);
}

/** Half as much again, or a third less, and by three at least: smaller numbers change by chance. */
const factor = 1.5;
const leastChange = 3;

/** The last two weeks against the two before. */
function trendOf(weeks: Health["weeks"]): Trend {
  const total = (from: number, to: number) =>
    families.reduce((sum, family) => sum + sumOf(weeks[family].slice(from, to)), 0);
  const now = total(weeksShown - 2, weeksShown);
  const before = total(weeksShown - 4, weeksShown - 2);
  if (total(0, weeksShown) === 0) return "none";
  if (now === total(0, weeksShown)) return "new";
  if (now === 0) return "quiet";
  if (now - before >= leastChange && now >= before * factor) return "more";
  return before - now >= leastChange && before >= now * factor ? "less" : "same";
}

const sumOf = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
