// At the end of the day, for whoever asked for it: the report of today, written and ready to send.
import { type RoutinePayload, whoseTurn } from "../../attention/morning/plan-day.ts";
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Unit } from "../../ports.ts";
import { writtenCard } from "./ask-report.ts";
import { gatherWork } from "./gather-work.ts";
import { standingReport } from "./own-report.ts";
import { periodOf } from "./period.ts";
import type { ReportServices } from "./services.ts";
import { recipientOf } from "./whose.ts";

/** Its person asked for it, and it is ready: worth more than what could wait, less than a call just ended. */
const offerValue = 0.8;

/** The job. A day on which nothing happened has no report, and one that was sent is not offered. */
export async function offerReport(
  payload: RoutinePayload,
  { store: { read }, workdays }: ReportServices,
): Promise<(unit: Unit) => Promise<void>> {
  const known = await read.people.get(payload.personId);
  if (!known) return async () => {};
  const period = periodOf("day", payload.day, { timeZone: known.timeZone, workdays });
  const work = await gatherWork(read, { person: known, period });
  return async (unit) => {
    const person = await whoseTurn(unit, payload, "report");
    if (!person || (await standingReport(unit, person, period))) return;
    const key = `report_offer:${person.id}:${payload.day}`;
    const recipient = await recipientOf(unit, person);
    const card = writtenCard({ ...recipient, unit, person, period, key }, work);
    if (!card) return;
    await offerNudge(unit, workdays, { person, kind: "report", value: offerValue, card });
  };
}
