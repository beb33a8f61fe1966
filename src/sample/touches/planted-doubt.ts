// A customer of each featured rep who, within three days, reads the product page closely, takes a white paper and leaves
// the pricing page: what the preset "quiet doubt about the price" (playbooks/rules) waits for.
import { hourMs } from "../../core/durations.ts";
import type { DealPlan } from "../plans.ts";
import { sampleId } from "../sample-id.ts";
import { type TouchDraft, touch } from "./moves.ts";

/** Whose customers they are: the two reps the local chat shows first. */
const owners = [sampleId("person", "ana"), sampleId("person", "siyuan")];
/** What they do, and how many hours ago. */
const story = [
  [50, "page.view", { page: "product", dwellSeconds: 212 }],
  [27, "file.download", { kind: "whitepaper" }],
  [2.1, "page.view", { page: "pricing", dwellSeconds: 95 }],
  [2, "page.leave", { page: "pricing", dwellSeconds: 95 }],
] as const;
/** The deal was open before the story begins. */
const leastOpenMs = 96 * hourMs;

/** The touches of the story: for each owner, of the first open deal whose contact books no meeting meanwhile. */
export function plantDoubt(
  open: readonly DealPlan[],
  { drafts, now }: { drafts: readonly TouchDraft[]; now: number },
): TouchDraft[] {
  const busy = new Set(
    drafts
      .filter(({ type, at }) => type === "meeting.booked" && at > now - leastOpenMs)
      .map(({ contactId }) => contactId),
  );
  return owners.flatMap((owner) => {
    const plan = open.find(
      ({ rep, contact, openedAt }) =>
        rep.id === owner && !busy.has(contact.id) && openedAt < now - leastOpenMs,
    );
    if (!plan) return [];
    return story.map(([hoursAgo, type, props]) =>
      touch({ contact: plan.contact, at: now - hoursAgo * hourMs }, type, "web", props),
    );
  });
}
