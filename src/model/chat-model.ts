// A chat model behind any OpenAI-compatible endpoint, through LangChain: streamed, read by a schema, never throwing.
import type { AIMessageChunk, UsageMetadata } from "@langchain/core/messages";
import type { z } from "zod";
import type { Failure } from "../core/training/customer/guided/voice.ts";
import { isFormRefused, toFailure } from "./failure.ts";
import { type Form, openStream } from "./open-stream.ts";
import type { Prompt, PromptName } from "./prompts.ts";
import { readAnswer, readPartial } from "./read-answer.ts";

export type ChatModelOptions = {
  /** Such as https://api.openai.com/v1. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** Undefined: the model's own; some take no other. */
  temperature?: number | undefined;
  maxRetries?: number;
  /** Told of every call when it is over. */
  onCall?: (call: ModelCall) => void;
};

/** A call that is over, in numbers; nothing of what was said. */
export type ModelCall = {
  use: PromptName;
  result: "ok" | Failure;
  seconds: number;
  tokensIn: number;
  tokensOut: number;
};

/** A question to the model. `input` is data and goes as JSON, apart from the instructions. */
export type Question<Answer> = {
  use: PromptName;
  prompt: Prompt;
  values?: Record<string, string>;
  input: unknown;
  /** Goes with the input, for models that take pictures. */
  picture?: { bytes: Uint8Array; mediaType: string };
  /** What was said since: the model's answer, and what is wrong with it. */
  since?: { answer: string; reply: string };
  schema: z.ZodType<Answer>;
  signal: AbortSignal;
  onPartial?: (partial: object) => void;
};

/** What came of a question; `text` is what the model wrote. */
export type Answered<Answer> = { value: Answer; text: string } | { failure: Failure; text: string };

export type ChatModel = {
  /** The endpoint's host, for people. */
  host: string;
  model: string;
  ask<Answer>(question: Question<Answer>): Promise<Answered<Answer>>;
};

/** What an answer's form is asked for with, the strictest first; an endpoint that refuses one gets the next. */
const forms: readonly Form[] = ["json_schema", "json_object", "text"];

/** Connects nothing yet; every call says all it needs, so that no OPENAI_… variable of the environment has a say. */
export function createChatModel(options: ChatModelOptions): ChatModel {
  const { baseUrl, model, onCall } = options;
  const line: Line = { options, form: 0 };
  return {
    ...{ host: new URL(baseUrl).host, model },
    async ask(question) {
      const startedAt = performance.now();
      const heard: Heard = { text: "", tokensIn: 0, tokensOut: 0 };
      const answered = await tryForms(line, question, heard);
      const { use } = question;
      const { tokensIn, tokensOut } = heard;
      const seconds = (performance.now() - startedAt) / 1000;
      const result = "failure" in answered ? answered.failure : "ok";
      onCall?.({ use, result, seconds, tokensIn, tokensOut });
      return answered;
    },
  };
}

/** An endpoint, with the form it was found to take. */
type Line = { options: ChatModelOptions; form: number };

/** What came so far. */
type Heard = { text: string; tokensIn: number; tokensOut: number; finish?: string | undefined };

async function tryForms<Answer>(
  line: Line,
  question: Question<Answer>,
  heard: Heard,
): Promise<Answered<Answer>> {
  for (let at = line.form; ; at += 1) {
    try {
      await listen(line, question, { form: forms[at] ?? "text", heard });
      line.form = at;
      return readHeard(heard, question.schema);
    } catch (error) {
      if (isFormRefused(error) && at + 1 < forms.length) continue;
      const { signal } = question;
      const { text } = heard;
      return { failure: toFailure(error, { signal, hasBegun: text !== "" }), text };
    }
  }
}

/** Reads the stream to its end. */
async function listen<Answer>(
  line: Line,
  question: Question<Answer>,
  { form, heard }: { form: Form; heard: Heard },
): Promise<void> {
  const { signal, onPartial } = question;
  for await (const chunk of await openStream(line.options, question, form)) {
    heard.text += chunk.text;
    heard.finish = finishOf(chunk) ?? heard.finish;
    const { input_tokens = 0, output_tokens = 0 } = usageOf(chunk);
    heard.tokensIn += input_tokens;
    heard.tokensOut += output_tokens;
    signal.throwIfAborted();
    if (heard.text.length > maxAnswer) break;
    const partial = onPartial && readPartial(heard.text);
    if (partial) onPartial(partial);
  }
}

/** Letters after which a model is not thinking any more, but lost. */
const maxAnswer = 60_000;

function usageOf({ usage_metadata }: { usage_metadata?: unknown }): Partial<UsageMetadata> {
  return (usage_metadata ?? {}) as Partial<UsageMetadata>;
}

function finishOf({ response_metadata }: AIMessageChunk): string | undefined {
  const { finish_reason } = response_metadata as { finish_reason?: unknown };
  return typeof finish_reason === "string" ? finish_reason : undefined;
}

function readHeard<Answer>({ text, finish }: Heard, schema: z.ZodType<Answer>): Answered<Answer> {
  const value = readAnswer(text, (found) => schema.safeParse(found).data);
  if (value !== undefined) return { value, text };
  return { failure: whyUnread(text, finish), text };
}

/** How models say that they will not, in place of an answer. */
const refusals =
  /\b(i (can'?t|cannot|can not|won'?t)|i('m| am) (not able|unable)|not able to) (assist|help|comply|continue|do|participate|fulfil|engage|provide)|(无法|不能|不会)(为[您你])?(协助|满足|继续|回答|提供|参与|完成)/i;

function whyUnread(text: string, finish: string | undefined): Failure {
  if (finish === "content_filter" || refusals.test(text)) return "refusal";
  if (finish !== "stop") return "cut";
  // A refusal of its own kind comes beside the words, which are then none.
  return text.trim() === "" ? "refusal" : "nonsense";
}
