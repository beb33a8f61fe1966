// What customers write back: the interested answer more often, and in a kinder tone.
import { hourMs } from "../../core/durations.ts";
import { logistic } from "../outcome.ts";
import type { Random } from "../random.ts";
import type { Courtship } from "./courtship.ts";
import { type TouchDraft, touch } from "./moves.ts";

/** Answers to what the rep wrote, each by itself; a call was answered when it was made. */
export function replyTo(
  sent: readonly TouchDraft[],
  { contact, interest, endsAt }: Pick<Courtship, "contact" | "interest" | "endsAt">,
  random: Random,
): TouchDraft[][] {
  return sent.flatMap(({ type, at }): TouchDraft[][] => {
    const answers = random.chance(0.25 + 0.5 * logistic(interest));
    const later = at + random.whole(1, 40) * hourMs;
    const tone = 0.5 + 0.15 * interest + random.between(-0.15, 0.15);
    if (!answers || later > endsAt || type === "call.made") return [];
    const sentiment = Math.round(Math.min(1, Math.max(0, tone)) * 100) / 100;
    const byMessage = type === "message.sent";
    const reply = byMessage ? "message.received" : "email.reply";
    return [[touch({ contact, at: later }, reply, byMessage ? "chat" : "mail", { sentiment })]];
  });
}
