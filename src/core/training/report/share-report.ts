// A report is its rep's: they open it, share it with their manager, take that back, and delete it with its session.
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { lookSoon } from "../alerts/jobs.ts";
import { removePractice } from "../practice/practice-row.ts";
import { recomputeTwin } from "../twin/twin.ts";
import { visibleOf } from "../twin/visible.ts";
import type { PracticeReport } from "./practice-report.ts";
import { reportCard } from "./report-card.ts";

/** Posts a report again. */
export function openReport(ask: Ask): Effect {
  return withOwn(ask, "practice.read", async (unit, report) => {
    const { person } = ask;
    const seenFrom = await ownUntil(unit, person);
    unit.post({
      to: person.id,
      card: reportCard(unit, person, { ...report, kept: report, seenFrom }),
    });
    return {};
  });
}

/** Shares a report with the rep's managers, or takes that back; doing either twice changes nothing. */
export function setSharing(ask: Ask, isShared: boolean): Effect {
  return withOwn(ask, "practice.share", async (unit, report) => {
    const { person } = ask;
    const sharedAt = isShared ? (report.sharedAt ?? unit.now) : null;
    if (sharedAt !== report.sharedAt) {
      await unit.practiceReports.update(report.id, { sharedAt });
      await audit(unit, person, {
        action: isShared ? "practice.share" : "practice.unshare",
        report,
      });
      lookSoon(unit, person.id);
    }
    const kept = { ...report, sharedAt };
    const seenFrom = await ownUntil(unit, person);
    const toast = toastOf({ isShared, seenFrom }, person);
    return { toast, card: reportCard(unit, person, { ...kept, kept, seenFrom }) };
  });
}

/** The end of the person's first 30 days, while it is still to come. */
async function ownUntil(unit: Unit, person: Person): Promise<number | undefined> {
  const [visible] = await visibleOf(unit, [person], unit.now);
  const from = visible?.from ?? unit.now;
  return from > unit.now ? from : undefined;
}

type Shared = { isShared: boolean; seenFrom: number | undefined };

function toastOf({ isShared, seenFrom }: Shared, person: Person): string {
  const { texts, format } = readingOf(person);
  if (!isShared) return texts.report.unshared;
  if (seenFrom === undefined) return texts.report.sharedNow;
  return texts.report.sharedFrom({ day: format.day(seenFrom) });
}

/** Deletes a session: its words, its report, and what it says about the rep's skills. The audit keeps the fact alone. */
export function deleteReport(ask: Ask): Effect {
  return withOwn(ask, "practice.delete", async (unit, report) => {
    const { person } = ask;
    const { id } = report;
    const pieces = await unit.skillEvidence.find({
      ...{ personId: person.id, source: "practice", sourceId: id },
    });
    await unit.skillEvidence.remove(...pieces.map((piece) => piece.id));
    await unit.practiceReports.remove(id);
    await removePractice(unit, id);
    await recomputeTwin(unit, person.id);
    lookSoon(unit, person.id);
    await audit(unit, person, { action: "practice.delete", report });
    const { removed } = readingOf(person).texts.report;
    const key = ask.params.cardKey ?? `report:${id}`;
    return {
      toast: removed,
      card: { key, title: removed, tone: "info", summary: removed, blocks: [] },
    };
  });
}

type Right = "practice.read" | "practice.share" | "practice.delete";
type Work = (unit: Unit, report: PracticeReport) => ReturnType<Effect>;

function withOwn({ person, params }: Ask, right: Right, work: Work): Effect {
  return async (unit) => {
    const report = await unit.practiceReports.get(params.sessionId ?? "");
    const subject = { ownerIds: report ? [report.personId] : [] };
    if (!report || !may(person, right, subject, createOrg([], []))) {
      return { toast: readingOf(person).texts.chat.gone };
    }
    return work(unit, report);
  };
}

type Done = { action: string; report: PracticeReport };

async function audit(unit: Unit, person: Person, { action, report }: Done): Promise<void> {
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", action },
    ...{ kind: "practice", recordId: report.id, detail: {} },
  });
}
