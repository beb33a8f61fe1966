// Stage updates: one sentence, one card, one confirm.
import { askCall } from "../../core/pipeline/updates/ask-call.ts";
import { chooseDeal, submitUpdate } from "../../core/pipeline/updates/choose-deal.ts";
import { confirmUpdate } from "../../core/pipeline/updates/confirm-update.ts";
import { correctUpdate, discardUpdate } from "../../core/pipeline/updates/correct-update.ts";
import { takeMessage } from "../../core/pipeline/updates/evidence.ts";
import { sayUpdate } from "../../core/pipeline/updates/say-update.ts";
import { agreeToSecond, takeValue } from "../../core/pipeline/updates/second/take-value.ts";
import type { UpdateServices } from "../../core/pipeline/updates/services.ts";
import { undoUpdate } from "../../core/pipeline/updates/undo-update.ts";
import type { Area } from "./area.ts";

export function updatesArea(services: UpdateServices) {
  return {
    intents: {
      update: (person, words) => sayUpdate(services, { person, words }),
    },
    actions: {
      "update.say": (answer) => submitUpdate(services, answer),
      "update.deal": (answer) => chooseDeal(services, answer),
      "update.confirm": (answer) => confirmUpdate(services, answer),
      "update.correct": (ask) => correctUpdate(services, ask),
      "update.discard": (ask) => discardUpdate(ask),
      "update.undo": (ask) => undoUpdate(ask),
      "update.take": (answer) => takeValue(services, answer),
      "update.second": (answer) => agreeToSecond(services, answer),
      "update.prove": (ask) => takeMessage(services, ask),
      "update.call": (ask) => askCall(services, ask),
    },
    shortcuts: {
      update: (person, words) => sayUpdate(services, { person, words, isForwarded: words !== "" }),
    },
  } satisfies Area;
}
