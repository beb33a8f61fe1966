// How a CRM is: answering, away, or refusing our keys; and the one card about it when it matters.
import { hourMs } from "../../durations.ts";
import { Refused, type RetryLater } from "../../errors.ts";
import type { Unit } from "../../ports.ts";
import { tellLine } from "./line-card.ts";
import type { CrmConnection } from "./mapping.ts";
import type { CrmServices } from "./services.ts";
import type { CrmLine } from "./stored.ts";

/** Away for so long, somebody should look. Keys that are refused are told at once: waiting mends nothing. */
const patienceMs = 4 * hourMs;

/** It answered: what was said about it is taken back. */
export async function noteAnswer(
  unit: Unit,
  services: CrmServices,
  connection: CrmConnection,
): Promise<void> {
  const line = await unit.crmLines.get(connection.name);
  if (line?.state === "ok") return;
  const id = connection.name;
  await unit.crmLines.put({ id, state: "ok", since: unit.now, error: null, toldAt: null });
  if (line?.toldAt) await tellLine(unit, services, { connection, line: { ...line, state: "ok" } });
}

/** It did not, or refused us. */
export async function noteFailure(
  unit: Unit,
  services: CrmServices,
  { connection, error }: { connection: CrmConnection; error: RetryLater | Refused },
): Promise<void> {
  const before = await unit.crmLines.get(connection.name);
  const state = stateOf(error);
  const isSame = before?.state === state;
  const line: CrmLine = {
    ...{ id: connection.name, state, error: error.message.slice(0, 500) },
    since: isSame ? before.since : unit.now,
    toldAt: before && before.state !== "ok" ? before.toldAt : null,
  };
  const matters = state !== "down" ? !isSame : unit.now - line.since >= patienceMs;
  const isToTell = matters && (line.toldAt === null || !isSame);
  await unit.crmLines.put({ ...line, toldAt: isToTell ? unit.now : line.toldAt });
  if (isToTell) await tellLine(unit, services, { connection, line });
}

function stateOf(error: RetryLater | Refused): CrmLine["state"] {
  if (!(error instanceof Refused)) return "down";
  return error.code === "crm_auth" ? "auth" : "mapping";
}
