// Data health, what to put right, and whether a company's code holds.
import { checkCode } from "../../core/pipeline/checks/check-code.ts";
import { exportRates } from "../../core/pipeline/health/in-chat/export-rates.ts";
import type { HealthServices } from "../../core/pipeline/health/in-chat/services.ts";
import { askHealth, showFixes } from "../../core/pipeline/health/in-chat/show-health.ts";
import { skipFix, submitFix } from "../../core/pipeline/health/in-chat/submit-fix.ts";
import type { Area } from "./area.ts";

export function healthArea(services: HealthServices) {
  return {
    intents: {
      health: (person) => askHealth(services, person),
      check_code: (person, typed) => checkCode(person, typed),
    },
    actions: {
      "health.export": (ask) => exportRates(services, ask),
      "health.fixes": ({ person }) => showFixes(services, { person, params: {} }),
      "health.fix": (answer) => submitFix(services, answer),
      "health.skip": (ask) => skipFix(services, ask),
    },
  } satisfies Area;
}
