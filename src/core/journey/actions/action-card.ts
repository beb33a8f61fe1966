// The card of a next action: what, by when, why, and what to say. Drawn from the action alone, so that it can always be
// drawn again.
import { heading, note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, strong, type Tone, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { withoutSecrets } from "./lock-screen.ts";
import { actionKey, type Evidence, type NextAction } from "./next-action.ts";
import { draftOf } from "./words/draft.ts";

/** Touches shown at once; earlier ones are folded away. */
const shownTouches = 5;

/** How long a "done" can be taken back. */
export const undoMs = 600_000;

type View = { action: NextAction; person: Person; reading: Reading; key: string };

/** `key`: of the message it is shown in; by default the action's own. */
export function actionCard(
  unit: Pick<Unit, "arm" | "now">,
  person: Person,
  { action, key = actionKey(action) }: { action: NextAction; key?: string },
): Card {
  const reading = readingOf(person);
  const view = { action, person, reading, key };
  const title = titleOf(action, reading);
  const isOpen = action.state === "open" || action.state === "snoozed";
  return {
    key,
    title,
    subtitle: subtitleOf(action, reading),
    tone: toneOf(action, unit.now),
    summary: lockScreenOf(action, reading),
    blocks: [
      ...stateBlocks(view),
      ...(isOpen ? [...standBlocks(view), ...taskBlocks(view)] : []),
      ...whyBlocks(view),
      ...(isOpen ? lineBlocks(view) : []),
      ...buttonBlocks(isOpen ? openButtons(unit, view) : closedButtons(unit, view)),
      ...moreBlocks(view),
    ],
  };
}

/** "Call Chen Jing · Huaxin Precision". */
export function titleOf({ action, reasons }: NextAction, { texts }: Reading): string {
  const { actions } = texts;
  const { customer } = reasons;
  const name = actions.names[action];
  return name ? name({ customer }) : actions.otherName({ action, customer });
}

/** What the rule is called, in the reader's language where it has a name there. */
export function ruleNameOf({ reasons }: NextAction, { language }: Reading): string {
  const { ruleName, ruleId } = reasons;
  return ruleName[language] ?? ruleName.en ?? ruleName.zh ?? ruleId;
}

function lockScreenOf(action: NextAction, reading: Reading): string {
  const { actions } = reading.texts;
  const by = action.dueAt === null ? "" : momentOf(action.dueAt, reading);
  const why = withoutSecrets(ruleNameOf(action, reading));
  return actions.summary({ what: withoutSecrets(titleOf(action, reading)), why, by });
}

const momentOf = (at: number, { format }: Reading) => `${format.day(at)} ${format.time(at)}`;

function subtitleOf(action: NextAction, reading: Reading): string {
  const { states } = reading.texts.actions;
  const rule = ruleNameOf(action, reading);
  return action.state === "open" ? rule : `${states[action.state]} · ${rule}`;
}

function toneOf({ state, dueAt }: NextAction, now: number): Tone {
  if (state === "done") return "good";
  if (state !== "open") return "info";
  return dueAt !== null && dueAt < now ? "warn" : "info";
}

function stateBlocks({ action, reading }: View): Block[] {
  const { actions } = reading.texts;
  const { state, dueAt, snoozedTo, closedAt, reasons } = action;
  if (state === "snoozed" && snoozedTo !== null) return [dated(actions.until, snoozedTo, reading)];
  if (state === "open" && dueAt !== null) return [dated(actions.by, dueAt, reading)];
  const why = reasons.useless ? actions.uselessReasons[reasons.useless.reason] : undefined;
  const over = reasons.expired ? actions.expired[reasons.expired] : undefined;
  const said = [why, reasons.useless?.note, over].filter((each) => each);
  const closed = closedAt === null ? [] : [dated(actions.closed, closedAt, reading)];
  return [...closed, ...said.map((words): Block => note(words ?? ""))];
}

function dated(label: string, at: number, { format }: Reading): Block {
  return { t: "fields", items: [{ label, value: [dateInline(at, "both", format)] }] };
}

/** Why it came to this person, where the customer is not theirs. */
function standBlocks({ action, reading }: View): Block[] {
  const { stand, ownerName = "" } = action.reasons;
  return stand ? [note(reading.texts.actions.stands[stand]({ name: ownerName }))] : [];
}

/** That it stands in their platform's tasks too, once it does. */
function taskBlocks({ action, reading }: View): Block[] {
  return action.reasons.task?.place ? [note(reading.texts.actions.task.stands)] : [];
}

function whyBlocks({ action, reading }: View): Block[] {
  const { evidence } = action.reasons;
  const shown = evidence.slice(-shownTouches);
  if (shown.length === 0) return [];
  return [heading(reading.texts.actions.why), ...shown.map((touch) => touchLine(touch, reading))];
}

function touchLine({ type, at, source, props }: Evidence, { texts, format }: Reading): Block {
  const { actions } = texts;
  const say = actions.touches[type];
  const what = say ? say(props) : actions.otherTouch({ type });
  const by = actions.sources[source] ?? source;
  return { t: "text", text: [dateInline(at, "both", format), text(`  ${what} · ${by}`)] };
}

function lineBlocks({ action, reading }: View): Block[] {
  const { lines } = action.reasons;
  const { actions } = reading.texts;
  if (lines.length === 0) return [];
  return [
    heading(actions.say),
    ...lines.flatMap(({ say, when }, index): Block[] => [
      { t: "text", text: [strong(`${index + 1}  `), text(say)] },
      note(actions.sayWhen({ when })),
    ]),
  ];
}

function moreBlocks({ action, person, reading }: View): Block[] {
  const { actions } = reading.texts;
  const { evidence } = action.reasons;
  const draft = draftOf(action, person, reading);
  const blocks: Block[] = [];
  if (action.state === "open" || action.state === "snoozed") {
    const words = draft.split("\n").filter((line) => line.trim() !== "");
    blocks.push({
      t: "more",
      title: actions.draft.title,
      blocks: words.map((line): Block => sentence(line)),
    });
  }
  const earlier = evidence.slice(0, -shownTouches);
  if (earlier.length > 0) {
    const title = actions.earlier({ count: earlier.length });
    blocks.push({ t: "more", title, blocks: earlier.map((touch) => touchLine(touch, reading)) });
  }
  return blocks;
}

function openButtons(unit: Pick<Unit, "arm">, view: View): Action[] {
  const { texts } = view.reading;
  const { buttons, askCustomer } = texts.actions;
  const { customer } = view.action.reasons;
  const ask = { action: "ask", params: { text: askCustomer({ customer }) } };
  return [
    { ...button(unit, view, { id: "action.done", label: buttons.done }), style: "primary" },
    ...callButton(unit, view),
    button(unit, view, { id: "action.snooze.hour", label: buttons.hour }),
    button(unit, view, { id: "action.snooze.tomorrow", label: buttons.tomorrow }),
    button(unit, view, { id: "action.snooze.ask", label: buttons.pick }),
    button(unit, view, { id: "action.draft", label: buttons.draft }),
    button(unit, view, { id: "action.useless", label: buttons.useless }),
    ...taskButton(unit, view),
    {
      id: "action.customer",
      label: buttons.customer,
      ref: unit.arm({ ...ask, personId: view.person.id, cardKey: view.key }),
    },
  ];
}

/** A call no system reports is told of on the card this brings (pipeline/updates/talks/ask-call.ts). */
function callButton(unit: Pick<Unit, "arm">, view: View): Action[] {
  const { action, dealId, accountId } = view.action;
  if (action !== "call" || (dealId === null && accountId === null)) return [];
  return [button(unit, view, { id: "update.call", label: view.reading.texts.updates.call })];
}

/** Where their platform keeps tasks for them; elsewhere the button is left out on its way (src/chat/offers.ts). */
function taskButton(unit: Pick<Unit, "arm">, view: View): Action[] {
  if (view.action.reasons.task) return [];
  const { task } = view.reading.texts.actions;
  return [{ ...button(unit, view, { id: "action.task", label: task.add }), needs: "tasks" }];
}

/** What is done can be taken back for a while; the button stays, and says so when it is too late. */
function closedButtons(unit: Pick<Unit, "arm">, view: View): Action[] {
  const { buttons } = view.reading.texts.actions;
  const { state } = view.action;
  if (state !== "done" && state !== "useless") return [];
  return [button(unit, view, { id: "action.undo", label: buttons.undo })];
}

const buttonBlocks = (actions: Action[]): Block[] =>
  actions.length > 0 ? [{ t: "actions", actions }] : [];

function button(
  unit: Pick<Unit, "arm">,
  { action, person, key }: View,
  { id, label }: { id: string; label: string },
): Extract<Action, { ref: string }> {
  const params = { actionId: action.id };
  return { id, label, ref: unit.arm({ action: id, params, personId: person.id, cardKey: key }) };
}
