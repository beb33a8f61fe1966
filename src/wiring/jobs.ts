// Wires jobs: what each kind runs, and what is told when one is given up.
import { routineJobKinds } from "../core/attention/morning/jobs.ts";
import { scheduleRoutines } from "../core/attention/morning/plan-day.ts";
import { digestJob, releaseJob } from "../core/attention/offer-nudge.ts";
import { releaseNudges } from "../core/attention/release-nudges.ts";
import { sendDigest } from "../core/attention/send-digest.ts";
import { duplicateJobs } from "../core/identity/duplicates/jobs.ts";
import { discoveryJobs } from "../core/journey/discovery/jobs.ts";
import { scheduleSlipping } from "../core/journey/slipping/look.ts";
import { assignLeads } from "../core/leads/assigning/assign-leads.ts";
import { type AssignPayload, assignJob } from "../core/leads/assigning/schedule-assignment.ts";
import { proposeWeights } from "../core/leads/learning/propose-weights.ts";
import { ownershipJobs } from "../core/leads/ownership/jobs.ts";
import { scheduleSweep } from "../core/leads/ownership/sweep-leads.ts";
import { learnJob, scheduleLearning } from "../core/leads/weighing/weights.ts";
import { firstDayJobs, scheduleFirstDays } from "../core/people/first-day/bring-first-day.ts";
import { privacyJobs } from "../core/people/privacy/jobs.ts";
import { scheduleRetention } from "../core/people/privacy/retention.ts";
import { briefingJobs } from "../core/pipeline/brief/jobs.ts";
import { companyJobs } from "../core/pipeline/checks/company/check-company.ts";
import { licenceJobs } from "../core/pipeline/checks/licence/read-licence.ts";
import { healthJobs, scheduleHealth } from "../core/pipeline/health/jobs.ts";
import { updateJobs } from "../core/pipeline/updates/jobs.ts";
import { schedulePolls } from "../core/pipeline/write-back/coming-in/poll-changes.ts";
import { crmJobs } from "../core/pipeline/write-back/jobs.ts";
import type { CrmConnection } from "../core/pipeline/write-back/mapping.ts";
import {
  type NotePayload,
  noteJob,
  runNoteJob,
  tellNoteLost,
} from "../core/pipeline/write-note.ts";
import type { Unit } from "../core/ports.ts";
import { changedJobs, scheduleChanged } from "../core/strategy/changed/jobs.ts";
import { debriefJobs } from "../core/strategy/debrief/jobs.ts";
import { scheduleAsking } from "../core/strategy/weekly/ask-week.ts";
import { strategyJobs } from "../core/strategy/weekly/jobs.ts";
import { scheduleAlerts } from "../core/training/alerts/jobs.ts";
import { drillsJob, scheduleDrills } from "../core/training/twin/drills/jobs.ts";
import { lookForDrills } from "../core/training/twin/drills/look.ts";
import { type ForgetPayload, forgetJob, runForgetJob } from "../core/voice/forget-file.ts";
import { webhookJobs } from "../core/webhooks/jobs.ts";
import type { Loop } from "../loop.ts";
import { findPairs } from "../sources/duplicates/find-pairs.ts";
import {
  type ImportPayload,
  importJob,
  runImportJob,
  tellImportFailed,
} from "../sources/import/import-in-chat.ts";
import { createJobRunner, type JobKind } from "../store/job-runner.ts";
import { callJobs } from "./calls.ts";
import { actionJobs } from "./chains.ts";
import type { Parts } from "./parts.ts";
import { practiceJobs } from "./practice.ts";
import { ruleJobs } from "./rules.ts";

/** The loop that runs what is due. */
export function createRingsideJobs(parts: Parts): Loop {
  const { records, clock, metrics, log } = parts;
  return createJobRunner({
    records,
    clock,
    kinds: kindsOf(parts),
    onResult: (kind, result) => metrics.jobs.inc({ kind, result }),
    onError: (error, about) => log.error({ ...about, err: error }, "a job failed"),
  });
}

function kindsOf(parts: Parts): Record<string, JobKind> {
  return {
    ...ownershipJobs(parts),
    ...importJobs(parts),
    [assignJob]: { run: (payload) => assignLeads(payload as AssignPayload, parts) },
    [noteJob]: {
      run: (payload) => runNoteJob(payload as NotePayload, parts),
      onGivenUp: (payload) => tellNoteLost(payload as NotePayload),
    },
    ...updateJobs(parts),
    [forgetJob]: { run: (payload) => runForgetJob(payload as ForgetPayload, parts) },
    [learnJob]: { run: () => proposeWeights(parts) },
    [releaseJob]: { run: (payload) => releaseNudges(payload as { personId: string }, parts) },
    [digestJob]: { run: (payload) => sendDigest(payload as { personId: string; day: string }) },
    ...routineJobKinds(parts),
    ...duplicateJobs({ ...parts, findPairs }),
    ...actionJobs(parts),
    ...ruleJobs(parts),
    ...strategyJobs(parts),
    ...debriefJobs(parts),
    ...changedJobs(parts),
    ...firstDayJobs(parts),
    ...discoveryJobs(parts),
    ...healthJobs(parts),
    ...briefingJobs(parts),
    ...companyJobs(parts),
    ...licenceJobs(parts),
    ...crmJobs(parts),
    ...webhookJobs(parts),
    ...practiceJobs(parts),
    ...callJobs(parts),
    [drillsJob]: { run: () => lookForDrills(parts) },
    ...privacyJobs(parts),
  };
}

function importJobs(parts: Parts): Record<string, JobKind> {
  return {
    [importJob]: {
      run: (payload) => runImportJob(payload as ImportPayload, parts),
      onGivenUp: (payload) => tellImportFailed(payload as ImportPayload, parts),
      isSlow: true,
    },
  };
}

/** Schedules what an installation does by itself, whoever is there: each at most once. */
export function scheduleStanding(unit: Unit, crm: readonly CrmConnection[]): void {
  scheduleSweep(unit);
  scheduleLearning(unit);
  scheduleAsking(unit);
  scheduleRoutines(unit);
  scheduleFirstDays(unit);
  scheduleChanged(unit);
  scheduleHealth(unit);
  scheduleSlipping(unit);
  scheduleAlerts(unit);
  scheduleDrills(unit);
  schedulePolls(
    unit,
    crm.map(({ name }) => name),
  );
  scheduleRetention(unit);
}
