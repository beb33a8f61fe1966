// The CRMs that are connected: a connector for each mapping file, with the keys it needs.
import { fileURLToPath } from "node:url";
import { byName } from "../core/by-name.ts";
import { Refused } from "../core/errors.ts";
import type { CrmConnector } from "../core/pipeline/write-back/connector.ts";
import type { CrmConnection } from "../core/pipeline/write-back/mapping.ts";
import type { Clock } from "../core/ports.ts";
import { type MappingFile, readMapping } from "./read-mapping.ts";

/** Keys by CRM; one without them is off. */
export type CrmKeys = {
  mappings: string[];
  hubspotToken?: string;
  salesforce?: { url: string; clientId: string; clientSecret: string };
  bitableApp?: string;
  lark?: { appId: string; appSecret: string; domain: string };
  rest: { key: string; secret: string };
};

/** Reads the mapping files and makes the connectors. Throws Refused for what is wrong with either. */
export async function openCrm(keys: CrmKeys, clock: Clock): Promise<CrmConnection[]> {
  const files = keys.mappings.length > 0 ? keys.mappings : shippedFor(keys);
  const connections: CrmConnection[] = [];
  for (const file of files) {
    const read = await readMapping(file);
    const name = read.mapping.crm;
    if (connections.some((one) => one.name === name)) {
      throw new Refused(
        "crm_mapping",
        `${file}: "${name}" has a mapping already. Keep one of the two.`,
      );
    }
    const connector = await connect(read, keys, clock);
    connections.push({ name, mapping: read.mapping, connector });
  }
  return connections;
}

function shippedFor({ hubspotToken, salesforce, bitableApp }: CrmKeys): string[] {
  const on = [hubspotToken && "hubspot", salesforce && "salesforce", bitableApp && "bitable"];
  return on.flatMap((name) => (name ? [shippedMapping(name)] : []));
}

/** A mapping that ships. */
export function shippedMapping(name: string): string {
  return fileURLToPath(new URL(`../../playbooks/crm/${name}.yaml`, import.meta.url));
}

type Connecting = { read: MappingFile; keys: CrmKeys; clock: Clock };

async function connect(read: MappingFile, keys: CrmKeys, clock: Clock): Promise<CrmConnector> {
  const known = connectors[read.mapping.crm] ?? connectRest;
  return known({ read, keys, clock });
}

/** SDKs are large: each is loaded only where its CRM is connected. */
const connectors: Record<string, (given: Connecting) => Promise<CrmConnector>> = byName({
  async hubspot({ read, keys: { hubspotToken: token }, clock }) {
    if (!token) throw missing(read, "HUBSPOT_TOKEN");
    return (await import("./hubspot/connector.ts")).createHubSpot({ token, clock });
  },
  async salesforce({ read, keys: { salesforce } }) {
    if (!salesforce) throw missing(read, "SALESFORCE_URL and SALESFORCE_CLIENT_ID");
    return (await import("./salesforce/connector.ts")).createSalesforce(salesforce);
  },
  async bitable({ read, keys: { bitableApp: appToken, lark } }) {
    if (!appToken || !lark) throw missing(read, "BITABLE_APP_TOKEN and LARK_APP_ID");
    return (await import("./bitable/connector.ts")).createBitable({ ...lark, appToken });
  },
});

async function connectRest({ read, keys }: Connecting): Promise<CrmConnector> {
  const { rest: settings, file, mapping } = read;
  if (settings) return (await import("./rest/connector.ts")).createRest({ settings, ...keys.rest });
  const message = `${file}: "${mapping.crm}" is not hubspot, salesforce or bitable, and without "rest" there is no way to reach it.`;
  throw new Refused("crm_mapping", message);
}

function missing({ file }: MappingFile, variables: string): Refused {
  return new Refused("crm_keys", `${file} needs ${variables}. README, “Add a CRM”, says where.`);
}
