// Wiring of chains: the consumer that follows the log of touches, what it keeps between runs, and what it starts.
import { join } from "node:path";
import { identityName } from "../core/identity/consumers.ts";
import { createTurns } from "../core/in-turn.ts";
import {
  type ActionPayload,
  expireAction,
  expireJob,
  overdueJob,
  tellOverdue,
  wakeAction,
  wakeJob,
} from "../core/journey/actions/deadlines.ts";
import {
  type ActionServices,
  createActOnMatches,
} from "../core/journey/actions/starting/act-on-matches.ts";
import { followTask, newsJob } from "../core/journey/actions/tasks/follow-task.ts";
import type { PlatformTasks, TaskPlace } from "../core/journey/actions/tasks/platform-tasks.ts";
import { dropJob, type TaskPayload, taskJob } from "../core/journey/actions/tasks/put-action.ts";
import { giveUpTask, syncTask } from "../core/journey/actions/tasks/sync-task.ts";
import { addWords, wordsJob } from "../core/journey/actions/words/add-words.ts";
import { type ChainFollower, createChainFollower } from "../core/journey/live/chain-follower.ts";
import type { Store } from "../core/ports.ts";
import { createChainMemory } from "../store/chain-memory.ts";
import type { JobKind } from "../store/job-runner.ts";
import { type Consumer, defineConsumer, readPosition } from "../store/log-consumer.ts";
import type { Records } from "../store/records/records.ts";

export type Chains = { consumer: Consumer; save: ChainFollower["save"] };

/** The consumer of touches. `save` before the stores close, so that the next start reads little. */
export function openChains(
  services: ActionServices & { dataDir: string; records: Records },
): Chains {
  const follower = createChainFollower({
    ...services,
    knownTo: () => readPosition(services.records, identityName),
    memory: createChainMemory(join(services.dataDir, "chains.state")),
    onFound: createActOnMatches(services),
  });
  const { read, handle, save } = follower;
  return { consumer: defineConsumer({ name: "chains", read, handle }), save };
}

type JobServices = Omit<ActionServices, "read" | "events"> & { store: Store; tasks: PlatformTasks };

/** The jobs of actions: their words, coming back, being overdue, being over. */
export function actionJobs(services: JobServices): Record<string, JobKind> {
  const { store } = services;
  return {
    [wordsJob]: {
      run: (payload) => addWords(payload as ActionPayload, { ...services, read: store.read }),
    },
    [wakeJob]: { run: (payload) => wakeAction(payload as ActionPayload) },
    [overdueJob]: { run: (payload) => tellOverdue(payload as ActionPayload, services) },
    ...taskJobs(services),
    [expireJob]: { run: (payload) => expireAction(payload as ActionPayload) },
  };
}

/** The jobs of actions that stand in a platform's task list: changes of one action reach it one after another. */
function taskJobs({ store: { read }, tasks }: JobServices): Record<string, JobKind> {
  const inTurn = createTurns();
  return {
    [taskJob]: {
      run: (payload) => {
        const { actionId } = payload as TaskPayload;
        return inTurn(actionId, () => syncTask({ actionId }, { read, tasks }));
      },
      onGivenUp: (payload) => giveUpTask(payload as TaskPayload),
      waitsForOthers: true,
    },
    [dropJob]: {
      async run(payload) {
        await tasks.remove(payload as TaskPlace);
        return async () => {};
      },
      waitsForOthers: true,
    },
    [newsJob]: {
      run: (payload) => followTask(payload as TaskPlace, { read, tasks }),
      waitsForOthers: true,
    },
  };
}
