// What a button of a report is about: its person's day or week, whom it would go to, and what was sent of it.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Ask } from "../../use-case.ts";
import { type Period, periodOf } from "./period.ts";
import type { SentReport } from "./report.ts";
import type { ReportView } from "./report-card.ts";
import type { ReportServices } from "./services.ts";
import { recipientOf } from "./whose.ts";

/** The period a button was made for. */
export function periodFrom(
  { workdays }: Pick<ReportServices, "workdays">,
  { person, params }: Ask,
): Period {
  const span = params.span === "week" ? "week" : "day";
  return periodOf(span, params.day ?? "", { timeZone: person.timeZone, workdays });
}

/** Its card, as things stand now. */
export async function viewOf(
  unit: Unit,
  services: Pick<ReportServices, "workdays">,
  ask: Ask,
): Promise<ReportView> {
  const { person, params } = ask;
  const recipient = await recipientOf(unit, person);
  const period = periodFrom(services, ask);
  return { ...recipient, unit, person, period, key: params.cardKey ?? "" };
}

/** What was sent of a period. */
export async function standingReport(
  unit: Pick<Unit, "reports">,
  { id: personId }: Pick<Person, "id">,
  { span, day }: Period,
): Promise<SentReport | undefined> {
  return (await unit.reports.find({ personId, span, day }))[0];
}
