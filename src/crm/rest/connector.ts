// Any REST API that a mapping file describes: its keys, its calls, its paging, where its answers keep what.
import { NotFound } from "../../core/errors.ts";
import type {
  CrmAnswer,
  CrmChange,
  CrmConnector,
  CrmPage,
  CrmReading,
  CrmRecord,
} from "../../core/pipeline/write-back/connector.ts";
import { keepContract } from "../keep-contract.ts";
import { createRestClient, type RestOptions, type RestRequest } from "./client.ts";
import { RestRefusal } from "./failure.ts";
import type { RestSettings } from "./schema.ts";
import { at, listAt } from "./template.ts";

type Api = { request: RestRequest; settings: RestSettings };

export function createRest(options: RestOptions): CrmConnector {
  const { settings } = options;
  const api = { request: createRestClient(options), settings };
  return keepContract({
    label: settings.label,
    fix: settings.fix ?? "Copy the keys of the API into CRM_REST_KEY and CRM_REST_SECRET.",
    describe: (object) => describe(api, object),
    users: () => listUsers(api),
    read: (reading) => readByIds(api, reading),
    write: (object, changes) => writeAll(api, object, changes),
    changedSince: (reading) => changedSince(api, reading),
    cursorAt: (time) => startOf(settings.changed, time),
  });
}

async function describe({ request, settings }: Api, object: string) {
  const { list, name, label } = settings.describe;
  const answer = await request(settings.describe, { object }).catch((error: unknown) => {
    if (!(error instanceof RestRefusal)) throw error;
    throw new NotFound(
      "crm_object",
      `${settings.label} has no object "${object}": ${error.message}`,
    );
  });
  return listAt(answer, list).map((field) => {
    const known = String(at(field, name));
    return { name: known, label: String((label && at(field, label)) ?? known), isReadOnly: false };
  });
}

async function listUsers({ request, settings }: Api) {
  const { list, id, email } = settings.users;
  const answer = await request(settings.users, {});
  return listAt(answer, list).map((user) => {
    const mail = at(user, email);
    return { id: String(at(user, id)), email: typeof mail === "string" ? mail : null };
  });
}

async function readByIds(
  api: Api,
  { object, fields, ids }: CrmReading & { ids: readonly string[] },
): Promise<CrmRecord[]> {
  const { read } = api.settings;
  const isOne = JSON.stringify(read).includes("{ids}");
  const asked = isOne ? [{ ids }] : ids.map((id) => ({ id }));
  const records: CrmRecord[] = [];
  for (const which of asked) {
    const answer = await api.request(read, { object, fields, ...which }).catch(orGone);
    const found = listAt(answer, read.list).map((record) => toRecord(api, read, record));
    records.push(...found.filter(({ id }) => ids.includes(id)));
  }
  return records;
}

/** What is not there is no error of the others. */
function orGone(error: unknown): undefined {
  if (error instanceof RestRefusal && error.status === 404) return undefined;
  throw error;
}

function toRecord(
  { settings }: Api,
  { id, changedAt }: { id: string; changedAt?: string | undefined },
  record: unknown,
): CrmRecord {
  const values = at(record, settings.valuesAt);
  return {
    id: String(at(record, id)),
    values: (values ?? {}) as Record<string, unknown>,
    changedAt: changedAt ? timeOf(at(record, changedAt)) : null,
  };
}

/** Milliseconds, seconds or a date as text. */
function timeOf(value: unknown): number | null {
  const number = Number(value);
  const isSeconds = number < 100_000_000_000;
  const time = Number.isFinite(number)
    ? number * (isSeconds ? 1_000 : 1)
    : Date.parse(String(value));
  return Number.isFinite(time) && value !== null && value !== "" ? time : null;
}

async function writeAll(
  { request, settings }: Api,
  object: string,
  changes: readonly CrmChange[],
): Promise<CrmAnswer[]> {
  const { idempotencyHeader: header, ...call } = settings.write;
  const answers: CrmAnswer[] = [];
  for (const { id, fields, key } of changes) {
    const extra = header ? { headers: { [header]: key } } : {};
    const answer = await request(call, { object, id, fields: fields, key }, extra).then(
      (): CrmAnswer => ({ state: "written" }),
      toRefused,
    );
    answers.push(answer);
  }
  return answers;
}

function toRefused(error: unknown): CrmAnswer {
  if (!(error instanceof RestRefusal)) throw error;
  return { state: "refused", field: error.field, said: error.message };
}

/** `<since>:<page, offset or cursor>`. */
async function changedSince(
  api: Api,
  { object, fields, cursor }: CrmReading & { cursor: string | null },
): Promise<CrmPage> {
  const { changed } = api.settings;
  const [from = "0", ...rest] = (cursor ?? startOf(changed, 0)).split(":");
  const since = Number(from);
  const where = rest.join(":");
  const turn = Number(where || 0);
  const paging = { page: changed.firstPage + turn, offset: turn * changed.size, cursor: where };
  const blanks = { object, fields, size: changed.size, since: timeIn(since, changed.time) };
  const answer = await api.request(changed, { ...blanks, ...paging });
  const records = listAt(answer, changed.list).map((record) => toRecord(api, changed, record));
  const next = nextOf(changed, { answer, turn, isFull: records.length >= changed.size });
  if (next !== undefined) return { records, cursor: `${since}:${next}`, more: true };
  const latest = Math.max(since, ...records.map(({ changedAt }) => changedAt ?? 0));
  return { records, cursor: startOf(changed, latest), more: false };
}

type Changed = RestSettings["changed"];

const startOf = ({ paging }: Changed, since: number) =>
  `${since}:${paging === "cursor" ? "" : "0"}`;

/** Where the next page is; undefined after the last. */
function nextOf(
  { paging, next }: Changed,
  { answer, turn, isFull }: { answer: unknown; turn: number; isFull: boolean },
): string | undefined {
  if (paging !== "cursor") return isFull ? String(turn + 1) : undefined;
  const found = next ? at(answer, next) : undefined;
  return typeof found === "string" && found !== "" ? found : undefined;
}

function timeIn(since: number, time: RestSettings["changed"]["time"]): number | string {
  if (time === "iso") return new Date(since).toISOString();
  return time === "seconds" ? Math.floor(since / 1000) : since;
}
