// Feishu Bitable (多维表格) through the Lark SDK: batches that fail whole, tables read page by page, people by open_id.
import { AppType, Client, Domain, defaultHttpInstance, LoggerLevel } from "@larksuiteoapi/node-sdk";
import { NotFound } from "../../core/errors.ts";
import type {
  CrmAnswer,
  CrmChange,
  CrmConnector,
  CrmPage,
  CrmReading,
  CrmRecord,
} from "../../core/pipeline/write-back/connector.ts";
import { callCrm, chunksOf } from "../call.ts";
import { keepContract } from "../keep-contract.ts";
import { fromCell, toCell } from "./cells.ts";
import { BitableRefusal, faultOf, goneRecord, toFailure } from "./failure.ts";

export type BitableOptions = {
  appId: string;
  appSecret: string;
  /** feishu, lark, or an address as in tests. */
  domain: string;
  appToken: string;
  timeoutMs?: number;
};

/** Most records in one read or search, and in one update. */
const mostRead = 100;
const mostWritten = 500;
const pageSize = 200;
/** Bitable's number of a column of people. */
const personType = 11;

type Answer<Data> = { code?: number | undefined; msg?: string | undefined; data?: Data };
type Api = {
  sdk: Client;
  appToken: string;
  call<Data>(make: () => Promise<Answer<Data>>): Promise<NonNullable<Data>>;
  /** Columns of people, by table. */
  people: Map<string, Set<string>>;
};

export function createBitable(options: BitableOptions): CrmConnector {
  const api = createApi(options);
  return keepContract({
    label: "飞书多维表格",
    fix: "在多维表格右上角“… → 更多 → 添加文档应用”中加入 LARK_APP_ID 的应用并允许编辑，并检查 BITABLE_APP_TOKEN。",
    describe: (object) => describe(api, object),
    users: (emails) => findUsers(api, emails),
    read: (reading) => readByIds(api, reading),
    write: (object, changes) => writeAll(api, object, changes),
    changedSince: (reading) => changedSince(api, reading),
    cursorAt: (at) => `${at}:${at}:`,
  });
}

function createApi({ appId, appSecret, domain, appToken, timeoutMs }: BitableOptions): Api {
  const known: Record<string, Domain> = { feishu: Domain.Feishu, lark: Domain.Lark };
  const silent = { error() {}, warn() {}, info() {}, debug() {}, trace() {} };
  const http = defaultHttpInstance.create({
    proxy: false,
    ...(timeoutMs ? { timeout: timeoutMs } : {}),
  });
  http.interceptors.response.use((response) => response.data);
  const sdk = new Client({
    ...{ appId, appSecret, appType: AppType.SelfBuild, httpInstance: http as never },
    ...{ domain: known[domain] ?? domain, logger: silent, loggerLevel: LoggerLevel.fatal },
  });
  return {
    ...{ sdk, appToken, people: new Map() },
    call: (make) =>
      callCrm(
        async () => {
          const { code, msg, data } = await make();
          const fault = faultOf(code, msg);
          if (fault) throw fault;
          return data as NonNullable<typeof data>;
        },
        { toFailure, ...(timeoutMs ? { timeoutMs } : {}) },
      ),
  };
}

async function describe({ sdk, call, appToken, people }: Api, object: string) {
  const path = { app_token: appToken, table_id: object };
  const params = { page_size: 100 };
  const asked = () => sdk.bitable.v1.appTableField.list({ path, params });
  const { items = [] } = await call(asked).catch((error: unknown) => {
    if (!(error instanceof BitableRefusal)) throw error;
    throw new NotFound("crm_object", `The base has no table "${object}": ${error.message}`);
  });
  const ofPeople = items.filter(({ type }) => type === personType);
  people.set(object, new Set(ofPeople.map(({ field_name }) => field_name)));
  return items.map(({ field_name: name, type, property }) => ({
    // From 1001 on Bitable fills a column itself; 19 and 20 are looked up and computed.
    ...{ name, label: name, isReadOnly: type >= 1001 || type === 19 || type === 20 },
    ...(property?.options ? { options: property.options.map((one) => one.name ?? "") } : {}),
  }));
}

async function findUsers({ sdk, call }: Api, emails: readonly string[]) {
  const users: { id: string; email: string | null }[] = [];
  for (const chunk of chunksOf(emails, 50)) {
    const params = { user_id_type: "open_id" } as const;
    const asked = () => sdk.contact.v3.user.batchGetId({ data: { emails: chunk }, params });
    const { user_list = [] } = await call(asked);
    users.push(
      ...user_list.flatMap(({ user_id: id, email }) => (id && email ? [{ id, email }] : [])),
    );
  }
  return users;
}

type Item = { record_id?: string; fields?: object; last_modified_time?: number };

function toRecord({ record_id = "", fields = {}, last_modified_time: at }: Item): CrmRecord {
  const cells = Object.entries(fields).map(([name, cell]) => [name, fromCell(cell)]);
  return { id: record_id, values: Object.fromEntries(cells), changedAt: at ?? null };
}

async function readByIds(
  { sdk, call, appToken }: Api,
  { object, ids }: CrmReading & { ids: readonly string[] },
): Promise<CrmRecord[]> {
  const path = { app_token: appToken, table_id: object };
  const records: CrmRecord[] = [];
  for (const chunk of chunksOf(ids, mostRead)) {
    const data = { record_ids: chunk, user_id_type: "open_id", automatic_fields: true } as const;
    const asked = () => sdk.bitable.v1.appTableRecord.batchGet({ path, data });
    const answer = await call<{ records?: Item[] }>(
      asked as () => Promise<Answer<{ records?: Item[] }>>,
    );
    records.push(...(answer.records ?? []).map(toRecord));
  }
  return records;
}

async function writeAll(
  api: Api,
  object: string,
  changes: readonly CrmChange[],
): Promise<CrmAnswer[]> {
  if (!api.people.has(object)) await describe(api, object);
  const answers: CrmAnswer[] = [];
  for (const chunk of chunksOf(changes, mostWritten)) {
    answers.push(...(await writeChunk(api, object, chunk)));
  }
  return answers;
}

/** Bitable refuses a whole batch for one wrong value: then each goes alone, to know which it is. */
async function writeChunk(api: Api, object: string, changes: CrmChange[]): Promise<CrmAnswer[]> {
  const { sdk, call, appToken, people } = api;
  const ofPeople = people.get(object) ?? new Set();
  const records = changes.map(({ id, fields }) => ({
    record_id: id,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, toCell(value, ofPeople.has(name))]),
    ),
  }));
  const path = { app_token: appToken, table_id: object };
  const payload = { path, params: { user_id_type: "open_id" as const }, data: { records } };
  try {
    await call(() => sdk.bitable.v1.appTableRecord.batchUpdate(payload as never));
    return changes.map(() => ({ state: "written" }));
  } catch (error) {
    if (!(error instanceof BitableRefusal)) throw error;
    if (changes.length === 1) return [toRefused(error, changes[0])];
    const answers: CrmAnswer[] = [];
    for (const change of changes) answers.push(...(await writeChunk(api, object, [change])));
    return answers;
  }
}

/** Bitable names the column inside its sentence. */
function toRefused({ code, message }: BitableRefusal, change: CrmChange | undefined): CrmAnswer {
  const named = Object.keys(change?.fields ?? {}).find((name) => message.includes(name));
  return { state: "refused", field: code === goneRecord ? null : (named ?? null), said: message };
}

/**
 * `<since>:<latest>:<page>`. A table cannot be asked for what changed: it is read whole, round after round, and what is
 * older than the last round's end is left out here.
 */
async function changedSince(
  { sdk, call, appToken }: Api,
  { object, fields, cursor }: CrmReading & { cursor: string | null },
): Promise<CrmPage> {
  const [from = "0", newest = "0", token] = (cursor ?? "0:0:").split(":");
  const since = Number(from);
  const path = { app_token: appToken, table_id: object };
  const params = {
    page_size: pageSize,
    user_id_type: "open_id" as const,
    ...(token ? { page_token: token } : {}),
  };
  const data = { field_names: [...fields], automatic_fields: true };
  const asked = () => sdk.bitable.v1.appTableRecord.search({ path, params, data });
  const answer = await call<{ items?: Item[]; has_more?: boolean; page_token?: string }>(
    asked as () => Promise<Answer<{ items?: Item[]; has_more?: boolean; page_token?: string }>>,
  );
  const all = (answer.items ?? []).map(toRecord);
  const records = all.filter(({ changedAt }) => (changedAt ?? since) >= since);
  const latest = Math.max(Number(newest), ...all.map(({ changedAt }) => changedAt ?? 0));
  const more = answer.has_more === true && Boolean(answer.page_token);
  const next = more ? `${since}:${latest}:${answer.page_token}` : `${latest}:${latest}:`;
  return { records, cursor: next, more };
}
