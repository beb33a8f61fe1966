// A public app over a real store in a folder of its own, with a clock the test moves.
import { join } from "node:path";
import { createCalendar } from "../../../src/calendar.ts";
import { createGate } from "../../../src/core/gate/gate.ts";
import type { Deal, Lead, Person } from "../../../src/core/model.ts";
import { createContractFiles } from "../../../src/sources/contracts/contract-files.ts";
import { nameReaders } from "../../../src/sources/touches/name-readers.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords } from "../../../src/store/records/records.ts";
import { createSecrets } from "../../../src/store/secrets.ts";
import type { ApiServices } from "../../../src/web/api/services.ts";
import { createApiKey, scopes as everyScope, type NewApiKey } from "../../../src/web/keys.ts";
import { createMetrics } from "../../../src/web/metrics.ts";
import { createPublicApp, type PublicAppOptions } from "../../../src/web/public-app.ts";
import { newDataFolder } from "../../helpers/records.ts";
import { createCheck } from "./check-answer.ts";

export const start = Date.UTC(2026, 10, 22, 9);

let promised: ReturnType<typeof createCheck> | undefined;

export async function openApp(options: Partial<PublicAppOptions> = {}) {
  const time = { now: start };
  const clock = () => time.now;
  const dataDir = await newDataFolder();
  const store = await openRecords({
    ...{ file: join(dataDir, "records.db"), clock, newId: createNewId() },
  });
  const events = await openEventLog(join(dataDir, "events.db"));
  const contractFiles = createContractFiles({ own: join(dataDir, "contracts"), clock });
  const services: ApiServices = {
    ...{ store, events, clock, names: nameReaders, workdays: createCalendar() },
    gate: createGate({ contractFiles }),
    secrets: createSecrets(dataDir),
  };
  const logged: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const log = {
    debug: (fields: Record<string, unknown>, message: string) =>
      void logged.push({ level: "debug", fields, message }),
    error: (fields: Record<string, unknown>, message: string) =>
      void logged.push({ level: "error", fields, message }),
  };
  const given = {
    ...services,
    metrics: createMetrics(),
    ready: async () => ({ ok: true, parts: { records: "ok" } }),
    log,
    version: "1.2.3",
    openMetrics: true,
    ...options,
  };
  const app = createPublicApp(given);
  let made = 0;
  // Of an app like it, whose log nobody reads.
  promised ??= createCheck(
    createPublicApp({ ...given, log: { debug: () => {}, error: () => {} } }),
  );
  const check = await promised;
  const ask = async (path: string, key?: string, init: RequestInit = {}) => {
    const response = await app.request(path, {
      ...init,
      headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...init.headers },
    });
    await check(init.method ?? "GET", path, response.clone());
    return response;
  };
  return {
    app,
    store,
    events,
    services,
    time,
    logged,
    /** A new key; by default with every scope. */
    async key(...scopes: string[]): Promise<string> {
      made += 1;
      const wanted = { name: `test ${made}`, scopes: scopes.length > 0 ? scopes : [...everyScope] };
      return (await store.write((unit) => createApiKey(unit, wanted))).key;
    },
    /** A key with every scope that is tied to somebody. */
    async tiedKey(tie: Pick<NewApiKey, "person" | "team">): Promise<string> {
      made += 1;
      const wanted = { name: `test ${made}`, scopes: [...everyScope], ...tie };
      return (await store.write((unit) => createApiKey(unit, wanted))).key;
    },
    get: ask,
    /** Sends JSON; `more`: further headers. */
    send: (
      method: "POST" | "PATCH" | "DELETE",
      path: string,
      { key, body, more = {} }: { key: string; body?: unknown; more?: Record<string, string> },
    ) =>
      ask(path, key, {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...more },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async close() {
      await store.close();
      await events.close();
    },
  };
}

export type OpenApp = Awaited<ReturnType<typeof openApp>>;

/** The code of a problem answer, after checking that it is one. */
export async function codeOf(response: Response): Promise<string> {
  const body = (await response.json()) as Record<string, unknown>;
  const type = response.headers.get("content-type");
  const isProblem = type === "application/problem+json" && body.status === response.status;
  if (!isProblem || typeof body.detail !== "string") throw new Error(`No problem: ${type}`);
  return String(body.code);
}

const times = { createdAt: start, updatedAt: start };

export const person = (id: string, set: Partial<Person> = {}): Person => ({
  id,
  name: "Ana",
  email: `${id}@ringside.example`,
  phone: `+49${id}`,
  role: "rep",
  teamId: null,
  managerId: null,
  timeZone: "Europe/Berlin",
  language: "en",
  territories: ["emea"],
  languages: ["de"],
  licences: [],
  industries: [],
  capacity: 10,
  hiredAt: start,
  active: true,
  ...times,
  ...set,
});

export const lead = (id: string, set: Partial<Lead> = {}): Lead => ({
  id,
  contactId: null,
  accountId: null,
  productId: null,
  title: "Ada at Acme",
  source: "web",
  status: "new",
  outcome: null,
  language: null,
  territory: null,
  need: null,
  budget: 12.5,
  currency: "EUR",
  budgetStatus: null,
  ownerId: null,
  selfSourced: false,
  ...times,
  closedAt: null,
  ...set,
});

export const deal = (id: string, set: Partial<Deal> = {}): Deal => ({
  id,
  name: "Acme 2026",
  accountId: null,
  leadId: null,
  productId: null,
  ownerId: null,
  stage: "proposal",
  status: "open",
  amount: 120_000,
  currency: "CNY",
  budgetStatus: null,
  nextStep: "Send the quote",
  nextStepDate: start + 86_400_000,
  decisionMaker: null,
  competitor: null,
  lossReason: null,
  openedAt: start,
  closeDate: null,
  closedAt: null,
  ...times,
  ...set,
});
