// Strategies: saying, confirming and publishing one's own; for everybody, the board and what is on it.
import type { StrategyServices } from "../../core/strategy/services.ts";
import { openStrategy, showBoard } from "../../core/strategy/weekly/board.ts";
import {
  adoptStrategy,
  publishStrategy,
  showMatchingDeals,
} from "../../core/strategy/weekly/publish-strategy.ts";
import {
  confirmClaim,
  openForm,
  sayNothing,
  submitForm,
  takeStrategy,
  useHint,
} from "../../core/strategy/weekly/submit-claim.ts";
import type { Area } from "./area.ts";

export function strategyArea(services: StrategyServices) {
  return {
    intents: {
      strategy: (person, said) => takeStrategy(services, person, said),
      strategies: (person) => showBoard(services, person),
    },
    actions: {
      "strategy.form": (ask) => openForm(services, ask),
      "strategy.form.submit": (answer) => submitForm(services, answer),
      "strategy.hint": (ask) => useHint(services, ask),
      "strategy.nothing": (ask) => sayNothing(ask),
      "strategy.confirm": (ask) => confirmClaim(services, ask),
      "strategy.open": (ask) => openStrategy(services, ask),
      "strategy.publish": (ask) => publishStrategy(services, ask),
      "strategy.adopt": (ask) => adoptStrategy(services, ask),
      "strategy.deals": (ask) => showMatchingDeals(services, ask),
    },
  } satisfies Area;
}
