// A question that cannot be answered: why, in one sentence, and the nearest that can be, each a press away.
import { type Block, type CallbackAction, type Card, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { likeness } from "../text/likeness.ts";
import { metricIds, metrics } from "./metrics.ts";
import type { Reach } from "./reach.ts";
import type { Problem } from "./reading/pieces.ts";

/** What went wrong after the reading: in the counting, or with the question's size. */
export type Trouble =
  | Problem
  | { code: "future" | "tooMany" | "slow" | "tooLong" }
  | { code: "tooManyRows"; max: number };

/** `reach`: absent where it was not looked at. */
type ProblemView = { person: Person; trouble: Trouble; question: string; reach?: Reach };

/** Longest question, in characters. */
export const mostQuestion = 500;
const nearestShown = 3;

/** The card. */
export function problemCard(unit: Unit, view: ProblemView): Card {
  const { person, trouble } = view;
  const reading = readingOf(person);
  const { ask } = reading.texts;
  const key = `ask:${unit.newId("message")}`;
  const choices = choiceButtons(unit, { ...view, key }, reading);
  const nearest = askButtons(unit, { person, key, questions: nearestTo(view.question, reading) });
  const blocks: Block[] =
    choices.length > 0
      ? [{ t: "actions", actions: choices }]
      : [
          { t: "context", text: [text(ask.unknown.nearest)] },
          {
            t: "actions",
            actions: [
              ...nearest,
              {
                id: "ask.again",
                label: ask.buttons.again,
                ref: unit.arm({
                  action: "ask.guide",
                  params: {},
                  personId: person.id,
                  cardKey: key,
                }),
              },
            ],
          },
        ];
  return {
    ...{ key, title: ask.unknown.title, tone: "info", summary: ask.unknown.title },
    blocks: [{ t: "text", text: [text(sayTrouble(trouble, reading))] }, ...blocks],
  };
}

/** Why, in one sentence. */
export function sayTrouble(trouble: Trouble, { texts: { ask }, format }: Reading): string {
  const { unknown } = ask;
  if (trouble.code === "not_understood") {
    return unknown.notUnderstood({ words: trouble.words.slice(0, 80) });
  }
  if (trouble.code === "tooManyRows") {
    return unknown.tooManyRows({ max: format.number(trouble.max) });
  }
  if (trouble.code === "ambiguous") return unknown.ambiguous({ name: trouble.name });
  if (trouble.code === "no_dimension") {
    const { metric, dimension } = trouble;
    const known = metrics[metric].by.map((one) => ask.dimensions[one] ?? one).join(" · ");
    return unknown.noDimension({
      ...{ metric: ask.metrics[metric]?.name ?? metric, known },
      dimension: ask.dimensions[dimension] ?? dimension,
    });
  }
  const sentences = {
    no_metric: unknown.noMetric,
    two_dimensions: unknown.twoDimensions,
    other_period: unknown.otherPeriod,
    order_alone: unknown.orderAlone,
    future: ask.future,
    tooMany: unknown.tooMany,
    slow: unknown.slow,
    tooLong: unknown.tooLong({ max: mostQuestion }),
  };
  return sentences[trouble.code];
}

/** What can be counted, in one line, for where there are no buttons. */
export function sayAskable({ texts: { ask } }: Reading): string {
  const names = metricIds.map((id) => ask.metrics[id]?.name ?? id);
  return `${ask.guide.metrics}: ${names.join(" · ")}`;
}

/** Metrics nearest to the question by their looks, as questions. */
function nearestTo(question: string, { texts: { ask } }: Reading): string[] {
  const said = question.slice(0, mostQuestion);
  return metricIds
    .map((id) => ask.example({ metric: ask.metrics[id]?.name ?? id }))
    .map((example) => ({ example, likeness: likeness(said, example) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, nearestShown)
    .map(({ example }) => example);
}

/** Questions as buttons that ask them. */
export function askButtons(
  unit: Unit,
  { person, key, questions }: { person: Person; key: string; questions: readonly string[] },
): CallbackAction[] {
  return questions.map((question, index) => ({
    id: `ask.question.${index}`,
    label: question,
    ref: unit.arm({
      ...{ action: "ask.question", params: { text: question } },
      ...{ personId: person.id, cardKey: key },
    }),
  }));
}

/** Of several people called the same, each with their team. */
function choiceButtons(
  unit: Unit,
  { person, trouble, reach, key }: ProblemView & { key: string },
  { texts: { ask } }: Reading,
): CallbackAction[] {
  if (trouble.code !== "ambiguous") return [];
  const { query, choices } = trouble;
  return choices.map(({ dimension, value }, index) => {
    const others = query.where.filter((filter) => filter.dimension !== dimension);
    const where = [...others, { dimension, values: [value] }];
    const name = reach?.names.get(value) ?? value;
    const teamId = reach?.scope.find(({ id }) => id === value)?.teamId;
    const team = (teamId && reach?.names.get(teamId)) || ask.notKnown;
    return {
      id: `ask.choice.${index}`,
      label: ask.unknown.choice({ name, team }),
      ref: unit.arm({
        ...{ action: "ask.query", params: { query: JSON.stringify({ ...query, where }) } },
        ...{ personId: person.id, cardKey: key },
      }),
    };
  });
}
