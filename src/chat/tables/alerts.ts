// Alerts about skills: what stands, and what people do with each.
import {
  acknowledgeAlert,
  muteAlert,
  resolveAlert,
} from "../../core/training/alerts/answer-alert.ts";
import { showAlerts } from "../../core/training/alerts/list-alerts.ts";
import type { AlertServices } from "../../core/training/alerts/look.ts";
import type { Area } from "./area.ts";

export function alertsArea(services: AlertServices) {
  return {
    intents: { alerts: (person) => showAlerts(services, person) },
    actions: {
      "alert.acknowledge": (ask) => acknowledgeAlert(ask),
      "alert.resolve": (ask) => resolveAlert(ask),
      "alert.mute": (ask) => muteAlert(ask),
    },
  } satisfies Area;
}
