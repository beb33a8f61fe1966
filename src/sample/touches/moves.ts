// What customers do, one move at a time: a move is the touches that belong together.
import { hourMs } from "../../core/durations.ts";
import type { Contact, Touch } from "../../core/model.ts";
import type { Random } from "../random.ts";

/** A touch before it has an id and a time of arrival. */
export type TouchDraft = Pick<
  Touch,
  "contactId" | "accountId" | "type" | "at" | "props" | "source"
>;

/** Who makes the move, when, and how warm they are: warm people stay longer and leave less. */
export type MoveContext = {
  contact: Contact;
  at: number;
  /** No touch may be later. */
  latest: number;
  warm: boolean;
  random: Random;
};

const features = ["reports", "approvals", "alerts", "mobile", "export"] as const;

export const moves = {
  product: (context: MoveContext) => viewPage(context, "product"),
  pricing: (context: MoveContext) => viewPage(context, "pricing"),
  cases: (context: MoveContext) => viewPage(context, "cases"),
  docs: (context: MoveContext) => viewPage(context, "docs"),
  whitepaper: (context: MoveContext) => [download(context, "whitepaper")],
  brochure: (context: MoveContext) => [download(context, "brochure")],
  quote: (context: MoveContext) => [download(context, "quote")],
  video: watchVideo,
  open: (context: MoveContext) => [touch(context, "email.open", "mailchimp")],
  click: (context: MoveContext) => [touch(context, "email.click", "mailchimp")],
  form: (context: Pick<MoveContext, "contact" | "at">) => [touch(context, "form.submit", "web")],
  meeting: meet,
  feature: (context: MoveContext) => [useFeature(context)],
};
export type Move = keyof typeof moves;

/** One touch of the context's contact. */
export function touch(
  context: Pick<MoveContext, "contact" | "at">,
  type: string,
  source: string,
  props: Touch["props"] = {},
): TouchDraft {
  const { contact, at } = context;
  return { contactId: contact.id, accountId: contact.accountId, type, at, props, source };
}

/** One use of some feature of the product, in a trial or by a customer. */
export function useFeature(context: Pick<MoveContext, "contact" | "at" | "random">): TouchDraft {
  const feature = context.random.pick(features);
  return touch(context, "product.feature.used", "product", { feature });
}

/** Leaving is only noticed when it is quick: that is what rules about leaving a page are for. */
function viewPage(context: MoveContext, page: string): TouchDraft[] {
  const { at, latest, warm, random } = context;
  const dwellSeconds = Math.max(3, Math.round(random.logNormal(warm ? 150 : 45, 0.6)));
  const view = touch(context, "page.view", "web", { page, dwellSeconds });
  const leftAt = at + dwellSeconds * 1000;
  if (leftAt > latest || !random.chance(warm ? 0.08 : 0.3)) return [view];
  return [view, touch({ ...context, at: leftAt }, "page.leave", "web", { page, dwellSeconds })];
}

function download(context: MoveContext, kind: string): TouchDraft {
  return touch(context, "file.download", "web", { kind });
}

function watchVideo(context: MoveContext): TouchDraft[] {
  const { warm, random } = context;
  const percent = random.pick(warm ? [80, 90, 100] : [10, 25, 50]);
  const video = random.pick(["product tour", "customer story"]);
  return [touch(context, "video.progress", "vimeo", { video, percent })];
}

/** Booked now, held one to four days later if the conversation lasts that long. */
function meet(context: MoveContext): TouchDraft[] {
  const { at, latest, warm, random } = context;
  const heldAt = at + random.whole(24, 96) * hourMs;
  const booked = touch(context, "meeting.booked", "calendar");
  if (heldAt > latest || !random.chance(warm ? 0.9 : 0.5)) return [booked];
  return [booked, touch({ ...context, at: heldAt }, "meeting.held", "calendar")];
}
