// Asks each CRM every minute what changed there, and takes it in. The cursor moves in the transaction of what was read:
// whatever ends the process, the next page is the next one.
import { minuteMs } from "../../../durations.ts";
import type { Unit } from "../../../ports.ts";
import { type SendPayload, sendJob } from "../going-out/queue-writes.ts";
import { isOutside } from "../going-out/send-writes.ts";
import { noteAnswer, noteFailure } from "../line.ts";
import type { CrmConnection, CrmKind, MappedKind } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import type { CrmCursor, SyncCounts } from "../stored.ts";
import { takePage } from "./take-page.ts";

export const pollJob = "crm.poll";

type Effect = (unit: Unit) => Promise<void>;
/** Takes a page in; whether there is another. */
type Take = (unit: Unit) => Promise<boolean>;

/** Queues the next look at each CRM; at most one for each minute. */
export function schedulePolls(unit: Unit, names: readonly string[]): void {
  const runAt = (Math.floor(unit.now / minuteMs) + 1) * minuteMs;
  for (const connector of names) {
    const payload: SendPayload = { connector };
    unit.schedule({ kind: pollJob, key: `${pollJob}:${connector}:${runAt}`, runAt, payload });
  }
}

/** The job: one page of each kind. What waits to be sent is looked at as well, should its own job be gone. */
export async function pollChanges(
  { connector }: SendPayload,
  services: CrmServices,
): Promise<Effect> {
  const connection = services.crm.find(({ name }) => name === connector);
  if (!connection) return async () => {};
  const takes: Take[] = [];
  for (const kind of Object.keys(connection.mapping.records) as CrmKind[]) {
    takes.push(await lookAt({ connection, kind, isFirst: false }, services));
  }
  return async (unit) => {
    const payload: SendPayload = { connector };
    let more = false;
    for (const take of takes) more = (await take(unit)) || more;
    // The rest of a long list is not left for the next minute.
    const key = `${pollJob}:${connector}:${unit.newId("crmWrite")}`;
    if (more) unit.schedule({ kind: pollJob, key, payload });
    else schedulePolls(unit, [connector]);
    const late = { lte: unit.now - minuteMs };
    const due = { connector, state: "queued", nextAt: late } as const;
    if ((await unit.crmWrites.count(due)) > 0) {
      unit.schedule({ kind: sendJob, key: `${sendJob}:${connector}:poll:${unit.now}`, payload });
    }
  };
}

type Look = { connection: CrmConnection; kind: CrmKind; isFirst: boolean };

async function lookAt(look: Look, services: CrmServices): Promise<Take> {
  try {
    const read = await readPage(look, services);
    return async (unit) => {
      await noteAnswer(unit, services, look.connection);
      return (await read(unit)).more;
    };
  } catch (error) {
    if (!isOutside(error)) throw error;
    const { connection } = look;
    return async (unit) => {
      await noteFailure(unit, services, { connection, error });
      return false;
    };
  }
}

/** Reads the next page of one kind and says how to take it in; that returns where the reading stands. */
export async function readPage(
  { connection, kind, isFirst }: Look,
  services: CrmServices,
): Promise<(unit: Unit) => Promise<CrmCursor & { more: boolean }>> {
  const { store, clock, directories } = services;
  const { connector, mapping, name } = connection;
  const mapped = mapping.records[kind] as MappedKind;
  const id = cursorId(name, kind, isFirst);
  const at = await store.read.crmCursors.get(id);
  // Without a first sync, what is new from now on; the first look comes up to a minute late.
  const cursor = at?.cursor ?? (isFirst ? null : connector.cursorAt(clock() - 2 * minuteMs));
  const fields = [...new Set(Object.values(mapped.fields).map(({ to }) => to))];
  const page = await connector.changedSince({ object: mapped.object, fields, cursor });
  const directory = await directories(connection);
  return async (unit) => {
    const paging = { connection, kind, mapped, page, directory, isFirst };
    const counts = await takePage(unit, services, paging);
    const isOver = isFirst && !page.more;
    const next: CrmCursor = {
      ...{ id, connector: name, kind, cursor: page.cursor },
      counts: at ? addCounts(at.counts, counts) : counts,
      syncedAt: isOver ? unit.now : (at?.syncedAt ?? null),
      updatedAt: unit.now,
    };
    await unit.crmCursors.put(next);
    const polled = cursorId(name, kind, false);
    // Polling goes on where the first sync ends, unless it runs already.
    if (isOver && !(await unit.crmCursors.get(polled))) {
      await unit.crmCursors.put({ ...next, id: polled });
    }
    return { ...next, more: page.more };
  };
}

/** Where one kind was read to; the first sync has a cursor of its own. */
export function cursorId(name: string, kind: CrmKind, isFirst: boolean): string {
  return isFirst ? `${name}:${kind}:first` : `${name}:${kind}`;
}

function addCounts(one: SyncCounts, other: SyncCounts): SyncCounts {
  return {
    read: one.read + other.read,
    linked: one.linked + other.linked,
    created: one.created + other.created,
    changed: one.changed + other.changed,
    unknown: one.unknown + other.unknown,
  };
}
