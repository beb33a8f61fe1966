// The further workspaces and tenants that `ringside connect` added: what is public in clear, keys sealed.
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { z } from "zod";
import { NotFound, Refused } from "../core/errors.ts";
import type { Unit } from "../core/ports.ts";
import type { Records } from "./records/records.ts";
import type { Client } from "./records/tables.ts";
import type { Secrets } from "./secrets.ts";

/** One connection without its keys. */
export type ConnectionFacts = {
  id: string;
  surface: string;
  /** The workspace or app on its platform. */
  workspace: string;
  /** What is no secret: its name, its domain. */
  options: Record<string, string>;
};

/** A connection with its keys, or with why there are none. */
export type StoredConnection = ConnectionFacts & {
  keys?: Record<string, string>;
  /** Why the keys cannot be read, and what to do. */
  problem?: string;
};

type NewConnection = Omit<ConnectionFacts, "id"> & { keys: Record<string, string> };

/** Stores a connection; one of the same workspace gets the new keys and keeps its id. */
export function keepConnection(
  records: Records,
  secrets: Secrets,
  { surface, workspace, options, keys }: NewConnection,
): Promise<{ id: string; isNew: boolean }> {
  return records.write(async (unit, { prisma }) => {
    const where = { surface_workspace: { surface, workspace } };
    const known = await prisma.connection.findUnique({ where });
    const id = known?.id ?? unit.newId("connection");
    const at = new Date(unit.now);
    const kept = { options, secrets: secrets.seal(JSON.stringify(keys), id), state: "on" };
    const create = { id, surface, workspace, ...kept, createdAt: at, updatedAt: at };
    await prisma.connection.upsert({ where, create, update: { ...kept, updatedAt: at } });
    await audit(unit, { action: "connection.keep", id, detail: { surface, workspace } });
    return { id, isNew: !known };
  });
}

/** Forgets a connection and its keys. Throws NotFound. */
export function dropConnection(records: Records, id: string): Promise<ConnectionFacts> {
  return records.write(async (unit, { prisma }) => {
    const row = await prisma.connection.findUnique({ where: { id } });
    if (!row) {
      throw new NotFound(
        "no_such_connection",
        `There is no connection ${id}. connect list names them.`,
      );
    }
    await prisma.connection.delete({ where: { id } });
    const { surface, workspace } = row;
    await audit(unit, { action: "connection.drop", id, detail: { surface, workspace } });
    return { id, surface, workspace, options: optionsShape.parse(row.options) };
  });
}

/** Every stored connection, oldest first. */
export async function readConnections(
  client: Client,
  secrets: Secrets,
): Promise<StoredConnection[]> {
  const rows = await client.connection.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  return rows.map((row) => open(row, secrets));
}

/** The same from a data folder that another process may own; changes nothing. */
export function inspectConnections(file: string, secrets: Secrets): StoredConnection[] {
  if (!existsSync(file)) return [];
  const database = new Database(file, { readonly: true });
  try {
    const rows = database
      .prepare<[], Row>(
        `SELECT id, surface, workspace, CAST(options AS TEXT) AS options, secrets
         FROM Connection ORDER BY createdAt, id`,
      )
      .all();
    return rows.map((row) => open({ ...row, options: JSON.parse(String(row.options)) }, secrets));
  } finally {
    database.close();
  }
}

type Row = Omit<ConnectionFacts, "options"> & { options: unknown; secrets: string };

const optionsShape = z.record(z.string(), z.string());

function open(row: Row, secrets: Secrets): StoredConnection {
  const { id, surface, workspace } = row;
  const facts = { id, surface, workspace, options: optionsShape.catch({}).parse(row.options) };
  try {
    return { ...facts, keys: optionsShape.parse(JSON.parse(secrets.open(row.secrets, id))) };
  } catch (error) {
    if (error instanceof Refused) return { ...facts, problem: error.message };
    throw error;
  }
}

function audit(
  unit: Unit,
  { id, action, detail }: { id: string; action: string; detail: Record<string, string> },
): Promise<void> {
  const what = { action, kind: "connection", recordId: id, detail };
  return unit.audits.put({
    id: unit.newId("audit"),
    at: unit.now,
    actorId: null,
    via: "cli",
    ...what,
  });
}
