// Stage updates: one sentence, one card, one confirm.
import { confirmUpdate } from "../../core/pipeline/updates/confirming/confirm-update.ts";
import { undoUpdate } from "../../core/pipeline/updates/confirming/undo-update.ts";
import { correctUpdate, discardUpdate } from "../../core/pipeline/updates/correct-update.ts";
import { takeMessage } from "../../core/pipeline/updates/evidence.ts";
import { linkDeal, unlinkDeal } from "../../core/pipeline/updates/from-lead/link-deal.ts";
import { askFromLead, sayFromLead } from "../../core/pipeline/updates/from-lead/say-from-lead.ts";
import { noteInstead } from "../../core/pipeline/updates/from-lead/tell-of-lead.ts";
import { chooseDeal, submitUpdate } from "../../core/pipeline/updates/saying/choose-deal.ts";
import { sayUpdate } from "../../core/pipeline/updates/saying/say-update.ts";
import { agreeToSecond, takeValue } from "../../core/pipeline/updates/second/take-value.ts";
import type { UpdateServices } from "../../core/pipeline/updates/services.ts";
import { askCall } from "../../core/pipeline/updates/talks/ask-call.ts";
import type { Area } from "./area.ts";

export function updatesArea(services: UpdateServices) {
  return {
    intents: {
      update: (person, words) => sayUpdate(services, { person, words }),
      to_deal: (person, words) => sayFromLead(services, { person, words }),
    },
    actions: {
      "update.say": (answer) => submitUpdate(services, answer),
      "update.deal": (answer) => chooseDeal(services, answer),
      "update.confirm": (answer) => confirmUpdate(services, answer),
      "update.correct": (ask) => correctUpdate(services, ask),
      "update.discard": (ask) => discardUpdate(ask),
      "update.undo": (ask) => undoUpdate(services, ask),
      "update.note": (ask) => noteInstead(services, ask),
      "lead.to_deal": (ask) => askFromLead(services, ask),
      "lead.link": (ask) => linkDeal(services, ask),
      "lead.unlink": (ask) => unlinkDeal(services, ask),
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
