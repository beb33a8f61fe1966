// HubSpot through its own client: batches of 100, lists for everything, search for what changed.
import { Client } from "@hubspot/api-client";
import { FilterOperatorEnum } from "@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js";
import { NotFound } from "../../core/errors.ts";
import type {
  CrmAnswer,
  CrmChange,
  CrmConnector,
  CrmPage,
  CrmReading,
  CrmRecord,
} from "../../core/pipeline/write-back/connector.ts";
import type { Clock } from "../../core/ports.ts";
import { callCrm, chunksOf } from "../call.ts";
import { keepContract } from "../keep-contract.ts";
import { HubSpotRefusal, toFailure } from "./failure.ts";

export type HubSpotOptions = {
  token: string;
  clock: Clock;
  /** Where the API is, as in tests. */
  baseUrl?: string;
  timeoutMs?: number;
};

/** Most records in one call, as HubSpot allows. */
const most = 100;
/** Search hears of a change some seconds after it happened; what is read again changes nothing. */
const overlapMs = 30_000;
/** Search shows no more than 10,000 results of one query. */
const searchDepth = 9_900;

type Call = <Result>(work: () => Promise<Result>) => Promise<Result>;
type Api = { client: Client; call: Call; clock: Clock };

export function createHubSpot({ token, clock, baseUrl, timeoutMs }: HubSpotOptions): CrmConnector {
  const client = new Client({
    accessToken: token,
    // Waiting and trying again are the queue's.
    numberOfApiCallRetries: 0,
    ...(baseUrl ? { basePath: baseUrl } : {}),
  });
  const call: Call = (work) => callCrm(work, { toFailure, ...(timeoutMs ? { timeoutMs } : {}) });
  const api = { client, call, clock };
  return keepContract({
    label: "HubSpot",
    fix: "HubSpot → Settings → Integrations → Private Apps: copy the access token into HUBSPOT_TOKEN and allow it to read and write these objects and to read owners.",
    describe: (object) => describe(api, object),
    users: () => listOwners(api),
    read: (reading) => readByIds(api, reading),
    write: (object, changes) => writeAll(api, object, changes),
    changedSince: (reading) => changedSince(api, reading),
    cursorAt: (at) => `since:${at}`,
  });
}

async function describe({ client, call }: Api, object: string) {
  const { results } = await call(() => client.crm.properties.coreApi.getAll(object)).catch(
    (error: unknown) => {
      if (!(error instanceof HubSpotRefusal)) throw error;
      throw new NotFound("crm_object", `HubSpot has no object "${object}": ${error.message}`);
    },
  );
  return results.map(({ name, label, modificationMetadata, options }) => ({
    name,
    label,
    isReadOnly: modificationMetadata?.readOnlyValue ?? false,
    ...(options.length > 0 ? { options: options.map(({ value }) => value) } : {}),
  }));
}

async function listOwners({ client, call }: Api) {
  const owners: { id: string; email: string | null }[] = [];
  let after: string | undefined;
  do {
    const from = after;
    const page = await call(() => client.crm.owners.ownersApi.getPage(undefined, from, 500, false));
    owners.push(...page.results.map(({ id, email }) => ({ id, email: email ?? null })));
    after = page.paging?.next?.after;
  } while (after);
  return owners;
}

async function readByIds(
  { client, call }: Api,
  { object, fields, ids }: CrmReading & { ids: readonly string[] },
): Promise<CrmRecord[]> {
  const records: CrmRecord[] = [];
  for (const chunk of chunksOf(ids, most)) {
    const inputs = chunk.map((id) => ({ id }));
    const properties = [...fields];
    const asked = { inputs, properties, propertiesWithHistory: [] };
    const { results } = await call(() => client.crm.objects.batchApi.read(object, asked));
    records.push(...results.map(toRecord));
  }
  return records;
}

type HubSpotObject = { id: string; properties: Record<string, string | null>; updatedAt?: Date };

function toRecord({ id, properties, updatedAt }: HubSpotObject): CrmRecord {
  return { id, values: properties, changedAt: updatedAt?.getTime() ?? null };
}

async function writeAll(
  api: Api,
  object: string,
  changes: readonly CrmChange[],
): Promise<CrmAnswer[]> {
  const answers: CrmAnswer[] = [];
  for (const chunk of chunksOf(changes, most)) {
    answers.push(...(await writeChunk(api, object, chunk)));
  }
  return answers;
}

/** HubSpot refuses a whole batch for one wrong value: then each goes alone, to know which it is. */
async function writeChunk(api: Api, object: string, changes: CrmChange[]): Promise<CrmAnswer[]> {
  try {
    return await writeBatch(api, object, changes);
  } catch (error) {
    if (!(error instanceof HubSpotRefusal)) throw error;
    const { message: said, field } = error;
    if (changes.length === 1) return [{ state: "refused", field, said }];
    const answers: CrmAnswer[] = [];
    for (const change of changes) answers.push(...(await writeChunk(api, object, [change])));
    return answers;
  }
}

async function writeBatch(
  { client, call }: Api,
  object: string,
  changes: readonly CrmChange[],
): Promise<CrmAnswer[]> {
  const inputs = changes.map(({ id, fields }) => ({ id, properties: toProperties(fields) }));
  const answer = await call(() => client.crm.objects.batchApi.update(object, { inputs }));
  const written = new Set(answer.results.map(({ id }) => id));
  const errors = "errors" in answer ? (answer.errors ?? []) : [];
  const refused = new Map(
    errors.flatMap(({ message, context }) => (context.ids ?? []).map((id) => [id, message])),
  );
  return changes.map(({ id }): CrmAnswer => {
    if (written.has(id)) return { state: "written" };
    const said = refused.get(id);
    return said ? { state: "refused", field: null, said } : { state: "later", said: "no answer" };
  });
}

/** HubSpot takes texts; an empty one takes a value out. */
function toProperties(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, value === null ? "" : String(value)]),
  );
}

/** `list:<since>:<after>` while everything is read; then `since:<ms>`, with `:<after>` inside a search. */
async function changedSince(
  api: Api,
  { object, fields, cursor }: CrmReading & { cursor: string | null },
): Promise<CrmPage> {
  const [way, from = "", after] = (cursor ?? `list:${api.clock()}`).split(":");
  const reading = { object, fields, since: Number(from), after };
  return way === "list" ? listPage(api, reading) : searchPage(api, reading);
}

type Page = CrmReading & { since: number; after: string | undefined };

async function listPage({ client, call }: Api, { object, fields, since, after }: Page) {
  const { results, paging } = await call(() =>
    client.crm.objects.basicApi.getPage(object, most, after, [...fields]),
  );
  const next = paging?.next?.after;
  const cursor = next ? `list:${since}:${next}` : `since:${since}`;
  return { records: results.map(toRecord), cursor, more: next !== undefined };
}

async function searchPage({ client, call }: Api, { object, fields, since, after }: Page) {
  const changed = object === "contacts" ? "lastmodifieddate" : "hs_lastmodifieddate";
  const value = String(after ? since : since - overlapMs);
  const { results, paging } = await call(() =>
    client.crm.objects.searchApi.doSearch(object, {
      filterGroups: [
        { filters: [{ propertyName: changed, operator: FilterOperatorEnum.Gte, value }] },
      ],
      sorts: [changed],
      properties: [...fields],
      limit: most,
      ...(after ? { after } : {}),
    }),
  );
  const records = results.map(toRecord);
  const latest = Math.max(since, ...records.map(({ changedAt }) => changedAt ?? 0));
  const next = paging?.next?.after;
  // Inside one search the start stays; at its depth a new one begins where this one ended.
  const goesOn = next !== undefined && Number(next) < searchDepth;
  const cursor = goesOn ? `since:${value}:${next}` : `since:${latest}`;
  return { records, cursor, more: next !== undefined };
}
