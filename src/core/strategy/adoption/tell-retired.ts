// Those who used a strategy hear that it was retired, with its author's note.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { sayAction } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import type { Adoption, Strategy } from "../stored.ts";

/** A line of the digest unless there is room: nothing has to be done. */
const tellValue = 0.2;

type Retired = { strategy: Strategy; by: Person; adoptions: readonly Adoption[]; note: string };

/** Tells each once; whoever retired it knows. */
export async function tellRetired(
  unit: Unit,
  { workdays }: Pick<StrategyServices, "workdays">,
  { strategy, by, adoptions, note }: Retired,
): Promise<void> {
  const ids = new Set(adoptions.flatMap(({ personId }) => personId ?? []));
  ids.delete(by.id);
  const names = { rules: await ruleNames(strategy), teams: new Map<string, string>() };
  for (const person of await unit.people.find({ id: [...ids], active: true })) {
    const reading = readingOf(person);
    const { ending } = reading.texts.strategyUse;
    const action = strategy.claim ? sayAction(strategy.claim, names, reading) : "";
    const title = ending.told({ action, name: by.name });
    const lines = [ending.toldBody, ...(note ? [ending.note2({ words: note })] : [])];
    const card: Card = {
      ...{ key: `strategy_retired:${strategy.id}:${person.id}`, title, tone: "info" },
      summary: reading.texts.strategy.board.title,
      blocks: lines.map(sentence),
    };
    await offerNudge(unit, workdays, { person, kind: "strategy", value: tellValue, card });
  }
}

/** A rule is called by its id here: its name is in files that a transaction does not read. */
async function ruleNames({ claim }: Strategy): Promise<Map<string, string>> {
  return new Map(claim?.action.kind === "rule" ? [[claim.action.ruleId, claim.action.ruleId]] : []);
}
