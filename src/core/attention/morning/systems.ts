// Imports and CRMs that fail, for managers who may do something about it.
import type { ImportCommand } from "../../importing/model.ts";
import type { Person } from "../../model.ts";
import { may } from "../../people/permissions.ts";
import { keepersOf } from "../../pipeline/write-back/line-card.ts";
import type { CrmConnection } from "../../pipeline/write-back/mapping.ts";
import type { Reader } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import type { Team } from "./team.ts";

type Looking = { team: Team; since: number; crm: readonly CrmConnection[]; reading: Reading };

/** Each in a sentence: imports that failed since then, and CRMs that do not answer now. */
export async function failingSystems(read: Reader, looking: Looking): Promise<string[]> {
  return [...(await failedImports(read, looking)), ...(await deadLines(read, looking))];
}

async function failedImports(read: Reader, { team, since, reading }: Looking): Promise<string[]> {
  if (!may(team.manager, "records.import", {}, team.org)) return [];
  const failed = await read.importBatches.find({ state: "failed", startedAt: { gte: since } });
  const { texts, format } = reading;
  return failed.map(({ kind, startedAt }) =>
    texts.reports.morning.import({
      kind: texts.importing.kinds[kind as ImportCommand] ?? kind,
      time: `${format.day(startedAt)} ${format.time(startedAt)}`,
    }),
  );
}

/** Told to those whom its own card would tell. */
async function deadLines(read: Reader, { team, crm, reading }: Looking): Promise<string[]> {
  if (!(await isKeeper(read, team.manager))) return [];
  const lines = await read.crmLines.find({ state: ["down", "auth", "mapping"] });
  const say = reading.texts.crm.line;
  return lines.flatMap(({ id, state }) => {
    const name = crm.find((connection) => connection.name === id)?.connector.label ?? id;
    return state === "ok" ? [] : [say[state]({ name })];
  });
}

async function isKeeper(read: Reader, { id }: Person): Promise<boolean> {
  return (await keepersOf(read)).some((keeper) => keeper.id === id);
}
