// Strategies: saying, confirming and publishing one's own; for everybody, the board and what is on it; for managers, what
// a supported one becomes.
import type { RuleServices } from "../../core/journey/rules-in-chat/services.ts";
import { askEnd, endUse, leaveUse, undoEnd } from "../../core/strategy/adoption/end-use.ts";
import {
  onAsScenario,
  playScenario,
  putScenarioOn,
} from "../../core/strategy/adoption/on-as-scenario.ts";
import { onAsTrack, publishTrack, submitTrack } from "../../core/strategy/adoption/on-as-track.ts";
import { keepUse } from "../../core/strategy/adoption/retest.ts";
import { onAsChain, onAsWeights, showUse } from "../../core/strategy/adoption/switch-on.ts";
import type { DebriefServices } from "../../core/strategy/debrief/services.ts";
import { questionsFirst } from "../../core/strategy/sandbox/questions-first.ts";
import type { StrategyServices } from "../../core/strategy/services.ts";
import { showHow } from "../../core/strategy/spread/team-channel.ts";
import { openStrategy, showBoard } from "../../core/strategy/weekly/board.ts";
import { chooseHour } from "../../core/strategy/weekly/choose-hour.ts";
import { confirmClaim } from "../../core/strategy/weekly/confirm-claim.ts";
import {
  adoptStrategy,
  publishStrategy,
  showMatchingDeals,
} from "../../core/strategy/weekly/publish-strategy.ts";
import { sayNothing } from "../../core/strategy/weekly/say-nothing.ts";
import {
  openForm,
  submitForm,
  takeStrategy,
  useHint,
} from "../../core/strategy/weekly/submit-claim.ts";
import type { PracticeServices } from "../../core/training/practice/services.ts";
import type { Area } from "./area.ts";

type StrategyAreaServices = StrategyServices & RuleServices & PracticeServices & DebriefServices;

export function strategyArea(services: StrategyAreaServices) {
  return {
    intents: {
      strategy: (person, said) => takeStrategy(services, person, said),
      strategies: (person) => showBoard(services, person),
      week_hour: (person, words) => chooseHour(services, person, words),
      team_channel: (person) => showHow(person),
    },
    actions: {
      "strategy.form": (ask) => openForm(services, ask),
      "strategy.form.submit": (answer) => submitForm(services, answer),
      "strategy.hint": (ask) => useHint(services, ask),
      "strategy.nothing": (ask) => sayNothing(ask),
      "strategy.confirm": (ask) => confirmClaim(services, ask),
      "strategy.open": (ask) => openStrategy(services, ask),
      "strategy.publish": questionsFirst(services, (ask) => publishStrategy(services, ask)),
      "strategy.adopt": (ask) => adoptStrategy(services, ask),
      "strategy.deals": (ask) => showMatchingDeals(services, ask),
      "strategy.use": (ask) => showUse(services, ask),
      "strategy.on.chain": (ask) => onAsChain(services, ask),
      "strategy.on.weights": (ask) => onAsWeights(services, ask),
      "strategy.on.talk_track": (ask) => onAsTrack(services, ask),
      "strategy.track.submit": (answer) => submitTrack(services, answer),
      "strategy.track.publish": questionsFirst(services, (ask) => publishTrack(services, ask)),
      "strategy.on.scenario": (ask) => onAsScenario(services, ask),
      "strategy.scenario.on": questionsFirst(services, (ask) => putScenarioOn(services, ask)),
      "strategy.play": (ask) => playScenario(services, ask),
      "strategy.off": (ask) => askEnd(services, ask),
      "strategy.off.yes": (ask) => endUse(services, ask),
      "strategy.retire": (ask) => askEnd(services, ask),
      "strategy.retire.yes": (answer) => endUse(services, answer),
      "strategy.leave": (ask) => leaveUse(ask),
      "strategy.undo": (ask) => undoEnd(ask),
      "strategy.keep": (ask) => keepUse(ask),
    },
  } satisfies Area;
}
