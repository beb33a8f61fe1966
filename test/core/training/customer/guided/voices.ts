// Voices for the guided maker: each answer is a function of what is asked, in turn; the last one stays.
import {
  type CustomerView,
  viewSchema,
} from "../../../../../src/core/training/customer/guided/view.ts";
import type {
  CustomerVoice,
  VoiceAnswer,
  VoiceRequest,
} from "../../../../../src/core/training/customer/guided/voice.ts";

type Say = (request: VoiceRequest) => VoiceAnswer;

/** Says what the turn wants in the words given, or the library's. */
export const says =
  (over: Partial<CustomerView> = {}): Say =>
  ({ brief: { turn }, onPartial }) => {
    const view = viewSchema.parse({ wants: turn.wants, says: turn.forExample, ...over });
    const { wants, says: words } = view;
    for (let at = 1; at <= words.length; at += 1) onPartial?.({ wants, says: words.slice(0, at) });
    return { view, answer: JSON.stringify(view) };
  };

/** Gives no usable answer. */
export const fails =
  (failure: Extract<VoiceAnswer, { failure: unknown }>["failure"]): Say =>
  () => ({ failure, answer: "what it wrote" });

/** A voice that answers in turn, with what it was asked. */
export function createVoice(...answers: Say[]): CustomerVoice & { asked: VoiceRequest[] } {
  const asked: VoiceRequest[] = [];
  return {
    asked,
    async say(request) {
      const say = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      if (!say) throw new Error("This voice was given nothing to say.");
      return say(request);
    },
  };
}
