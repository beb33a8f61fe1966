// "Add to my tasks": the action also stands in the task list of the platform its person works in.
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { isPending, keepAction } from "../keep-card.ts";
import { ownAction } from "../own-action.ts";
import { withTask } from "./put-action.ts";

/** Pressed twice, it is added once. The job that adds it says so where it cannot (sync-task.ts). */
export function addTask({ person, params }: Ask): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    if (action.reasons.task) return { toast: actions.task.there };
    const asked = withTask(action, { askedAt: unit.now, revision: 0, settled: 0 });
    return { toast: actions.task.asked, card: await keepAction(unit, person, asked) };
  };
}
