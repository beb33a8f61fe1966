// Done, not useful, and taking either back for ten minutes.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { actionEvent } from "../../webhooks/action-events.ts";
import { announce } from "../../webhooks/announce.ts";
import { undoMs } from "./action-card.ts";
import { scheduleDeadline } from "./deadlines.ts";
import { isPending, keepAction } from "./keep-card.ts";
import { actionKey, type NextAction, type UselessReason, uselessReasons } from "./next-action.ts";
import { ownAction } from "./own-action.ts";

/** Pressed twice, it is done once. */
export function doAction({ person, params }: Ask): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) {
      return { toast: actions.closedBefore, card: await keepAction(unit, person, action) };
    }
    return { toast: actions.doneToast, card: await finishAction(unit, person, action) };
  };
}

/** An action that is still to be done is done; returns its card. */
export async function finishAction(unit: Unit, person: Person, action: NextAction): Promise<Card> {
  const done = { ...action, state: "done" as const, snoozedTo: null, closedAt: unit.now };
  await announce(unit, [actionEvent("action.done", done)]);
  return keepAction(unit, person, done);
}

/** What was done or not useful is open again, for as long as it is fresh. */
export function undoAction({ person, params }: Ask): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    const isClosed = action.state === "done" || action.state === "useless";
    if (!isClosed) return { toast: actions.undone, card: await keepAction(unit, person, action) };
    if (!mayReopen(unit, action)) return { toast: actions.tooLate };
    return { toast: actions.undone, card: await reopenAction(unit, person, action) };
  };
}

/** Whether what was closed is fresh enough to be taken back. */
export function mayReopen({ now }: Pick<Unit, "now">, { closedAt }: NextAction): boolean {
  return now - (closedAt ?? 0) <= undoMs;
}

/** An action that was done or not useful is to be done again; returns its card. */
export async function reopenAction(unit: Unit, person: Person, action: NextAction): Promise<Card> {
  const { useless: _, ...reasons } = action.reasons;
  const open = { ...action, reasons, state: "open" as const, closedAt: null };
  scheduleDeadline(unit, open);
  return keepAction(unit, person, open);
}

/** Asks why: rules are judged by the answers. */
export function askUseless({ person, params }: Ask): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const title = actions.useless.title({ customer: action.reasons.customer });
    const options = uselessReasons.map((value) => ({
      ...{ value, label: actions.uselessReasons[value] ?? value },
    }));
    const ref = unit.arm({
      ...{ action: "action.useless.submit", params: { actionId: action.id } },
      ...{ personId: person.id, cardKey: params.cardKey ?? actionKey(action) },
    });
    const submit = { id: "action.useless.submit", label: actions.useless.submit, ref };
    const card: Card = {
      ...{ key: `useless:${action.id}`, title, tone: "info", summary: actions.useless.submit },
      blocks: [
        {
          t: "form",
          id: "useless",
          fields: [
            { kind: "select", name: "reason", label: actions.useless.why, required: true, options },
            { kind: "multiline", name: "note", label: actions.useless.note },
          ],
          submit: { ...submit, style: "danger" },
        },
      ],
    };
    return { open: card };
  };
}

const longestNote = 500;

/** "Not useful", with its reason: the action closes. */
export function markUseless({ person, params, values }: Answer): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const reason = uselessReasons.find((each) => each === textOf(values, "reason"));
    if (!reason) return { errors: { reason: actions.useless.why } };
    const useless: { reason: UselessReason; note: string } = {
      reason,
      note: textOf(values, "note").slice(0, longestNote),
    };
    const closed = {
      ...action,
      ...{ state: "useless" as const, reasons: { ...action.reasons, useless } },
      ...{ snoozedTo: null, closedAt: unit.now },
    };
    return { toast: actions.useless.toast, card: await keepAction(unit, person, closed) };
  };
}
