// A question to the data, made into a query by a model: the layer and the question go there, no record does.
import { type ModelQuery, modelQuerySchema, type QuestionReader } from "../core/ask/model-query.ts";
import type { ChatModel } from "./chat-model.ts";
import { readPrompt } from "./prompts.ts";

/** A reader that asks a chat model; `deadline` ends the wait, and then there is no query. */
export function createQuestionReader(chat: ChatModel, deadline: () => AbortSignal): QuestionReader {
  return {
    async read({ question, language, layer }): Promise<ModelQuery | undefined> {
      const answered = await chat.ask({
        ...{ use: "ask", prompt: readPrompt("ask", language), schema: modelQuerySchema },
        ...{ input: { question, ...layer }, signal: deadline() },
      });
      return "failure" in answered ? undefined : answered.value;
    },
  };
}
