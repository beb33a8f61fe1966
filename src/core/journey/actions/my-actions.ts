// "my actions": what is to be done for their customers, the most urgent first, each one tap away.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Reader, Store, Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { actionCard, ruleNameOf, titleOf } from "./action-card.ts";
import { type NextAction, pending } from "./next-action.ts";
import { ownAction } from "./own-action.ts";

/** Rows a phone shows without endless scrolling. */
const maxRows = 15;
/** Actions with a button of their own. */
const maxButtons = 5;

/** What this person has to do: open ones by deadline, then those they put off. */
export async function ownActions(
  read: Pick<Reader, "nextActions">,
  person: Person,
): Promise<NextAction[]> {
  const own = await read.nextActions.find({ personId: person.id, state: pending });
  return own.sort(
    (one, other) =>
      Number(one.state === "snoozed") - Number(other.state === "snoozed") ||
      whenOf(one) - whenOf(other) ||
      other.reasons.value - one.reasons.value,
  );
}

const whenOf = ({ state, dueAt, snoozedTo }: NextAction) =>
  (state === "snoozed" ? snoozedTo : dueAt) ?? Number.POSITIVE_INFINITY;

/** "my actions": a card of what is theirs to do. */
export async function listActions({ store }: { store: Store }, person: Person): Promise<Effect> {
  const own = await ownActions(store.read, person);
  return async (unit) => {
    unit.post({ to: person.id, card: listCard(unit, person, own) });
    return {};
  };
}

/** An action chosen from a list, as a message of its own; what happens to it happens to its first card too. */
export function showAction({ person, params }: Ask): Effect {
  return async (unit) => {
    const action = await ownAction(unit, person, params.actionId);
    const key = `show:action:${action.id}:${unit.newId("message")}`;
    unit.post({ to: person.id, card: actionCard(unit, person, { action, key }) });
    return {};
  };
}

function listCard(unit: Unit, person: Person, own: NextAction[]): Card {
  const reading = readingOf(person);
  const { actions } = reading.texts;
  const key = `my_actions:${person.id}:${unit.newId("message")}`;
  const show = own.slice(0, maxButtons).map(
    ({ id }, index): Action => ({
      id: `action.show.${index + 1}`,
      label: actions.buttons.show({ number: index + 1 }),
      ref: unit.arm({
        ...{ action: "action.show", params: { actionId: id } },
        ...{ personId: person.id, cardKey: key },
      }),
    }),
  );
  const blocks: Block[] =
    own.length > 0
      ? [...tableOf(own, unit.now, reading), { t: "actions", actions: show }]
      : [sentence(actions.none)];
  return { key, title: actions.mine, tone: "info", summary: actions.mine, blocks };
}

function tableOf(own: NextAction[], now: number, reading: Reading): Block[] {
  const { actions } = reading.texts;
  const rows = own
    .slice(0, maxRows)
    .map((action, index): Inline[][] => [
      [text(`${index + 1}  ${titleOf(action, reading)}`)],
      [dateInline(whenOf(action), "both", reading.format)],
      [text(ruleNameOf(action, reading))],
    ]);
  const { action, by, why } = actions.columns;
  const rest = own.length - rows.length;
  const count = own.filter(({ state }) => state === "open").length;
  const waiting = actions.waiting({ count, late: lateOf(own, now), later: own.length - count });
  return [
    sentence(waiting),
    { t: "table", columns: [action, by, why], rows },
    ...(rest > 0 ? [note(actions.more({ count: rest }))] : []),
  ];
}

/** How many of these are past their deadline. */
function lateOf(own: readonly NextAction[], now: number): number {
  return own.filter(({ state, dueAt }) => state === "open" && dueAt !== null && dueAt < now).length;
}
