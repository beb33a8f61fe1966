// Changes in the CRM: what a person decides where both sides changed.
import { keepOurs, takeTheirs } from "../../core/pipeline/write-back/answer-conflict.ts";
import type { CrmServices } from "../../core/pipeline/write-back/services.ts";
import type { Area } from "./area.ts";

export function crmArea(services: CrmServices) {
  return {
    intents: {},
    actions: {
      "crm.ours": (ask) => keepOurs(ask),
      "crm.theirs": (ask) => takeTheirs(services, ask),
    },
  } satisfies Area;
}
