// The CRMs of the configuration.
import type { Config } from "../../config.ts";
import type { CrmConnection } from "../../core/pipeline/write-back/mapping.ts";

/** Whether any CRM has its keys, or a mapping file. */
export function isCrmOn({ crm }: Config): boolean {
  return Boolean(crm.hubspotToken ?? crm.salesforce ?? crm.bitableApp) || crm.mappings.length > 0;
}

/** Their connectors; throws Refused where a mapping or a key is missing or wrong. */
export async function openConfiguredCrm({ crm, lark }: Config): Promise<CrmConnection[]> {
  const { openCrm } = await import("../../crm/open-crm.ts");
  return openCrm({ ...crm, ...(lark ? { lark } : {}) }, Date.now);
}
