// Wiring of rules in chat: where rules are written, and the jobs behind their cards.
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import {
  type AnnouncePayload,
  announceHoldOut,
  announceJob,
} from "../core/journey/rules-in-chat/hold-out-rule.ts";
import {
  type BacktestPayload,
  backtestJob,
  runBacktest,
  tellBacktestLost,
} from "../core/journey/rules-in-chat/preview-rule.ts";
import { reviewJob, reviewRules } from "../core/journey/rules-in-chat/review-rules.ts";
import type { RuleServices } from "../core/journey/rules-in-chat/services.ts";
import type { Library } from "../core/training/library.ts";
import { createRuleFiles } from "../sources/rules/rule-files.ts";
import type { JobKind } from "../store/job-runner.ts";

/** Where rules are written, and how long work on them lets others in between. */
export function openRules({
  dataDir,
  library,
}: {
  dataDir: string;
  /** Throws RetryLater before it was read once. */
  library: () => Library;
}): Pick<RuleServices, "ruleFiles" | "pause"> {
  const ruleFiles = createRuleFiles({
    own: join(dataDir, "playbooks", "rules"),
    talkTracks: () => talkTracksOf(library),
  });
  return { ruleFiles, pause: () => setImmediate() };
}

/** Names of talk tracks; undefined while the libraries are being read, so that none is called unknown. */
function talkTracksOf(library: () => Library): ReadonlySet<string> | undefined {
  try {
    const entries = library().playbooks.flatMap((playbook) => playbook.entries);
    return new Set(entries.map(({ id }) => id));
  } catch {
    return undefined;
  }
}

/** The jobs of rules: trying one on the history, telling the team of a hold-out, proposing to retire. */
export function ruleJobs(services: RuleServices): Record<string, JobKind> {
  return {
    [backtestJob]: {
      run: (payload) => runBacktest(payload as BacktestPayload, services),
      onGivenUp: (payload) => tellBacktestLost(payload as BacktestPayload, services),
      isSlow: true,
    },
    [announceJob]: { run: (payload) => announceHoldOut(payload as AnnouncePayload, services) },
    [reviewJob]: { run: () => reviewRules(services) },
  };
}
