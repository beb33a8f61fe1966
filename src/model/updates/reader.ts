// A chat model that reads an update beside our reader; what of it is believed is core's to decide (model-reading.ts).
import {
  type ModelReading,
  modelReadingSchema,
} from "../../core/pipeline/updates/second/model-reading.ts";
import type { ReadAlong } from "../../core/pipeline/updates/second/reader.ts";
import type { ChatModel } from "../chat-model.ts";
import { readPrompt } from "../prompts.ts";

/** A reader that asks a chat model; `deadline` ends the wait. */
export function createReadAlong(chat: ChatModel, deadline: () => AbortSignal): ReadAlong {
  return {
    endpoint: { host: chat.host, model: chat.model },
    async read(question, language) {
      const answered = await chat.ask<ModelReading>({
        ...{ use: "update-reading", prompt: readPrompt("update-reading", language) },
        ...{ schema: modelReadingSchema, input: question, signal: deadline() },
      });
      return "failure" in answered ? { failure: answered.failure } : { reading: answered.value };
    },
  };
}
