// What touches say about a customer: how deeply they use the product, how they stand with service, whether they ask
// for prices, and how conversations with them go. Pure; gather.ts hands the touches in.
import { dayMs } from "../../durations.ts";
import type { Touch } from "../../model.ts";

/** What a customer does this long before a deal is opened belongs to it: interest comes before it is written down. */
export const leadUpMs = 14 * dayMs;

/** How deeply a customer uses the product. */
export type Usage = "light" | "regular" | "deep";

/**
 * By breadth and frequency: four features or twenty uses are deep, two features or five uses regular. (Thresholds are
 * ours; breadth before frequency, as one script can use one feature a thousand times.) Null: no use on record.
 */
export function usageOf(touches: readonly Touch[]): Usage | null {
  const uses = touches.filter(({ type }) => type === "product.feature.used");
  if (uses.length === 0) return null;
  const features = new Set(uses.map(({ props }) => props.feature)).size;
  const times = uses.reduce((sum, { props }) => sum + toCount(props.count), 0);
  if (features >= 4 || times >= 20) return "deep";
  return features >= 2 || times >= 5 ? "regular" : "light";
}

function toCount(count: unknown): number {
  return typeof count === "number" && Number.isFinite(count) && count > 0 ? count : 1;
}

/** How a customer stands with service. */
export type Service = "content" | "calm" | "unhappy";

/**
 * Unhappy with a ticket that is open or a last score of a detractor (NPS 0 to 6, CSAT 1 or 2), content with a promoter's
 * (NPS 9 or 10, CSAT 4 or 5), calm in between (NPS: Reichheld, "The One Number You Need to Grow", Harvard Business
 * Review, December 2003). Null: neither a ticket nor a score.
 */
export function serviceOf(touches: readonly Touch[]): Service | null {
  const count = (type: string) => touches.filter((touch) => touch.type === type).length;
  const opened = count("ticket.opened");
  const score = touches.flatMap((touch) => scoreOf(touch) ?? []).at(-1);
  if (opened === 0 && score === undefined) return null;
  if (opened > count("ticket.solved") || score === "unhappy") return "unhappy";
  return score ?? "calm";
}

function scoreOf({ type, props }: Touch): Service | undefined {
  const { kind, score } = props;
  if (type !== "survey.score" || typeof score !== "number") return undefined;
  const [content, unhappy] = kind === "csat" ? [4, 2] : [9, 6];
  if (score >= content) return "content";
  return score <= unhappy ? "unhappy" : "calm";
}

/** Looks at the pricing page that say somebody has money in mind. */
const tellingLooks = 3;

/** Whether the customer asked for prices: took a quote, or looked at the pricing page three times. */
export function asksForPrices(touches: readonly Touch[]): boolean {
  const quotes = touches.some(
    ({ type, props }) => type.startsWith("file.") && props.kind === "quote",
  );
  const looks = touches.filter(
    ({ type, props }) => type === "page.view" && props.page === "pricing",
  );
  return quotes || looks.length >= tellingLooks;
}

/** A conversation: what was sent, what of it was answered, and the tone of what has one. */
export type Talk = { sent: number; answered: number; tones: number; toneSum: number };

/** An answer later than this is to something else. */
const answerMs = 3 * dayMs;
const written = new Set(["email.sent", "message.sent"]);
const answers = new Set(["email.reply", "message.received", "call.received", "meeting.held"]);

/**
 * How each rep's conversations with one contact go. What was written counts as answered when the contact replied, called
 * or met within three days, a call when somebody took it. `props.sentiment` in [0, 1], where a touch has one, is its
 * tone and belongs to whoever wrote or called last. Touches of one contact, oldest first.
 */
export function talksOf(touches: readonly Touch[]): Map<string, Talk> {
  const talks = new Map<string, Talk>();
  let last: Talk | undefined;
  for (const [index, touch] of touches.entries()) {
    const by = senderOf(touch);
    if (by !== undefined) {
      last = talks.get(by) ?? { sent: 0, answered: 0, tones: 0, toneSum: 0 };
      talks.set(by, last);
      last.sent += 1;
      last.answered += Number(touch.type === "call.made" || isAnswered(touches, index));
    }
    if (last) hear(last, touch);
  }
  return talks;
}

/** The rep who wrote or called. */
function senderOf({ type, props }: Touch): string | undefined {
  const isOurs = written.has(type) || type === "call.made";
  return isOurs && typeof props.personId === "string" ? props.personId : undefined;
}

function hear(talk: Talk, { props: { sentiment } }: Touch): void {
  if (typeof sentiment !== "number" || !(sentiment >= 0 && sentiment <= 1)) return;
  talk.tones += 1;
  talk.toneSum += sentiment;
}

function isAnswered(touches: readonly Touch[], index: number): boolean {
  const at = touches[index]?.at ?? 0;
  for (const later of touches.slice(index + 1)) {
    if (later.at > at + answerMs) return false;
    if (answers.has(later.type)) return true;
  }
  return false;
}

/** Conversations put together. */
export function sumTalks(talks: Iterable<Talk>): Talk {
  const sum = { sent: 0, answered: 0, tones: 0, toneSum: 0 };
  for (const talk of talks) {
    sum.sent += talk.sent;
    sum.answered += talk.answered;
    sum.tones += talk.tones;
    sum.toneSum += talk.toneSum;
  }
  return sum;
}
