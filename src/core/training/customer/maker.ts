// Who speaks as the customer: the embedded one at once, or a model that may think for a while.
import type { SessionTurn } from "../session/session.ts";
import type { CustomerView } from "./guided/view.ts";
import type { Fallback } from "./guided/voice.ts";
import type { CustomerState, Plan, Reply } from "./model.ts";
import { openTalk, replyTo } from "./reply.ts";

/** An answer and who made it; why a model did not is for operators, never for the rep. */
export type MadeReply = Reply & {
  maker: "embedded" | "model";
  fallback?: Fallback;
  /** What the model made of the turn; shown beside what was computed, never mixed in. */
  view?: CustomerView;
};

/** What a maker answers to. `onPartial` is called with the words so far while they come. */
export type ReplyRequest = {
  plan: Plan;
  state: CustomerState;
  /** Everything said before, oldest first. */
  turns: readonly SessionTurn[];
  /** The rep's words to answer. */
  heard: string;
  onPartial?: (text: string) => void;
};

/** Makes the customer's words. It never throws for what a model does: the embedded customer takes that turn. */
export type CustomerMaker = {
  open: (plan: Plan, seed: number) => Promise<MadeReply>;
  reply: (request: ReplyRequest) => Promise<MadeReply>;
};

/** The customer that plays from the library; no network, no wait. */
export const embeddedMaker: CustomerMaker = {
  open: async (plan, seed) => ({ ...openTalk(plan, seed), maker: "embedded" }),
  reply: async ({ plan, state, heard }) => ({ ...replyTo(plan, state, heard), maker: "embedded" }),
};
