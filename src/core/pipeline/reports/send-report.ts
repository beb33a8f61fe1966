// Sending a report, once; sending it again is a correction, and only when its person says so.
import type { Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Answer, Effect } from "../../use-case.ts";
import { standingReport, viewOf } from "./own-report.ts";
import { lastSentAt, type SentReport } from "./report.ts";
import { draftCard, noManager, type ReportView, sentCard } from "./report-card.ts";
import { textIn, wrongWith } from "./report-parts.ts";
import type { ReportServices } from "./services.ts";
import { requireReporter } from "./whose.ts";

/** As it stands on the card, or as the form has it: to the manager there is now, who must be the one it was shown for. */
export function sendReport(services: ReportServices, answer: Answer): Effect {
  const { person, params } = answer;
  requireReporter(person);
  const written = textIn(answer);
  const wrong = wrongWith(written, readingOf(person));
  if (wrong) return async () => wrong;
  return async (unit) => {
    const view = await viewOf(unit, services, answer);
    const { manager, period } = view;
    const reading = readingOf(person);
    const { reports } = reading.texts;
    const sent = await standingReport(unit, person, period);
    if (!manager)
      return { toast: noManager(view, reading), card: draftCard(view, { written, sent }) };
    if (manager.id !== params.managerId) {
      const note = reports.otherManager({ name: manager.name });
      return { toast: note, card: draftCard(view, { written, sent, note }) };
    }
    return keep(unit, { view, manager, written, sent, isCorrection: params.isCorrection === "1" });
  };
}

type Keeping = {
  view: ReportView;
  manager: Person;
  written: string;
  sent: SentReport | undefined;
  isCorrection: boolean;
};

async function keep(
  unit: Unit,
  { view, manager, written, sent, isCorrection }: Keeping,
): Promise<Outcome> {
  const { person, period } = view;
  const { reports } = readingOf(person).texts;
  if (sent?.text === written) return { toast: reports.already, card: sentCard(view, sent) };
  if (sent && !isCorrection)
    return { toast: reports.already, card: draftCard(view, { written, sent }) };
  const report: SentReport = sent
    ? corrected(sent, { written, managerId: manager.id, now: unit.now })
    : {
        ...{ id: unit.newId("report"), personId: person.id, managerId: manager.id },
        ...{ span: period.span, day: period.day, text: written, earlier: [] },
        ...{ sentAt: unit.now, correctedAt: null },
      };
  await unit.reports.put(report);
  return { toast: reports.sentToast({ name: manager.name }), card: sentCard(view, report) };
}

function corrected(
  sent: SentReport,
  { written, managerId, now }: { written: string; managerId: string; now: number },
): SentReport {
  const earlier = [...sent.earlier, { text: sent.text, at: lastSentAt(sent) }];
  return { ...sent, managerId, text: written, earlier, correctedAt: now };
}
