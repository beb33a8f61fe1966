// A model's opinion on a transcript, check by check; core keeps what it can quote (core/training/scorer/judge.ts).
import { z } from "zod";
import { compareOpinions, type Judge, opinionSchema } from "../core/training/scorer/judge.ts";
import type { ChatModel } from "./chat-model.ts";
import { readPrompt } from "./prompts.ts";

const judgementSchema = z.object({ checks: z.array(opinionSchema) });

/** A judge that asks a chat model; `deadline` ends the wait. */
export function createJudge(chat: ChatModel, deadline: () => AbortSignal): Judge {
  return {
    async judge({ plan, turns, score }) {
      const { language, rubric } = plan;
      const answered = await chat.ask({
        ...{ use: "judge", prompt: readPrompt("judge", language), schema: judgementSchema },
        input: {
          checks: rubric.map(({ id, check }) => ({ id, check })),
          turns: turns.map(({ who, text }, index) => ({ number: index + 1, who, text })),
        },
        signal: deadline(),
      });
      if ("failure" in answered) return { failure: answered.failure };
      const judgement = compareOpinions(answered.value.checks, { turns, score });
      return { ...judgement, by: { endpoint: chat.host, model: chat.model } };
    },
  };
}
