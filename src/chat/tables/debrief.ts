// Debriefs: answering, sending and reviewing; and the talk tracks that came of them.
import {
  changeDebrief,
  sendDebrief,
  skipDebrief,
  submitDebrief,
  tellDebrief,
} from "../../core/strategy/debrief/answer-debrief.ts";
import type { EffectServices } from "../../core/strategy/debrief/asset-effect.ts";
import { listScripts } from "../../core/strategy/debrief/list-scripts.ts";
import {
  editScript,
  publishScript,
  refuseScript,
  submitEdit,
  submitRefusal,
} from "../../core/strategy/debrief/review-script.ts";
import type { DebriefServices } from "../../core/strategy/debrief/services.ts";
import { showScript } from "../../core/strategy/debrief/show-script.ts";
import { askUsed, submitUsed } from "../../core/strategy/debrief/use-script.ts";
import type { Area } from "./area.ts";

export function debriefArea(services: DebriefServices & EffectServices) {
  return {
    intents: { team_scripts: (person) => listScripts(services, person) },
    actions: {
      "debrief.submit": (answer) => submitDebrief(services, answer),
      "debrief.tell": (ask) => tellDebrief(services, ask),
      "debrief.skip": (ask) => skipDebrief(services, ask),
      "debrief.change": (ask) => changeDebrief(services, ask),
      "debrief.send": (ask) => sendDebrief(services, ask),
      "script.publish": (ask) => publishScript(services, ask),
      "script.edit": (ask) => editScript(services, ask),
      "script.edit.submit": (answer) => submitEdit(services, answer),
      "script.refuse": (ask) => refuseScript(services, ask),
      "script.refuse.submit": (answer) => submitRefusal(services, answer),
      "script.open": (ask) => showScript(services, ask),
      "script.use": (ask) => askUsed(services, ask),
      "script.use.submit": (answer) => submitUsed(services, answer),
    },
  } satisfies Area;
}
