// The job of webhooks, by kind.
import { createTurns } from "../in-turn.ts";
import type { Unit } from "../ports.ts";
import { type SendPayload, sendJob } from "./announce.ts";
import { sendMessages } from "./send-messages.ts";
import type { WebhookServices } from "./services.ts";

type Job = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>>; waitsForOthers: true };

export function webhookJobs(services: WebhookServices): Record<string, Job> {
  // One round at a time for each webhook, with what it writes down: the next then sends what is left.
  const inTurn = createTurns();
  return {
    [sendJob]: {
      run: async (payload) => {
        const sent = payload as SendPayload;
        await inTurn(sent.webhookId, () => sendMessages(sent, services));
        return async () => {};
      },
      waitsForOthers: true,
    },
  };
}
