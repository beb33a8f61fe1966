// A customer whose turns are decided here and worded by a model; whatever a model does, the session goes on.
import type { CustomerMaker, MadeReply, ReplyRequest } from "../maker.ts";
import type { CustomerState, Reply } from "../model.ts";
import { openTalk, replyTo } from "../reply.ts";
import { saidBefore, toBrief } from "./brief.ts";
import { type Drift, findDrift, type Held } from "./find-drift.ts";
import { streamSafely } from "./stream-safely.ts";
import { type CustomerView, takeView } from "./view.ts";
import type { CustomerVoice, Fallback, VoiceAnswer, VoiceRequest } from "./voice.ts";

/** After so many turns in a row without a usable answer the model is left alone for the session. */
const maxFailures = 3;

export type GuidedOptions = {
  voice: CustomerVoice;
  /** The wait for one turn, a second try included. */
  deadline: () => AbortSignal;
  /** Told of every turn that the embedded customer took in the model's place. */
  onFallback?: (why: Fallback) => void;
};

/**
 * The embedded engine understands the rep and decides the turn; the model words it. What is wrong with its words is sent
 * back once; then, and on any failure, the embedded customer's own words stand. The first words are the scenario's.
 */
export function createGuidedMaker({ voice, deadline, onFallback }: GuidedOptions): CustomerMaker {
  return {
    open: async (plan, seed) => ({ ...openTalk(plan, seed), maker: "embedded" }),
    async reply(request) {
      const decided = replyTo(request.plan, request.state, request.heard);
      const skip = whySkip(request.state, decided);
      const made = skip ? { why: skip } : await word({ request, decided, voice, deadline });
      if ("view" in made) {
        const reply = takeView(made.view, decided, request.state.mood);
        return { ...reply, maker: "model", view: made.view };
      }
      onFallback?.(made.why);
      return fallBack(decided, made.why);
    },
  };
}

/** Nonsense meant for a machine is answered by none; and one that keeps failing is not waited for again. */
function whySkip({ failures = 0 }: CustomerState, { reaction }: Reply): Fallback | undefined {
  if (failures >= maxFailures) return "circuit";
  return reaction === "odd" ? "attack" : undefined;
}

type Wording = { request: ReplyRequest; decided: Reply } & Pick<
  GuidedOptions,
  "voice" | "deadline"
>;
type Worded = { view: CustomerView } | { why: Fallback };

async function word({ request, decided, voice, deadline }: Wording): Promise<Worded> {
  const { brief, language } = toBrief(request, decided);
  const held = toHeld(request, decided);
  const { onPartial } = request;
  const asked: VoiceRequest = {
    ...{ brief, language, signal: deadline() },
    ...(onPartial ? { onPartial: streamSafely(onPartial, held) } : {}),
  };
  const first = await voice.say(asked);
  const drift = driftOf(first, held);
  if (drift === undefined || "why" in drift) return drift ?? toView(first);
  const second = await voice.say({ ...asked, mend: { answer: first.answer, ...drift } });
  const again = driftOf(second, held);
  if (again === undefined) return toView(second);
  if ("why" in again) return again;
  return { why: again.drift === "form" ? "nonsense" : `drift:${again.drift}` };
}

/** What is wrong with an answer and worth asking again for, or why asking again is of no use. */
function driftOf(
  answer: VoiceAnswer,
  held: Held,
): { drift: Drift } | { why: Fallback } | undefined {
  if ("failure" in answer) {
    return answer.failure === "nonsense" ? { drift: "form" } : { why: answer.failure };
  }
  const drift = findDrift(answer.view, held);
  return drift ? { drift } : undefined;
}

function toView(answer: VoiceAnswer): Worded {
  return "view" in answer ? { view: answer.view } : { why: answer.failure };
}

function toHeld({ plan, state, turns, heard }: ReplyRequest, decided: Reply): Held {
  const own = saidBefore(turns, heard).flatMap(({ who, text }) => (who === "customer" ? text : []));
  return { plan, decided: decided.state, before: [...state.said, ...own, heard] };
}

function fallBack(decided: Reply, why: Fallback): MadeReply {
  const { state } = decided;
  const failures = why === "attack" ? (state.failures ?? 0) : (state.failures ?? 0) + 1;
  return { ...decided, state: { ...state, failures }, maker: "embedded", fallback: why };
}
