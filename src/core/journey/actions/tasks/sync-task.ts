// Brings the task of an action up to the action: put there, moved, ticked off, taken away. It compares and never counts,
// so that it may run again, late, or in place of another.
import { sentence } from "../../../blocks.ts";
import type { Card } from "../../../card.ts";
import { Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import type { Reader, Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { ruleNameOf, titleOf } from "../action-card.ts";
import { showAction } from "../keep-card.ts";
import { withoutSecrets } from "../lock-screen.ts";
import type { ActionTask, NextAction } from "../next-action.ts";
import type { PlatformTasks, TaskContent, TaskPlace } from "./platform-tasks.ts";
import { type TaskPayload, withTask } from "./put-action.ts";

type Services = { read: Reader; tasks: PlatformTasks };
type Write = (unit: Unit) => Promise<void>;
const nothing: Write = async () => {};

/** The job. The platform answers outside the transaction; what it said is written down for the change it was asked for. */
export async function syncTask(
  { actionId }: TaskPayload,
  { read, tasks }: Services,
): Promise<Write> {
  const action = await read.nextActions.get(actionId);
  const person = action && (await read.people.get(action.personId));
  const task = action?.reasons.task;
  if (!person || !task || task.settled === task.revision) return nothing;
  try {
    const place = await bring(action, person, { task, tasks });
    return (unit) => settle(unit, actionId, { task, place });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return (unit) => giveUp(unit, actionId, error);
  }
}

/** The job failed every time and is given up: its person is told, and the button is back. */
export async function giveUpTask({ actionId }: TaskPayload): Promise<Write> {
  return (unit) => giveUp(unit, actionId);
}

type Bringing = { task: ActionTask; tasks: PlatformTasks };

/** Undefined once there is no task any more: nobody is to do it, or its person took it away. */
async function bring(
  action: NextAction,
  person: Person,
  { task, tasks }: Bringing,
): Promise<TaskPlace | undefined> {
  const content = contentOf(action, readingOf(person));
  const place =
    task.place ?? (await tasks.add(person.id, content, `task:${action.id}:${task.askedAt}`));
  if (action.state === "useless" || action.state === "expired") {
    await tasks.remove(place);
    return undefined;
  }
  // What was asked for once more may stand there as it was asked for first.
  const isNew = !task.place && task.revision === 1;
  return isNew || (await tasks.change(place, content)) ? place : undefined;
}

function contentOf(action: NextAction, reading: Reading): TaskContent {
  return {
    actionId: action.id,
    title: titleOf(action, reading),
    why: ruleNameOf(action, reading),
    dueAt: action.state === "snoozed" ? action.snoozedTo : action.dueAt,
    isDone: action.state === "done",
  };
}

type Settled = { task: ActionTask; place: TaskPlace | undefined };

/** What changed meanwhile has a job of its own; where the task stands is known from now on. */
async function settle(unit: Unit, actionId: string, { task, place }: Settled): Promise<void> {
  const action = await unit.nextActions.get(actionId);
  const now = action?.reasons.task;
  if (!action || now?.askedAt !== task.askedAt) return;
  const settled = place && { ...now, place, settled: task.revision };
  await showTask(unit, withTask(action, settled));
}

async function giveUp(unit: Unit, actionId: string, error?: Refused): Promise<void> {
  const action = await unit.nextActions.get(actionId);
  const person = action && (await unit.people.get(action.personId));
  if (!action || !person) return;
  await showTask(unit, withTask(action, undefined));
  unit.post({ to: person.id, card: failedCard(action, readingOf(person), error) });
}

async function showTask(unit: Unit, action: NextAction): Promise<void> {
  await unit.nextActions.put(action);
  const person = await unit.people.get(action.personId);
  if (person) await showAction(unit, person, action);
}

function failedCard(action: NextAction, reading: Reading, error?: Refused): Card {
  const { failed } = reading.texts.actions.task;
  const title = failed.title({ what: titleOf(action, reading) });
  const say = failed.why[error?.code ?? ""] ?? failed.otherwise;
  return {
    ...{ key: `task:${action.id}`, title, tone: "warn", summary: withoutSecrets(title) },
    blocks: [sentence(say(error?.params ?? {}))],
  };
}
