// Words shown while they come: whole sentences only, and none before it is known that they may stand.
import { findDrift, type Held } from "./find-drift.ts";
import type { CustomerView } from "./view.ts";

/** Passes on the sentences that are complete and fit to be heard; nothing once something is wrong. */
export function streamSafely(
  onPartial: (text: string) => void,
  held: Held,
): (partial: Partial<CustomerView>) => void {
  let shown = "";
  return ({ wants, says }) => {
    if (!wants || !says) return;
    const whole = wholeSentences(says);
    if (!whole || whole === shown || findDrift({ wants, says: whole }, held)) return;
    shown = whole;
    onPartial(whole);
  };
}

/** Up to the last sentence mark; one at the very end may be the start of "3.5", so something must follow it. */
function wholeSentences(text: string): string {
  return text.match(/^.*(?:[!?。！？…]|\.(?=\s))/su)?.[0]?.trim() ?? "";
}
