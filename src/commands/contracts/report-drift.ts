// What outside systems changed against the contracts, or in place of what people said.
import type { Config } from "../../config.ts";
import { sumUpDrift } from "../../core/pipeline/contracts/sum-up-drift.ts";
import { readHere } from "./contracts-here.ts";

/** Every group is counted; of the drifts themselves the latest are shown. */
const mostShown = 100;

/** The report: how many, by contract, source and way; and the latest one by one. */
export async function reportDrift(config: Pick<Config, "dataDir">) {
  const order = { by: "at", descending: true } as const;
  const drifts = (await readHere(config, (read) => read.drifts.find({}, { order }))) ?? [];
  const time = (at: number) => new Date(at).toISOString();
  return {
    total: drifts.length,
    groups: sumUpDrift(drifts).map(({ lastAt, ...group }) => ({ ...group, last: time(lastAt) })),
    latest: drifts.slice(0, mostShown).map(({ id: _id, at, ...drift }) => ({
      ...drift,
      at: time(at),
    })),
  };
}

/** The report as lines for a terminal. */
export function toDriftLines({ total, groups }: Awaited<ReturnType<typeof reportDrift>>): string[] {
  return [
    ...groups.map(({ contract, source, code, count, last }) => {
      return `${count} × ${contract} from ${source}: ${code.replaceAll("_", " ")}, last ${last}`;
    }),
    `Drift: ${total}.`,
  ];
}
