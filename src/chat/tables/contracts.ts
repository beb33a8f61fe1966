// Data contracts: what golden fields ask for; for managers and owners, changing them and what changed elsewhere.
import { askChange, submitChange } from "../../core/pipeline/contracts/in-chat/change-contract.ts";
import { rollBack, showHistory } from "../../core/pipeline/contracts/in-chat/contract-history.ts";
import { askContracts } from "../../core/pipeline/contracts/in-chat/list-contracts.ts";
import {
  askPublish,
  submitPublish,
} from "../../core/pipeline/contracts/in-chat/publish-contract.ts";
import type { ContractServices } from "../../core/pipeline/contracts/in-chat/services.ts";
import { showContract } from "../../core/pipeline/contracts/in-chat/show-contract.ts";
import { showDrift } from "../../core/pipeline/contracts/in-chat/show-drift.ts";
import type { Area } from "./area.ts";

export function contractsArea(services: ContractServices) {
  return {
    intents: {
      contracts: (person, name) => askContracts(services, person, name),
      drift: (person) => showDrift(services, { person, params: {} }),
    },
    actions: {
      "contract.open": (ask) => showContract(services, ask),
      "contract.change": (ask) => askChange(services, ask),
      "contract.change.submit": (answer) => submitChange(services, answer),
      "contract.publish": (ask) => askPublish(services, ask),
      "contract.publish.submit": (answer) => submitPublish(services, answer),
      "contract.history": (ask) => showHistory(services, ask),
      "contract.rollback": (ask) => rollBack(services, ask),
      "contract.drift": (ask) => showDrift(services, ask),
    },
  } satisfies Area;
}
