// Writes down what became of what was sent: in the queue, in what was seen, with the owner's change and with people.
import type { Unit } from "../../../ports.ts";
import { askWhich, tellFlapping, tellRefused } from "../cards.ts";
import { takeIn } from "../coming-in/take-in.ts";
import type { CrmAnswer } from "../connector.ts";
import { noteFlip } from "../flips.ts";
import type { CrmConnection } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import { type CrmWrite, seenId } from "../stored.ts";
import type { PlannedField, PlannedRecord } from "./plan-writes.ts";
import { sendJob } from "./queue-writes.ts";
import { settleOwner } from "./settle-owner.ts";

/** A record with each answer, and the fields it was about. */
export type Sent = {
  record: PlannedRecord;
  answers: { answer: CrmAnswer; fields: [string, PlannedField][] }[];
};

/** What became of one field: what the CRM said, where it refused. */
export type FieldEnd =
  | { state: "written" | "taken" | "asked" | "flapping" | "later" }
  | { state: "refused"; said: string | null; why: PlannedField["decision"] };

export type EndedField = { name: string; planned: PlannedField; end: FieldEnd };

type Settling = { connection: CrmConnection; sent: readonly Sent[] };

export async function settleWrites(
  unit: Unit,
  services: CrmServices,
  { connection, sent }: Settling,
): Promise<void> {
  const id = sent.flatMap(({ record }) => record.rows.map((row) => row.id));
  const open = new Set((await unit.crmWrites.find({ id, state: "queued" })).map((row) => row.id));
  for (const one of sent) {
    // Another run of the job was quicker.
    if (one.record.rows.every((row) => !open.has(row.id))) continue;
    await settleOne(unit, services, { connection, sent: one });
  }
}

async function settleOne(
  unit: Unit,
  services: CrmServices,
  { connection, sent }: { connection: CrmConnection; sent: Sent },
): Promise<void> {
  const { record } = sent;
  const ended = Object.entries(record.fields).map(
    ([name, planned]): EndedField => ({ name, planned, end: endOf(name, planned, sent) }),
  );
  await keepRows(unit, record, ended);
  if (ended.some(({ end }) => end.state === "later")) return;
  await keepSeen(unit, connection, { record, ended });
  await tell(unit, services, { connection, record, ended });
  const { kind, recordId } = record;
  const taken = ended.filter(({ end }) => end.state === "taken");
  if (taken.length > 0) {
    const set = Object.fromEntries(taken.map(({ name, planned }) => [name, planned.theirs]));
    await takeIn(unit, services, {
      connection,
      kind,
      changes: [{ recordId, set }],
      writesBack: true,
    });
  }
  await settleOwner(unit, record, ended);
}

function endOf(name: string, planned: PlannedField, { answers }: Sent): FieldEnd {
  const { decision } = planned;
  if (decision === "same") return { state: "written" };
  if (decision === "take") return { state: "taken" };
  if (decision === "ask") return { state: "asked" };
  if (decision === "flapping") return { state: "flapping" };
  if (decision !== "write") return { state: "refused", said: null, why: decision };
  const last = answers.findLast(({ fields }) => fields.some(([field]) => field === name))?.answer;
  if (last?.state === "written") return { state: "written" };
  if (last?.state === "refused") return { state: "refused", said: last.said, why: decision };
  return { state: "later" };
}

async function keepRows(
  unit: Unit,
  { rows }: PlannedRecord,
  ended: readonly EndedField[],
): Promise<void> {
  const states = new Set(ended.map(({ end }) => end.state));
  if (states.has("later")) {
    const nextAt = unit.now + laterMs;
    await unit.crmWrites.put(
      ...rows.map((row) => ({ ...row, attempts: row.attempts + 1, nextAt })),
    );
    const [first] = rows;
    const payload = { connector: first?.connector };
    unit.schedule({
      kind: sendJob,
      key: `${sendJob}:${first?.key}:${nextAt}`,
      runAt: nextAt,
      payload,
    });
    return;
  }
  const refused = ended.find(({ end }) => end.state === "refused")?.end;
  const error = refused?.state === "refused" ? (refused.said ?? refused.why) : null;
  const done = { state: stateOf(states), error, writtenAt: unit.now };
  await unit.crmWrites.put(...rows.map((row) => ({ ...row, ...done, attempts: row.attempts + 1 })));
}

/** A record that somebody else holds there is free again in a moment. */
const laterMs = 30_000;

function stateOf(states: ReadonlySet<FieldEnd["state"]>): CrmWrite["state"] {
  if (states.has("refused")) return "refused";
  return [...states].every((state) => state === "written") ? "written" : "conflict";
}

type Ended = { record: PlannedRecord; ended: readonly EndedField[] };

async function keepSeen(
  unit: Unit,
  { name: connector }: CrmConnection,
  { record, ended }: Ended,
): Promise<void> {
  const { kind, recordId } = record;
  if (ended.some(({ planned }) => planned.decision === "gone")) return;
  const id = seenId(connector, kind, recordId);
  const before = await unit.crmSeen.get(id);
  const values = { ...before?.values };
  const flips = { ...before?.flips };
  for (const { name, planned, end } of ended) {
    values[name] = end.state === "written" ? planned.ours : planned.theirs;
    if (end.state === "written" && planned.decision === "write") {
      flips[name] = noteFlip(flips[name], "out", unit.now);
    }
    if (end.state === "taken") flips[name] = noteFlip(flips[name], "in", unit.now);
  }
  await unit.crmSeen.put({ id, connector, kind, recordId, values, flips, updatedAt: unit.now });
}

async function tell(
  unit: Unit,
  services: CrmServices,
  about: Ended & { connection: CrmConnection },
): Promise<void> {
  for (const field of about.ended) {
    const told = { ...about, field };
    if (field.end.state === "refused") await tellRefused(unit, services, told);
    if (field.end.state === "asked") await askWhich(unit, services, told);
    if (field.end.state === "flapping") await tellFlapping(unit, services, told);
  }
}
