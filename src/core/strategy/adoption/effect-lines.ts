// What a strategy changed since it was switched on, in sentences.
import type { Lift } from "../../journey/rules-in-chat/rule-use.ts";
import type { Reader } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import type { LaterEffect, Strategy } from "../stored.ts";
import { hasFigures, judge } from "../testing/judge.ts";

const percent = (share: number): number => Math.round(share * 1000) / 10;

/** The line, and what it means; nothing where nobody looked yet. */
export function laterLines(
  { claim }: Pick<Strategy, "claim">,
  later: LaterEffect | undefined,
  { texts, format }: Reading,
): string[] {
  const { later: words } = texts.strategyUse;
  if (!claim || !later) return [];
  const { tested } = later.method;
  const since = format.day(later.since);
  if (!tested.estimate || !hasFigures(judge(claim, tested))) {
    return [words.early({ since, deals: tested.matched })];
  }
  const { value, low, high } = tested.estimate.difference;
  const said = (share: number) => format.number(percent(share));
  const figures = { difference: said(value), low: said(low), high: said(high) };
  return [
    words.line({ since, ...figures, deals: tested.matched }),
    words.codes[later.code] ?? "",
    words.same,
  ];
}

/** What the rule's hold-out says, which is drawn by lot. */
export function liftLine(lift: Lift | undefined, { texts, format }: Reading): string[] {
  const { later: words } = texts.strategyUse;
  if (!lift) return [];
  const { acted, held, difference } = lift;
  if (!difference) return [words.liftEarly({ acted, held })];
  const said = (share: number) => format.number(percent(share));
  const { value, low, high } = difference;
  return [words.lift({ acted, held, difference: said(value), low: said(low), high: said(high) })];
}

/** The last look at what a strategy changed since it was switched on. */
export async function latestEffect(
  read: Pick<Reader, "laterEffects">,
  strategyId: string,
): Promise<LaterEffect | undefined> {
  const [latest] = await read.laterEffects.find(
    { strategyId },
    { order: { by: "at", descending: true }, limit: 1 },
  );
  return latest;
}
