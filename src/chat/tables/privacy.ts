// Privacy: what is kept of somebody, what they agreed to, and how they take or delete it.
import { askDelete, askWhetherToDelete } from "../../core/people/privacy/delete-own.ts";
import { askExport } from "../../core/people/privacy/export-own.ts";
import type { PrivacyServices } from "../../core/people/privacy/services.ts";
import { changeConsent, showPrivacy } from "../../core/people/privacy/show-privacy.ts";
import type { Area } from "./area.ts";

export function privacyArea(services: PrivacyServices) {
  return {
    intents: {
      privacy: (person) => showPrivacy(services, person),
      export_own: (person) => askExport({ person, params: {} }),
      delete_own: askWhetherToDelete,
    },
    actions: {
      "consent.grant": (ask) => changeConsent(services, ask, true),
      "consent.withdraw": (ask) => changeConsent(services, ask, false),
      "privacy.export": (ask) => askExport(ask),
      "privacy.delete": (ask) => askDelete(services, ask),
    },
  } satisfies Area;
}
