// Next actions: what a customer's behaviour calls for, and what became of it.
import {
  askUseless,
  doAction,
  markUseless,
  undoAction,
} from "../../core/journey/actions/close-action.ts";
import { listActions, showAction } from "../../core/journey/actions/my-actions.ts";
import {
  askSnooze,
  snoozeHour,
  snoozeTomorrow,
  snoozeUntil,
} from "../../core/journey/actions/snooze-action.ts";
import { addTask } from "../../core/journey/actions/tasks/add-task.ts";
import { askDraft, keepDraft } from "../../core/journey/actions/words/edit-draft.ts";
import type { Workdays } from "../../core/people/working-time.ts";
import type { Store } from "../../core/ports.ts";
import type { Area } from "./area.ts";

export type ActionAreaServices = { store: Store; workdays: Workdays };

export function actionsArea(services: ActionAreaServices) {
  return {
    intents: {
      my_actions: (person) => listActions(services, person),
    },
    actions: {
      "action.show": (ask) => showAction(ask),
      "action.done": (ask) => doAction(ask),
      "action.undo": (ask) => undoAction(ask),
      "action.snooze.hour": (ask) => snoozeHour(ask),
      "action.snooze.tomorrow": (ask) => snoozeTomorrow(services, ask),
      "action.snooze.ask": (ask) => askSnooze(ask),
      "action.snooze.submit": (answer) => snoozeUntil(answer),
      "action.useless": (ask) => askUseless(ask),
      "action.useless.submit": (answer) => markUseless(answer),
      "action.task": (ask) => addTask(ask),
      "action.draft": (ask) => askDraft(ask),
      "action.draft.submit": (answer) => keepDraft(answer),
    },
  } satisfies Area;
}
