// Training: what to say to an objection, and rehearsing it.
import { rehearse, showRehearsed } from "../../core/training/rehearse.ts";
import { type ScriptServices, sayLines, saySubmitted } from "../../core/training/say.ts";
import type { Area } from "./area.ts";

export function trainingArea(services: ScriptServices) {
  return {
    intents: { say: (person, words) => sayLines(services, person, words) },
    actions: {
      "say.submit": (answer) => saySubmitted(services, answer),
      "say.aloud": (ask) => rehearse(services, ask),
      "say.show": (ask) => showRehearsed(services, ask),
    },
    shortcuts: { say: (person, words) => sayLines(services, person, words) },
  } satisfies Area;
}
