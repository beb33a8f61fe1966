// One check as a report: what was looked at, how and when, and what was not.
import type { Config } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import { sayLine } from "../../core/pipeline/checks/company/check-card.ts";
import { type Entry, holds, type Line } from "../../core/pipeline/checks/company/checked.ts";
import { lookUp } from "../../core/pipeline/checks/company/look-up.ts";
import { readSubject } from "../../core/pipeline/checks/company/read-subject.ts";
import { readingOf } from "../../core/text/format.ts";
import { createCompanyParts } from "../../wiring/company.ts";
import { openCompany } from "./open-company.ts";

type CheckReport = {
  type: string;
  value: string;
  country: string | null;
  /** Whether nothing that was looked at is wrong. */
  holds: boolean;
  checks: { result: Line["result"]; code: string; says: string; at: string }[];
  registers: Entry[];
};

/** Looks at it, and asks whoever the configuration allows. Refuses what is nothing that can be checked. */
export async function reportCheck(
  typed: string,
  { config, offline }: { config: Config; offline: boolean },
): Promise<CheckReport> {
  const options = offline ? {} : await openCompany({ checks: config.checks });
  const { company } = createCompanyParts(options);
  const at = Date.now();
  const subject = readSubject(typed, { readers: company.readers, at });
  const reading = readingOf({ language: "en", timeZone: "UTC" });
  if (!subject) throw new Refused("not_checkable", reading.texts.checks.knows);
  const { type, value, country, lines, entries } = await lookUp(subject, company, at);
  const checks = lines.map((line) => ({
    ...{ result: line.result, code: line.says, says: sayLine(line, reading) },
    at: new Date(line.at).toISOString(),
  }));
  return { ...{ type, value, country, holds: holds({ lines }) }, checks, registers: entries };
}

/** The report as lines for a terminal. */
export function toCheckLines({ value, type, checks }: CheckReport): string[] {
  const marks = { passed: "✓", failed: "✗", not_checked: "○" } as const;
  return [`${value} (${type})`, ...checks.map(({ result, says }) => `${marks[result]} ${says}`)];
}
