// Discovery: what goes with winning, how usual a customer's path is, and who is slipping away.
import {
  askDiscover,
  askPath,
  askSlipping,
  type DiscoveryServices,
  openPath,
} from "../../core/journey/discovery/ask.ts";
import {
  acknowledgeAlert,
  dismissAlert,
  snoozeAlert,
} from "../../core/journey/slipping/answer-alert.ts";
import type { Workdays } from "../../core/people/working-time.ts";
import type { Area } from "./area.ts";

export function discoveryArea(services: DiscoveryServices & { workdays: Workdays }) {
  return {
    intents: {
      discover: (person) => askDiscover(person),
      path: (person, name) => askPath(services, person, name),
      slipping: (person) => askSlipping(person),
    },
    actions: {
      "path.open": (ask) => openPath(ask),
      "slipping.acknowledge": (ask) => acknowledgeAlert(ask),
      "slipping.tomorrow": (ask) => snoozeAlert(services, ask, 1),
      "slipping.week": (ask) => snoozeAlert(services, ask, 7),
      "slipping.useless": (ask) => dismissAlert(ask),
    },
  } satisfies Area;
}
