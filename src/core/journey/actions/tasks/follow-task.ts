// What somebody does to a task on its platform happens to the action: ticked off it is done, and open again it is open.
import { RetryLater } from "../../../errors.ts";
import type { Reader, Unit } from "../../../ports.ts";
import { finishAction, mayReopen, reopenAction } from "../close-action.ts";
import { isPending } from "../keep-card.ts";
import type { NextAction } from "../next-action.ts";
import type { PlatformTasks, TaskNews, TaskPlace } from "./platform-tasks.ts";

/** Looks at a task that its platform says was ticked off or opened again. */
export const newsJob = "action.task.news";

/** Queues the look; a platform that tells the same twice is heard once. */
export function scheduleNews(unit: Unit, { key, place }: TaskNews): void {
  unit.schedule({ kind: newsJob, key: `${newsJob}:${key}`, payload: place });
}

/** While a change of ours is on its way, the task does not say yet what its person wants. */
const settlesInMs = 2_000;

/**
 * The job. It believes what the task says now, not what was told of it: news come late, twice, out of order, and of our
 * own changes too.
 */
export async function followTask(
  place: TaskPlace,
  { read, tasks }: { read: Reader; tasks: PlatformTasks },
): Promise<(unit: Unit) => Promise<void>> {
  const seen = await tasks.read(place);
  const known = seen && (await read.nextActions.get(seen.actionId));
  const before = known && settledRevision(known, place);
  return async (unit) => {
    const action = seen && (await unit.nextActions.get(seen.actionId));
    if (!action || before === undefined) return;
    if (settledRevision(action, place) !== before) throw notYet();
    await takeOver(unit, action, seen.isDone);
  };
}

async function takeOver(unit: Unit, action: NextAction, isDone: boolean): Promise<void> {
  const person = await unit.people.get(action.personId);
  if (!person) return;
  if (isDone && isPending(action)) await finishAction(unit, person, action);
  const isTakenBack = !isDone && action.state === "done";
  if (isTakenBack && mayReopen(unit, action)) await reopenAction(unit, person, action);
}

/** Undefined when the action has no such task (any more). */
function settledRevision({ reasons }: NextAction, { taskId }: TaskPlace): number | undefined {
  const { task } = reasons;
  if (!task) return undefined;
  if (task.revision !== task.settled) throw notYet();
  return task.place?.taskId === taskId ? task.revision : undefined;
}

const notYet = () =>
  new RetryLater("The action changed, and its task not yet.", { afterMs: settlesInMs });
