// The jobs that keep a CRM and Ringside the same, by kind.
import { createTurns } from "../../in-turn.ts";
import type { Unit } from "../../ports.ts";
import { pollChanges, pollJob } from "./coming-in/poll-changes.ts";
import { type SendPayload, sendJob } from "./going-out/queue-writes.ts";
import { sendWrites } from "./going-out/send-writes.ts";
import type { CrmServices } from "./services.ts";

type Job = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>>; waitsForOthers: true };

export function crmJobs(services: CrmServices): Record<string, Job> {
  // One at a time for each CRM: who comes second looks after the first has written, and finds it there.
  const inTurn = createTurns();
  return {
    [sendJob]: {
      run: (payload) => {
        const sent = payload as SendPayload;
        return inTurn(sent.connector, () => sendWrites(sent, services));
      },
      waitsForOthers: true,
    },
    [pollJob]: {
      run: (payload) => pollChanges(payload as SendPayload, services),
      waitsForOthers: true,
    },
  };
}
