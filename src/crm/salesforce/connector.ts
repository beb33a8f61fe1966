// Salesforce through jsforce: collections of 200 that fail record by record, SOQL in order of change, a session that is
// renewed when it ends.
import { Connection, type HttpRequest } from "jsforce";
import { z } from "zod";
import { NotFound, Refused } from "../../core/errors.ts";
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
import { passing, toFailure } from "./failure.ts";

export type SalesforceOptions = {
  url: string;
  clientId: string;
  clientSecret: string;
  timeoutMs?: number;
};

const version = "62.0";
const mostWritten = 200;
/** So many ids still fit into an address. */
const mostRead = 100;
const pageSize = 200;

type Api = { ask: (request: HttpRequest) => Promise<unknown> };

export function createSalesforce(options: SalesforceOptions): CrmConnector {
  const api = { ask: createAsk(options) };
  return keepContract({
    label: "Salesforce",
    fix: "Salesforce → Setup → App Manager: check that the connected app still has the client credentials flow and its user, and copy its consumer key and secret into SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.",
    describe: (object) => describe(api, object),
    users: () => listUsers(api),
    read: (reading) => readByIds(api, reading),
    write: (object, changes) => writeAll(api, object, changes),
    changedSince: (reading) => changedSince(api, reading),
    cursorAt: (at) => new Date(at).toISOString(),
  });
}

function createAsk({ url, timeoutMs, ...keys }: SalesforceOptions): Api["ask"] {
  const connection = new Connection({
    instanceUrl: url,
    version,
    // jsforce calls this whenever Salesforce says that the session has ended.
    refreshFn: (_connection, done) => {
      fetchToken(url, keys).then((token) => done(null, token), done);
    },
  });
  const time = timeoutMs ? { timeoutMs } : {};
  // Trying again is the queue's.
  const once = { retry: { maxRetries: 0 } };
  return (request) =>
    callCrm(
      async () => {
        connection.accessToken ??= await fetchToken(url, keys);
        return connection.request(request, once);
      },
      { ...time, toFailure },
    );
}

type Keys = { clientId: string; clientSecret: string };

async function fetchToken(url: string, { clientId, clientSecret }: Keys): Promise<string> {
  const body = new URLSearchParams({
    ...{ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret },
  });
  const response = await fetch(new URL("/services/oauth2/token", url), { method: "POST", body });
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (typeof answer.access_token === "string") return answer.access_token;
  const said = `Unable to refresh session: ${answer.error ?? response.status} ${answer.error_description ?? ""}`;
  if (response.status < 500) throw new Refused("crm_auth", said);
  throw new Error(said);
}

async function describe({ ask }: Api, object: string) {
  const answer = await get(ask, `/sobjects/${object}/describe`).catch((error: unknown) => {
    if (!(error instanceof Refused) || error.code !== "crm_mapping") throw error;
    throw new NotFound("crm_object", `Salesforce has no object "${object}".`);
  });
  return described.parse(answer).fields.map(({ name, label, updateable, picklistValues }) => ({
    ...{ name, label, isReadOnly: !updateable },
    ...(picklistValues.length > 0 ? { options: picklistValues.map(({ value }) => value) } : {}),
  }));
}

const described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      updateable: z.boolean(),
      picklistValues: z.array(z.object({ value: z.string() })).default([]),
    }),
  ),
});

const get = (ask: Api["ask"], path: string) => ask({ method: "GET", url: path });

async function listUsers(api: Api) {
  const users: { id: string; email: string | null }[] = [];
  let last = "000000000000000";
  for (;;) {
    const soql = `SELECT Id, Email FROM User WHERE IsActive = true AND Id > '${last}' ORDER BY Id LIMIT 2000`;
    const rows = await query(api, soql);
    users.push(...rows.map(({ Id, Email }) => ({ id: Id, email: Email ? String(Email) : null })));
    if (rows.length < 2000) return users;
    last = rows.at(-1)?.Id ?? last;
  }
}

const queried = z.object({ records: z.array(z.looseObject({ Id: z.string() })) });

async function query({ ask }: Api, soql: string) {
  const answer = await get(ask, `/query?q=${encodeURIComponent(soql)}`);
  return queried.parse(answer).records;
}

async function readByIds(
  api: Api,
  { object, fields, ids }: CrmReading & { ids: readonly string[] },
): Promise<CrmRecord[]> {
  const known = ids.filter((id) => /^[a-zA-Z0-9]{15,18}$/.test(id));
  const records: CrmRecord[] = [];
  for (const chunk of chunksOf(known, mostRead)) {
    const list = chunk.map((id) => `'${id}'`).join(", ");
    const soql = `SELECT ${columns(fields)} FROM ${object} WHERE Id IN (${list})`;
    records.push(...(await query(api, soql)).map(toRecord));
  }
  return records;
}

const columns = (fields: readonly string[]) =>
  [...new Set(["Id", "SystemModstamp", ...fields])].join(", ");

function toRecord({ Id: id, ...values }: { Id: string } & Record<string, unknown>): CrmRecord {
  const changedAt = Date.parse(String(values.SystemModstamp));
  return { id, values, changedAt: Number.isFinite(changedAt) ? changedAt : null };
}

const saved = z.array(
  z.object({
    success: z.boolean(),
    errors: z
      .array(
        z.object({
          statusCode: z.string(),
          message: z.string(),
          fields: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
);

async function writeAll(
  { ask }: Api,
  object: string,
  changes: readonly CrmChange[],
): Promise<CrmAnswer[]> {
  const answers: CrmAnswer[] = [];
  for (const chunk of chunksOf(changes, mostWritten)) {
    const records = chunk.map(({ id, fields }) => ({
      attributes: { type: object },
      id,
      ...fields,
    }));
    const answer = await ask({
      ...{ method: "PATCH", url: "/composite/sobjects" },
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ allOrNone: false, records }),
    });
    answers.push(...saved.parse(answer).map(toAnswer));
  }
  return answers;
}

function toAnswer({ success, errors }: z.output<typeof saved>[number]): CrmAnswer {
  if (success) return { state: "written" };
  const [first] = errors;
  const said = first?.message ?? "not saved";
  if (first && passing.has(first.statusCode)) return { state: "later", said };
  return { state: "refused", field: first?.fields[0] ?? null, said };
}

/** `<time>` or `<time>|<id>`: what changed in one millisecond is told apart by its id. */
async function changedSince(
  api: Api,
  { object, fields, cursor }: CrmReading & { cursor: string | null },
): Promise<CrmPage> {
  const [time = "", id = ""] = (cursor ?? "1970-01-01T00:00:00.000Z").split("|");
  const after = id
    ? `(SystemModstamp > ${time} OR (SystemModstamp = ${time} AND Id > '${id}'))`
    : `SystemModstamp >= ${time}`;
  const soql = `SELECT ${columns(fields)} FROM ${object} WHERE ${after} ORDER BY SystemModstamp, Id LIMIT ${pageSize}`;
  const records = (await query(api, soql)).map(toRecord);
  const last = records.at(-1);
  const next = last ? `${new Date(last.changedAt ?? 0).toISOString()}|${last.id}` : undefined;
  return { records, cursor: next ?? cursor ?? time, more: records.length === pageSize };
}
