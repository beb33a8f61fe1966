// Stores an action. Where its person has it in their platform's task list, a job brings the task after it.
import type { Unit } from "../../../ports.ts";
import type { NextAction } from "../next-action.ts";

/** Brings an action's task up to the action. */
export const taskJob = "action.task";
/** Takes away the task of an action that is no more. */
export const dropJob = "action.task.drop";

/** Each such job looks at the action as it is by then, whichever change it was queued for. */
export type TaskPayload = { actionId: string };

/** Stores an action, and queues what that means for its task; returns it as stored. */
export async function putAction(unit: Unit, action: NextAction): Promise<NextAction> {
  const { task } = action.reasons;
  const stored = task ? withTask(action, { ...task, revision: task.revision + 1 }) : action;
  await unit.nextActions.put(stored);
  if (task) scheduleTask(unit, stored);
  return stored;
}

/** Takes an action out as if it had never been, and its task with it. */
export async function removeAction(unit: Unit, { id, reasons }: NextAction): Promise<void> {
  await unit.nextActions.remove(id);
  const { place } = reasons.task ?? {};
  if (place) unit.schedule({ kind: dropJob, key: `${dropJob}:${place.taskId}`, payload: place });
}

/** The same action with this much known of its task. */
export function withTask(action: NextAction, task: NextAction["reasons"]["task"]): NextAction {
  return { ...action, reasons: { ...action.reasons, task } };
}

function scheduleTask(unit: Unit, { id, reasons }: NextAction): void {
  const payload: TaskPayload = { actionId: id };
  const key = `${taskJob}:${id}:${reasons.task?.askedAt}:${reasons.task?.revision}`;
  unit.schedule({ kind: taskJob, key, payload });
}
