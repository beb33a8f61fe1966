// The job that sends what waits for one CRM. It never gives up: while the CRM is away the queue waits, and somebody is
// told when it matters.
import { Refused, RetryLater } from "../../../errors.ts";
import type { Unit } from "../../../ports.ts";
import type { CrmAnswer, CrmChange } from "../connector.ts";
import { noteAnswer, noteFailure } from "../line.ts";
import type { CrmConnection } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import type { CrmWrite } from "../stored.ts";
import { type PlannedField, type PlannedRecord, planWrites } from "./plan-writes.ts";
import { type SendPayload, sendJob } from "./queue-writes.ts";
import { type Sent, settleWrites } from "./settle-writes.ts";

/** What one call carries at most: HubSpot takes 100 records, Salesforce 200, Bitable 500. */
const batchSize = 100;

type Effect = (unit: Unit) => Promise<void>;

/** The job. */
export async function sendWrites(
  { connector }: SendPayload,
  services: CrmServices,
): Promise<Effect> {
  const { store, clock, crm } = services;
  const connection = crm.find(({ name }) => name === connector);
  const due = { connector, state: "queued", nextAt: { lte: clock() } } as const;
  const order = { by: "createdAt" } as const;
  const rows = connection ? await store.read.crmWrites.find(due, { limit: batchSize, order }) : [];
  if (!connection || rows.length === 0) return async () => {};
  try {
    return await send(rows, connection, services);
  } catch (error) {
    if (!isOutside(error)) throw error;
    return (unit) => postpone(unit, services, { connection, rows, error });
  }
}

async function send(
  rows: CrmWrite[],
  connection: CrmConnection,
  services: CrmServices,
): Promise<Effect> {
  const { store, clock, directories } = services;
  const directory = await directories(connection);
  const looking = { read: store.read, directory, now: clock() };
  const planned = await planWrites(rows, connection, looking);
  const sent = await writePlanned(planned, connection);
  return async (unit) => {
    await noteAnswer(unit, services, connection);
    await settleWrites(unit, services, { connection, sent });
    const key = `${sendJob}:${rows[0]?.key}:${unit.now}`;
    const payload: SendPayload = { connector: connection.name };
    // There may be more than one call carries.
    if (rows.length === batchSize) unit.schedule({ kind: sendJob, key, payload });
  };
}

async function writePlanned(
  planned: readonly PlannedRecord[],
  connection: CrmConnection,
): Promise<Sent[]> {
  const sent: Sent[] = planned.map((record) => ({ record, answers: [] }));
  const open = sent.filter(({ record }) => outgoing(record).length > 0);
  for (const object of new Set(open.map(({ record }) => record.object))) {
    const ofObject = open.filter(({ record }) => record.object === object);
    await writeRound(ofObject, connection);
    // A CRM refuses a record whole for one field: without that field the others go in.
    const again = ofObject.filter(({ record, answers }) => restOf(record, answers).length > 0);
    if (again.length > 0) await writeRound(again, connection);
  }
  return sent;
}

async function writeRound(sent: readonly Sent[], { connector }: CrmConnection): Promise<void> {
  const changes = sent.map(({ record, answers }) => toChange(record, answers));
  const answers = await connector.write(sent[0]?.record.object ?? "", changes);
  for (const [index, { record, answers: before }] of sent.entries()) {
    const answer = answers[index] ?? { state: "later", said: "no answer" };
    const names = Object.keys(changes[index]?.fields ?? {});
    before.push({ answer, fields: outgoing(record).filter(([, { to }]) => names.includes(to)) });
  }
}

const outgoing = ({ fields }: PlannedRecord): [string, PlannedField][] =>
  Object.entries(fields).filter(([, { decision }]) => decision === "write");

function toChange(record: PlannedRecord, answers: Sent["answers"]): CrmChange {
  const open = answers.length > 0 ? restOf(record, answers) : outgoing(record);
  return {
    id: record.crmId ?? "",
    fields: Object.fromEntries(open.map(([, { to, value }]) => [to, value])),
    key: `${record.rows.at(-1)?.key}:${answers.length}`,
  };
}

/** What goes in without the field that was refused by name. */
function restOf(record: PlannedRecord, answers: Sent["answers"]): [string, PlannedField][] {
  const [first] = answers;
  const refused = refusedField(first?.answer);
  if (answers.length !== 1 || !refused) return [];
  const rest = outgoing(record).filter(([, { to }]) => to !== refused);
  return rest.length < outgoing(record).length ? rest : [];
}

function refusedField(answer: CrmAnswer | undefined): string | null {
  return answer?.state === "refused" ? answer.field : null;
}

/** The CRM is away, busy, does not know us, or lacks what the mapping names: no single change is at fault. */
export function isOutside(error: unknown): error is RetryLater | Refused {
  if (error instanceof Refused) return error.code === "crm_auth" || error.code === "crm_mapping";
  return error instanceof RetryLater;
}

type Postponing = {
  connection: CrmConnection;
  rows: readonly CrmWrite[];
  error: RetryLater | Refused;
};

async function postpone(
  unit: Unit,
  services: CrmServices,
  { connection, rows, error }: Postponing,
): Promise<void> {
  await noteFailure(unit, services, { connection, error });
  const attempts = Math.max(...rows.map((row) => row.attempts)) + 1;
  const asked = error instanceof RetryLater ? error.afterMs : 0;
  const nextAt = unit.now + Math.max(asked, Math.min(firstMs * 2 ** (attempts - 1), mostMs));
  const message = error.message.slice(0, 500);
  await unit.crmWrites.put(...rows.map((row) => ({ ...row, attempts, nextAt, error: message })));
  const payload: SendPayload = { connector: connection.name };
  unit.schedule({
    kind: sendJob,
    key: `${sendJob}:${rows[0]?.key}:${nextAt}`,
    runAt: nextAt,
    payload,
  });
}

const firstMs = 5_000;
const mostMs = 900_000;
