// Asks a chat model for one turn of the customer: the prompt of the turn, the brief as data, the answer by its schema.
import { viewSchema } from "../../core/training/customer/guided/view.ts";
import type { CustomerVoice, VoiceRequest } from "../../core/training/customer/guided/voice.ts";
import type { ChatModel } from "../chat-model.ts";
import { readPrompt } from "../prompts.ts";

/** What a partial answer may hold already; each field only once it is whole, the words as far as they came. */
const partialSchema = viewSchema.pick({ wants: true, says: true }).partial();

/** A voice that speaks through a chat model. */
export function createCustomerVoice(chat: ChatModel): CustomerVoice {
  return {
    async say(request) {
      const { brief, language, signal, onPartial } = request;
      const prompt = readPrompt("customer", language);
      const since = toSince(request);
      const answered = await chat.ask({
        ...{ use: since ? "customer-mend" : "customer", prompt, input: brief },
        ...{ schema: viewSchema, signal },
        values: { goal: prompt.words[brief.turn.reaction] ?? "" },
        ...(since ? { since } : {}),
        ...(onPartial ? { onPartial: (partial) => pass(partial, onPartial) } : {}),
      });
      const { text: answer } = answered;
      return "failure" in answered
        ? { failure: answered.failure, answer }
        : { view: answered.value, answer };
    },
  };
}

function toSince({ mend, language }: VoiceRequest) {
  if (!mend) return undefined;
  const { text, words } = readPrompt("customer-mend", language);
  return { answer: mend.answer, reply: text.replace("{{reason}}", words[mend.drift] ?? "") };
}

function pass(partial: object, onPartial: NonNullable<VoiceRequest["onPartial"]>): void {
  const { data } = partialSchema.safeParse(partial);
  if (data?.wants && data.says) onPartial({ wants: data.wants, says: data.says });
}
