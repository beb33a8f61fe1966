// The jobs of updates: their words into the customer's history, and a model that reads beside us.
import type { EventLog, Unit } from "../../ports.ts";
import { runWordsJob, type WordsPayload, wordsJob } from "./confirming/keep-words.ts";
import { runSecond, type SecondPayload, secondJob } from "./second/read-along.ts";
import type { UpdateServices } from "./services.ts";

type Run = (payload: unknown) => Promise<(unit: Unit) => Promise<void>>;

/** Each kind with what it runs; a model takes its time and keeps nobody waiting. */
export function updateJobs(
  services: UpdateServices & { events: EventLog },
): Record<string, { run: Run; waitsForOthers?: boolean }> {
  return {
    [wordsJob]: { run: (payload) => runWordsJob(payload as WordsPayload, services) },
    [secondJob]: {
      run: (payload) => runSecond(payload as SecondPayload, services),
      waitsForOthers: true,
    },
  };
}
