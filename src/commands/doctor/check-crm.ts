// The doctor's line about CRMs; `crm check` asks them.
import type { Config } from "../../config.ts";
import { isCrmOn, openConfiguredCrm } from "../crm/open-configured.ts";
import type { PartState } from "./diagnose.ts";

const part = "crm";

/** Which are connected, or what is wrong with their mapping or keys. */
export async function checkCrmParts(config: Config): Promise<PartState[]> {
  if (!isCrmOn(config)) {
    const fix = "README, “Add a CRM”, connects one.";
    return [{ part, state: "off", why: "no CRM has its keys: nothing is written back", fix }];
  }
  try {
    const connections = await openConfiguredCrm(config);
    return connections.map(({ name, connector, mapping }) => {
      const kinds = Object.keys(mapping.records).join(", ");
      const why = `${connector.label}: keys are set, and a mapping of ${kinds}; \`crm check\` asks it`;
      return { part: `crm ${name}`, state: "ok", why };
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      { part, state: "broken", why, fix: "Correct the mapping or the keys; docs/crm.md says how." },
    ];
  }
}
