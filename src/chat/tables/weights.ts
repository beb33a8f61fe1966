// Weights: what counts in assignment; for managers, trying others, publishing them and going back.
import { dismissProposal } from "../../core/leads/learning/dismiss-proposal.ts";
import {
  askWeights,
  previewDraft,
  previewWeights,
} from "../../core/leads/weighing/change-weights.ts";
import { askPublish, submitPublish } from "../../core/leads/weighing/publish-weights.ts";
import {
  askSegment,
  endSegment,
  submitSegment,
} from "../../core/leads/weighing/segment-weights.ts";
import { showWeights } from "../../core/leads/weighing/show-weights.ts";
import { rollBack, showHistory } from "../../core/leads/weighing/weight-history.ts";
import type { Store } from "../../core/ports.ts";
import { questionsFirst } from "../../core/strategy/sandbox/questions-first.ts";
import type { Area } from "./area.ts";

export function weightsArea(services: { store: Store }) {
  return {
    intents: { weights: (person) => showWeights(person) },
    actions: {
      "weights.show": ({ person, params }) => showWeights(person, params.segment),
      "weights.segment": (ask) => askSegment(services, ask),
      "weights.segment.submit": (answer) => submitSegment(services, answer),
      "weights.segment.end": questionsFirst(services, (ask) => endSegment(ask)),
      "weights.change": (ask) => askWeights(ask),
      "weights.change.submit": (answer) => previewWeights(services, answer),
      "weights.preview": (ask) => previewDraft(services, ask),
      "weights.dismiss": (ask) => dismissProposal(ask),
      "weights.publish": questionsFirst(services, (ask) => askPublish(ask)),
      "weights.publish.submit": questionsFirst(services, (answer) => submitPublish(answer)),
      "weights.history": (ask) => showHistory(services, ask),
      "weights.rollback": questionsFirst(services, (ask) => rollBack(ask)),
    },
  } satisfies Area;
}
