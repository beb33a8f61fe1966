// Reports written from what was confirmed, and the manager's morning brief.
import type { BriefServices } from "../../core/attention/morning/brief.ts";
import { askBrief } from "../../core/attention/morning/bring-brief.ts";
import { askReport } from "../../core/pipeline/reports/ask-report.ts";
import {
  copyReport,
  correctReport,
  editReport,
  keepEdit,
  skipReport,
} from "../../core/pipeline/reports/edit-report.ts";
import { listReports, readReport } from "../../core/pipeline/reports/list-reports.ts";
import { sendReport } from "../../core/pipeline/reports/send-report.ts";
import type { Area } from "./area.ts";

export function reportsArea(services: BriefServices) {
  return {
    intents: {
      daily_report: (person, words) => askReport(services, { person, span: "day", words }),
      weekly_report: (person, words) => askReport(services, { person, span: "week", words }),
      reports: (person, name) => listReports(services, person, name),
      morning_brief: (person, words) => askBrief(services, person, words),
    },
    actions: {
      "report.send": (answer) => sendReport(services, answer),
      "report.edit": (answer) => editReport(services, answer),
      "report.keep": (answer) => keepEdit(services, answer),
      "report.copy": (answer) => copyReport(services, answer),
      "report.skip": (ask) => skipReport(services, ask),
      "report.correct": (ask) => correctReport(services, ask),
      "report.read": (ask) => readReport(ask),
    },
  } satisfies Area;
}
