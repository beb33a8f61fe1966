// The jobs of strategies, by kind.
import type { Unit } from "../../ports.ts";
import { type RetestPayload, retest, retestJob } from "../adoption/retest.ts";
import type { StrategyServices } from "../services.ts";
import { type DigestPayload, digestJob, sendDigest } from "../spread/weekly-digest.ts";
import {
  type AskPayload,
  askJob,
  askManager,
  planWeek,
  remindJob,
  remindManager,
  weekJob,
} from "./ask-week.ts";
import { runTest, type TestPayload, tellTestLost, testJob } from "./run-test.ts";

type Run = (payload: unknown) => Promise<(unit: Unit) => Promise<void>>;
type Kind = { run: Run; onGivenUp?: Run; isSlow?: boolean };

/** Asking, reminding and testing. */
export function strategyJobs(services: StrategyServices): Record<string, Kind> {
  return {
    [weekJob]: { run: (payload) => planWeek(payload as { runAt: number }, services) },
    [askJob]: { run: (payload) => askManager(payload as AskPayload, services), isSlow: true },
    [retestJob]: { run: (payload) => retest(payload as RetestPayload, services), isSlow: true },
    [digestJob]: { run: (payload) => sendDigest(payload as DigestPayload, services) },
    [remindJob]: { run: (payload) => remindManager(payload as AskPayload, services) },
    [testJob]: {
      run: (payload) => runTest(payload as TestPayload, services),
      onGivenUp: (payload) => tellTestLost(payload as TestPayload, services),
      isSlow: true,
    },
  };
}
