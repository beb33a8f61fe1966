// Wires the chat model: who speaks as the customer, who judges, and what is counted of it.
import type { QuestionReader } from "../core/ask/model-query.ts";
import type { ReadAlong } from "../core/pipeline/updates/second/reader.ts";
import { type CustomerMaker, embeddedMaker } from "../core/training/customer/maker.ts";
import type { Judge } from "../core/training/scorer/judge.ts";
import type { Log } from "../log.ts";
import type { RingsideOptions } from "../main.ts";
import type { ConnectedModel, ModelWatch } from "../model/connect-model.ts";
import type { Metrics } from "../web/metrics.ts";

/** What a model does, or the embedded customer alone. */
export type ModelParts = {
  customer: CustomerMaker;
  judge?: Judge;
  /** Reads updates beside us. */
  readAlong?: ReadAlong;
  /** Makes queries of questions to the data. */
  questionReader?: QuestionReader;
  /** Where words go, and to which model; undefined: nowhere. */
  modelEndpoint?: ConnectedModel["endpoint"];
};

/** Puts the connected model to work, counted; a customer that is given outright speaks instead. */
export function createModelParts(
  { connectModel, customer, log }: RingsideOptions,
  metrics: Metrics,
): ModelParts {
  if (!connectModel) return { customer: customer ?? embeddedMaker };
  const { endpoint, customers, ...others } = connectModel(watchModel(metrics, log));
  return { customer: customer ?? customers, ...others, modelEndpoint: endpoint };
}

function watchModel(metrics: Metrics, log: Log): ModelWatch {
  return {
    onCall: ({ use, result, seconds, tokensIn, tokensOut }) => {
      metrics.modelCalls.inc({ use, result });
      metrics.modelSeconds.observe({ use }, seconds);
      metrics.modelTokens.inc({ use, direction: "in" }, tokensIn);
      metrics.modelTokens.inc({ use, direction: "out" }, tokensOut);
    },
    onFallback: (why) => {
      metrics.modelFallbacks.inc({ why });
      log.warn({ why }, "the embedded customer took a turn in the model's place");
    },
  };
}
