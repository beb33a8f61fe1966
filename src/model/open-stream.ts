// One call in LangChain's terms: a prompt template, the messages, and a chat model that is asked for a form of answer.
import { ChatPromptTemplate, MessagesPlaceholder } from "@langchain/core/prompts";
import { ChatOpenAICompletions } from "@langchain/openai";
import { AIMessage, type AIMessageChunk, HumanMessage } from "langchain";
import type { ChatModelOptions, Question } from "./chat-model.ts";
import { retryStumbles } from "./failure.ts";
import { describeShape, toJsonSchema } from "./shape.ts";

/** How an answer's form is asked for: by a schema, as JSON, or in the prompt's words alone. */
export type Form = "json_schema" | "json_object" | "text";

/** Opens the stream of an answer. The data is a message of its own and no part of the instructions. */
export function openStream<Answer>(
  options: ChatModelOptions,
  question: Question<Answer>,
  form: Form,
): Promise<AsyncIterable<AIMessageChunk>> {
  const { prompt, values = {}, since, schema, signal } = question;
  const template = ChatPromptTemplate.fromMessages(
    [["system", prompt.text], new MessagesPlaceholder("said")],
    { templateFormat: "mustache" },
  );
  const said = [
    toMessage(question),
    ...(since ? [new AIMessage(since.answer), new HumanMessage(since.reply)] : []),
  ];
  const shape = prompt.inputs.includes("shape") ? { shape: describeShape(schema) } : {};
  const model = toLangChain(options, form).withConfig(formOf(form, question));
  return template.pipe(model).stream({ ...values, ...shape, said }, { signal });
}

function toMessage<Answer>({ input, picture }: Question<Answer>): HumanMessage {
  const text = JSON.stringify(input);
  if (!picture) return new HumanMessage(text);
  const { bytes, mediaType } = picture;
  const url = `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
  return new HumanMessage({
    content: [
      { type: "text", text },
      { type: "image_url", image_url: { url } },
    ],
  });
}

function toLangChain(
  { baseUrl, apiKey, model, temperature, maxRetries = 1 }: ChatModelOptions,
  form: Form,
): ChatOpenAICompletions {
  return new ChatOpenAICompletions({
    // A server without keys ignores the one it gets.
    ...{ model, apiKey: apiKey || "none", maxRetries, onFailedAttempt: retryStumbles },
    // Old servers refuse what they do not know, such as being asked to count.
    streamUsage: form !== "text",
    ...(temperature === undefined ? {} : { temperature }),
    configuration: {
      ...{ baseURL: baseUrl, organization: null, project: null },
      ...{ webhookSecret: null, logLevel: "off" },
    },
  });
}

function formOf<Answer>(form: Form, { use, schema }: Question<Answer>) {
  if (form === "text") return {};
  if (form === "json_object") return { response_format: { type: form } };
  const json_schema = { name: use, schema: toJsonSchema(schema), strict: false };
  return { response_format: { type: form, json_schema } };
}
