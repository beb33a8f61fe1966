// A public app over a real store in a folder of its own, with a clock the test moves.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deal, Lead, Person } from "../../src/core/model.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records.ts";
import { createApiKey, scopes as everyScope } from "../../src/web/keys.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { createPublicApp, type PublicAppOptions } from "../../src/web/public-app.ts";

export const start = Date.UTC(2026, 10, 22, 9);

export async function openApp(options: Partial<PublicAppOptions> = {}) {
  const time = { now: start };
  const clock = () => time.now;
  const file = join(mkdtempSync(join(tmpdir(), "ringside-")), "records.db");
  const store = await openRecords({ file, clock, newId: createNewId() });
  const logged: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const log = {
    debug: (fields: Record<string, unknown>, message: string) =>
      void logged.push({ level: "debug", fields, message }),
    error: (fields: Record<string, unknown>, message: string) =>
      void logged.push({ level: "error", fields, message }),
  };
  const app = createPublicApp({
    store,
    metrics: createMetrics(),
    ready: async () => ({ ok: true, parts: { records: "ok" } }),
    clock,
    log,
    version: "1.2.3",
    openMetrics: true,
    ...options,
  });
  let made = 0;
  return {
    app,
    store,
    time,
    logged,
    /** A new key; by default with every scope. */
    async key(...scopes: string[]): Promise<string> {
      made += 1;
      const wanted = { name: `test ${made}`, scopes: scopes.length > 0 ? scopes : [...everyScope] };
      return (await store.write((unit) => createApiKey(unit, wanted))).key;
    },
    get: (path: string, key?: string, init: RequestInit = {}) =>
      app.request(path, {
        ...init,
        headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...init.headers },
      }),
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
