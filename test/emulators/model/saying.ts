// A chat model without a network, which has one thing to say, whatever it is asked.
import type { ChatModel } from "../../../src/model/chat-model.ts";
import { readAnswer, readPartial } from "../../../src/model/read-answer.ts";

/** Its answer is read as every endpoint's is: by the form that was asked for, streamed pieces included. */
export function saying(text: string): ChatModel {
  return {
    ...{ host: "model.example", model: "m" },
    async ask({ schema, onPartial }) {
      const partial = readPartial(text);
      if (partial) onPartial?.(partial);
      const value = readAnswer(text, (found) => schema.safeParse(found).data);
      return value === undefined ? { failure: "nonsense", text } : { value, text };
    },
  };
}
