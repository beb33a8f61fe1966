// A verdict: three words at most and one picture; how it was tested is one tap away.
import { note, sentence as say } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { laterLines } from "../adoption/effect-lines.ts";
import { sayAction, sayClaim } from "../say-claim.ts";
import type { LaterEffect, StoredVerdict, Strategy } from "../stored.ts";
import type { Estimate } from "../testing/estimate.ts";
import { hasFigures } from "../testing/judge.ts";
import { howLines } from "./how-lines.ts";
import type { Words } from "./vocabulary.ts";

/** A verdict, for whoever reads it. */
export type Shown = {
  strategy: Strategy;
  verdict: StoredVerdict;
  reader: Person;
  author: Person;
  words: Words;
  later?: LaterEffect | undefined;
};

const tones = { supported: "good", not_supported: "warn", not_enough_data: "info" } as const;

/** The author's own card keeps its key, so that a verdict computed anew takes the old one's place. */
export function verdictCard(unit: Unit, shown: Shown): Card {
  const { strategy, verdict, reader, author, words } = shown;
  const reading = readingOf(reader);
  const { verdict: texts, readBack } = reading.texts.strategy;
  const { claim } = strategy;
  const isOwn = reader.id === author.id;
  const key = isOwn ? `strategy_verdict:${strategy.id}` : `strategy:${unit.newId("message")}`;
  const action = claim ? sayAction(claim, words.names, reading) : "";
  const title = texts.title({ verdict: texts[verdict.code], action });
  const out = strategy.state === "published" || strategy.state === "retired";
  const saidBy = isOwn ? readBack.why : readBack.theirs;
  const status = out ? texts.published({ name: author.name }) : texts.private;
  return {
    ...{ key, title, tone: tones[verdict.code], summary: reading.texts.strategy.board.title },
    blocks: [
      ...(claim ? [say(sayClaim(claim, words.names, reading))] : []),
      say(reasonOf(shown)),
      ...(hasFigures(verdict.effect) ? picture(verdict.method.tested.estimate, reader) : []),
      ...laterLines(strategy, shown.later, reading).map(note),
      ...(strategy.text ? [note(saidBy({ words: strategy.text }))] : []),
      { t: "more", title: texts.how, blocks: howLines(shown).map(say) },
      note(status),
      ...buttons(unit, { shown, key }),
    ],
  };
}

function reasonOf({ strategy, verdict, reader }: Shown): string {
  const { reasons } = readingOf(reader).texts.strategy.verdict;
  const { reason } = verdict.effect;
  const isDown = reason === "clear" && strategy.claim?.direction === "down";
  return reasons[isDown ? "clear_down" : reason] ?? reason;
}

/** Two bars; none where nothing could be compared. */
function picture(estimate: Estimate | null, reader: Person): Block[] {
  if (!estimate) return [];
  const { texts, format } = readingOf(reader);
  const { verdict } = texts.strategy;
  const percent = (share: number) => Math.round(share * 1000) / 10;
  const shares = [percent(estimate.actedShare), percent(estimate.otherShare)];
  const { value, low, high } = estimate.difference;
  const said = (share: number) => format.number(percent(share));
  const alt = verdict.alt({
    ...{ acted: said(estimate.actedShare), others: said(estimate.otherShare) },
    ...{ difference: said(value), low: said(low), high: said(high) },
  });
  return [
    {
      ...{ t: "chart", chart: "bar", labels: [verdict.acted, verdict.others] },
      ...{ series: [{ name: verdict.series, values: shares }], alt },
    },
  ];
}

function buttons(unit: Unit, { shown, key }: { shown: Shown; key: string }): Block[] {
  const { strategy, reader, author } = shown;
  const { strategy: words, strategyUse: use } = readingOf(reader).texts;
  const { verdict: texts, adopt } = words;
  const button = (action: string, label: string): Action => {
    const params = { strategyId: strategy.id };
    return {
      id: action,
      label,
      ref: unit.arm({ action, params, personId: reader.id, cardKey: key }),
    };
  };
  const isOwn = reader.id === author.id;
  const sells = reader.role === "rep" || reader.role === "manager";
  const isPublished = strategy.state === "published";
  const actions = [
    ...(isOwn && strategy.state === "tested" ? [button("strategy.publish", texts.publish)] : []),
    ...(isPublished && !isOwn && sells ? [button("strategy.adopt", adopt.take)] : []),
    ...(isPublished && sells ? [button("strategy.deals", adopt.deals)] : []),
    ...(isPublished && sells ? [button("strategy.use", use.open)] : []),
  ];
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}
