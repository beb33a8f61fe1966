// What to ask next, as buttons: the same question, turned one way.
import type { CallbackAction } from "../card.ts";
import { localTime } from "../people/working-time.ts";
import type { Unit } from "../ports.ts";
import type { Reading } from "../text/format.ts";
import type { AnswerView } from "./answer-card.ts";
import { metrics } from "./metrics.ts";
import { periodBefore } from "./periods.ts";
import { canSplit, type Query } from "./query.ts";

type Name = keyof Reading["texts"]["ask"]["buttons"];

/** By person, by month, the period before, compared with it; whichever say something. */
export function followUps(unit: Unit, view: AnswerView, reading: Reading): CallbackAction[] {
  const { person, answer, key } = view;
  const { buttons } = reading.texts.ask;
  const today = localTime(unit.now, person.timeZone).day;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const turned = turnedQueries(answer.query, { isManager: person.role === "manager", today });
  return [
    ...turned.map(([name, query]) => ({
      id: `ask.${name}`,
      label: buttons[name],
      ref: arm("ask.query", { query: JSON.stringify(query) }),
    })),
    { id: "ask.again", label: buttons.again, ref: arm("ask.guide", {}) },
  ];
}

function turnedQueries(
  query: Query,
  { isManager, today }: { isManager: boolean; today: string },
): [Name, Query][] {
  const { metric, by, period, compare } = query;
  const whole = { order: null, top: null };
  const turned: [Name, Query][] = [];
  if (isManager && by !== "person" && canSplit(metric, "person")) {
    turned.push(["person", { ...query, ...whole, by: "person" }]);
  }
  if (metrics[metric].hasTime && by !== "month") {
    turned.push(["month", { ...query, ...whole, by: "month" }]);
  }
  if (period) {
    turned.push(["before", { ...query, period: periodBefore(period, today), compare: false }]);
    if (!compare) turned.push(["compare", { ...query, compare: true }]);
  }
  return turned;
}
