// Everything a manager's morning brief says, as data.
import type { Person } from "../../model.ts";
import { fromLocalTime } from "../../people/working-time.ts";
import type { HealthServices } from "../../pipeline/health/in-chat/services.ts";
import { type ReadReport, reportsFor } from "../../pipeline/reports/list-reports.ts";
import type { CrmConnection } from "../../pipeline/write-back/mapping.ts";
import { readingOf } from "../../text/format.ts";
import { type Exceptions, findExceptions } from "./exceptions.ts";
import { countSince, dayBefore, type Numbers } from "./numbers.ts";
import { minutesOf } from "./routine.ts";
import { failingSystems } from "./systems.ts";
import { readTeam } from "./team.ts";

export type BriefServices = HealthServices & { crm: readonly CrmConnection[] };

export type Brief = {
  exceptions: Exceptions;
  systems: string[];
  numbers: Numbers;
  /** Sent to them since the brief before. */
  reports: ReadReport[];
};

/** Reads it for one manager. */
export async function gatherBrief(services: BriefServices, manager: Person): Promise<Brief> {
  const { store, clock, workdays, crm } = services;
  const { read } = store;
  const now = clock();
  const team = await readTeam(read, manager);
  const day = dayBefore(now, manager.timeZone, workdays);
  const minutes = await minutesOf(read, manager, "morning_brief");
  const since = fromLocalTime({ day, minutes }, manager.timeZone);
  const reports = await reportsFor(read, manager, since);
  return {
    exceptions: await findExceptions(services, team),
    systems: await failingSystems(read, { team, since, crm, reading: readingOf(manager) }),
    numbers: await countSince(read, { team, day, now }),
    reports: reports.filter(({ report }) => report.managerId === manager.id),
  };
}

/** How many things need them. */
export function countExceptions({ exceptions, systems }: Brief): number {
  const { leads, overdue, slipping, stuck, broken, alerts } = exceptions;
  const lists = [leads, overdue, slipping, stuck, broken, systems];
  return lists.reduce((sum, list) => sum + list.length, alerts);
}

/** Whether there is nothing at all to say. */
export function isQuiet(brief: Brief): boolean {
  const { leads, moves, won, lost } = brief.numbers;
  return countExceptions(brief) + brief.reports.length + leads + moves + won + lost === 0;
}
