// Data health, what to put right, and checks of a company's codes, addresses and numbers.
import { checkCompany } from "../../core/pipeline/checks/company/check-company.ts";
import type { CompanyServices } from "../../core/pipeline/checks/company/services.ts";
import { writeFinding } from "../../core/pipeline/checks/company/write-finding.ts";
import { askReading } from "../../core/pipeline/checks/licence/read-licence.ts";
import { deletePicture } from "../../core/pipeline/checks/licence/take-picture.ts";
import { exportRates } from "../../core/pipeline/health/in-chat/export-rates.ts";
import type { HealthServices } from "../../core/pipeline/health/in-chat/services.ts";
import { askHealth, showFixes } from "../../core/pipeline/health/in-chat/show-health.ts";
import { skipFix, submitFix } from "../../core/pipeline/health/in-chat/submit-fix.ts";
import type { Area } from "./area.ts";

export function healthArea(services: HealthServices & CompanyServices) {
  return {
    intents: {
      health: (person) => askHealth(services, person),
      check_code: (person, typed) => checkCompany(services, person, typed),
    },
    actions: {
      "licence.read": (ask) => askReading(ask),
      "licence.delete": (ask) => deletePicture(ask),
      "company.fill": (answer) => writeFinding(services, answer),
      "health.export": (ask) => exportRates(services, ask),
      "health.fixes": ({ person }) => showFixes(services, { person, params: {} }),
      "health.fix": (answer) => submitFix(services, answer),
      "health.skip": (ask) => skipFix(services, ask),
    },
  } satisfies Area;
}
