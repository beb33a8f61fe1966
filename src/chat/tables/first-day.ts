// A newcomer's first day, asked for again.
import { showFirstDay } from "../../core/people/first-day/bring-first-day.ts";
import type { FirstDayServices } from "../../core/people/first-day/gather-first-day.ts";
import type { Area } from "./area.ts";

export function firstDayArea(services: FirstDayServices) {
  return {
    intents: { day_one: (person) => showFirstDay(services, person) },
    actions: {},
  } satisfies Area;
}
