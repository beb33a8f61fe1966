// `crm check` and `crm dry-run`: read here and there, written nowhere.
import type { Config } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import { checkMapping } from "../../core/pipeline/write-back/check-mapping.ts";
import { createDirectories } from "../../core/pipeline/write-back/directory.ts";
import { type DryRun, dryRun } from "../../core/pipeline/write-back/going-out/dry-run.ts";
import type { CrmConnection } from "../../core/pipeline/write-back/mapping.ts";
import { readHere } from "../contracts/contracts-here.ts";
import { openConfiguredCrm } from "./open-configured.ts";

export type CrmCheck = { ok: boolean; crm: { name: string; misses: DryRun["misses"] }[] };

/** Whether each CRM answers, and whether its mapping fits. */
export async function checkCrm(config: Config): Promise<CrmCheck> {
  const crm: CrmCheck["crm"] = [];
  for (const connection of await connected(config)) {
    crm.push({ name: connection.name, misses: await checkMapping(connection) });
  }
  return { ok: crm.every(({ misses }) => misses.length === 0), crm };
}

/** What would be written now. */
export async function dryRunCrm(config: Config): Promise<{ crm: DryRun[] }> {
  const connections = await connected(config);
  const crm = await readHere(config, async (read) => {
    const directories = createDirectories({ read, clock: Date.now });
    const runs: DryRun[] = [];
    for (const connection of connections) {
      runs.push(await dryRun(connection, { read, directories, now: Date.now() }));
    }
    return runs;
  });
  return { crm: crm ?? [] };
}

async function connected(config: Config): Promise<CrmConnection[]> {
  const connections = await openConfiguredCrm(config);
  if (connections.length > 0) return connections;
  throw new Refused("no_crm", "No CRM is connected. README, “Add a CRM”, says how.");
}

/** What `crm check` says in the terminal, a line each. */
export function toCheckLines({ crm }: CrmCheck): string[] {
  return crm.flatMap(({ name, misses }) =>
    misses.length === 0 ? [`✓ ${name}: every field is there`] : misses.map(toMissLine(name)),
  );
}

/** What `crm dry-run` says in the terminal, a line each. */
export function toDryLines({ crm }: { crm: DryRun[] }): string[] {
  const say = (value: unknown) => JSON.stringify(value ?? null);
  return crm.flatMap(({ crm: name, waiting, writes, misses }) => [
    `${name}: ${waiting} changes wait.`,
    ...writes.map(({ kind, recordId, field, to, theirs, ours, decision }) => {
      return `  ${decision} ${kind} ${recordId} ${field} → ${to}: ${say(theirs)} there, ${say(ours)} here`;
    }),
    ...misses.map(toMissLine(name)),
  ]);
}

const toMissLine =
  (name: string) =>
  ({ kind, object, field, message }: DryRun["misses"][number]) =>
    `✗ ${name} ${kind}${field ? `.${field}` : ""} (${object}): ${message}`;
