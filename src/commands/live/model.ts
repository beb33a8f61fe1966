// The chat model, asked for real: whether it answers, in the form that practice needs, and how fast.
import { z } from "zod";
import { type Config, dropTracing } from "../../config.ts";
import type { Failure } from "../../core/training/customer/guided/voice.ts";
import type { LiveLine } from "./line.ts";

const readySchema = z.object({ ready: z.literal(true) });

/** Asks one tiny question; nothing of anybody is in it. */
export async function checkModel(model: NonNullable<Config["model"]>): Promise<LiveLine> {
  const [{ createChatModel }, { readPrompt }] = await Promise.all([
    import("../../model/chat-model.ts"),
    import("../../model/prompts.ts"),
  ]);
  dropTracing();
  const chat = createChatModel({ ...model, maxRetries: 0 });
  const startedAt = performance.now();
  const answered = await chat.ask({
    ...{ use: "ready", prompt: readPrompt("ready", "en"), schema: readySchema, input: {} },
    signal: AbortSignal.timeout(model.timeoutMs),
  });
  const what = "chat model";
  const who = `${chat.model} at ${chat.host}`;
  if (!("failure" in answered)) {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    return { what, state: "ok", why: `${who} answered as practice needs it, in ${seconds} s` };
  }
  const { why, fix } = failures[answered.failure];
  return { what, state: "broken", why: `${who} ${why}`, fix };
}

const useAnother = "Try another MODEL_NAME. Until then the embedded customer plays.";
const failures: Record<Failure, { why: string; fix: string }> = {
  key: { why: "refused the key", fix: "Check MODEL_API_KEY and what it may do." },
  error: {
    why: "refused the request",
    fix: "Check MODEL_BASE_URL (it often ends in /v1), MODEL_NAME and MODEL_TEMPERATURE.",
  },
  unreachable: {
    why: "cannot be reached",
    fix: "Check MODEL_BASE_URL and the network between here and there.",
  },
  timeout: {
    why: "did not answer in time",
    fix: "Use a faster model, or raise MODEL_TIMEOUT_SECONDS.",
  },
  busy: { why: "is busy, or its quota is used up", fix: "See your provider's limits and billing." },
  cut: { why: "broke off in the middle of its answer", fix: useAnother },
  refusal: { why: "refused to answer", fix: useAnother },
  nonsense: { why: "did not answer with the JSON it was asked for", fix: useAnother },
};
