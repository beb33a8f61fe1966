// "How it was counted": the statements as they were run, with what stood in the place of every parameter.
import { note } from "../blocks.ts";
import type { Block } from "../card.ts";
import type { Reading } from "../text/format.ts";
import type { AnswerView } from "./answer-card.ts";
import { metrics } from "./metrics.ts";

/** Characters of a statement or parameter that fit a message everywhere. */
const mostCharacters = 2_400;

/** A folded block. */
export function methodBlock({ answer, people }: AnswerView, reading: Reading): Block {
  const { method } = reading.texts.ask;
  const { kind } = metrics[answer.query.metric];
  const intervals = { rate: method.rate, median: method.median, mean: method.mean };
  const interval = kind in intervals ? intervals[kind as keyof typeof intervals] : undefined;
  const given = answer.sql.flatMap(({ parameters }) => Object.entries(parameters));
  const seen = new Map(given.map(([name, value]) => [`${name} ${value}`, { name, value }]));
  const lines = [...seen.values()].map(({ name, value }) => {
    const isPeople = name === "scope" || name === "people";
    return method.given({ name, value: isPeople ? method.people({ count: people }) : `${value}` });
  });
  const takesRows = answer.sql.some(({ text: sql }) => sql.includes(":rows"));
  if (takesRows) lines.push(method.given({ name: "rows", value: method.rows }));
  return {
    ...{ t: "more", title: method.title },
    blocks: [
      ...(interval ? [note(interval)] : []),
      ...answer.sql.map(
        ({ text: sql }): Block => ({
          t: "text",
          text: [{ t: "code", text: sql.slice(0, mostCharacters) }],
        }),
      ),
      ...(lines.length > 0 ? [note(lines.join("\n").slice(0, mostCharacters))] : []),
      note(method.reach),
    ],
  };
}
