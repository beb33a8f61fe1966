// For managers: what changed over a month, what came after a change, and trying things on their own history.
import type { RuleServices } from "../../core/journey/rules-in-chat/services.ts";
import type { ChangedServices } from "../../core/strategy/changed/gather-changed.ts";
import { openChanged, showChanged } from "../../core/strategy/changed/show-changed.ts";
import { askQuestions, submitQuestions } from "../../core/strategy/sandbox/answer-questions.ts";
import { showSandbox } from "../../core/strategy/sandbox/show-sandbox.ts";
import type { StrategyServices } from "../../core/strategy/services.ts";
import { openTimeline, showTimeline } from "../../core/strategy/timeline/show-timeline.ts";
import type { Area } from "./area.ts";

type Services = ChangedServices & StrategyServices & RuleServices;

export function changedArea(services: Services) {
  return {
    intents: {
      what_changed: (person) => showChanged(services, person),
      timeline: (person) => showTimeline(services, person),
      sandbox: (person) => showSandbox(services, person),
    },
    actions: {
      "changed.show": (ask) => openChanged(services, ask),
      "timeline.open": (ask) => openTimeline(services, ask),
      "sandbox.open": ({ person }) => showSandbox(services, person),
      "sandbox.questions": (ask) => askQuestions(ask),
      "sandbox.questions.submit": (answer) => submitQuestions(answer),
    },
  } satisfies Area;
}
