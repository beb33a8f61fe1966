// Everything a connected chat model does for Ringside: speaks as the customer, and judges beside the score.
import type { QuestionReader } from "../core/ask/model-query.ts";
import type { ReadAlong } from "../core/pipeline/updates/second/reader.ts";
import { createGuidedMaker } from "../core/training/customer/guided/guided-maker.ts";
import type { Fallback } from "../core/training/customer/guided/voice.ts";
import type { CustomerMaker } from "../core/training/customer/maker.ts";
import type { ModelEndpoint } from "../core/training/model-leaving.ts";
import type { Judge } from "../core/training/scorer/judge.ts";
import { type ChatModelOptions, createChatModel, type ModelCall } from "./chat-model.ts";
import { createCustomerVoice } from "./customer/voice.ts";
import { createJudge } from "./judge.ts";
import { createQuestionReader } from "./question-reader.ts";
import { createReadAlong } from "./updates/reader.ts";

/** Told of what happens; never of what is said. */
export type ModelWatch = {
  onCall?: (call: ModelCall) => void;
  onFallback?: (why: Fallback) => void;
};

/** A model at work. */
export type ConnectedModel = {
  /** For `privacy` and doctor: where words go, and to which model. */
  endpoint: ModelEndpoint;
  customers: CustomerMaker;
  judge: Judge;
  readAlong: ReadAlong;
  questionReader: QuestionReader;
};

/** Puts a model to work for whoever watches it. */
export type ConnectModel = (watch: ModelWatch) => ConnectedModel;

/** A rep waits for a turn; nobody waits in a talk for the judge, who reads all of it. */
const judgeTimes = 3;

/** By then a rep has confirmed, or looked away. */
const longestReadingMs = 5_000;

/** `timeoutMs`: for one turn of the customer, its second try included. */
export function toConnectModel({
  timeoutMs,
  ...options
}: Omit<ChatModelOptions, "onCall"> & { timeoutMs: number }): ConnectModel {
  return ({ onCall, onFallback }) => {
    const chat = createChatModel({ ...options, ...(onCall ? { onCall } : {}) });
    return {
      endpoint: { host: chat.host, model: chat.model },
      customers: createGuidedMaker({
        voice: createCustomerVoice(chat),
        deadline: () => AbortSignal.timeout(timeoutMs),
        ...(onFallback ? { onFallback } : {}),
      }),
      readAlong: createReadAlong(chat, () =>
        AbortSignal.timeout(Math.min(timeoutMs, longestReadingMs)),
      ),
      questionReader: createQuestionReader(chat, () => AbortSignal.timeout(timeoutMs)),
      judge: createJudge(chat, () => AbortSignal.timeout(timeoutMs * judgeTimes)),
    };
  };
}
