// Everybody who is silent for long now, rarest first: what the alarms are about, when somebody asks.
import { note, sentence } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import type { Reading } from "../../text/format.ts";
import { toShares } from "../discovery/findings-blocks.ts";
import { daysOf } from "./alert-card.ts";
import type { SlippingBacktest } from "./backtest-slipping.ts";
import type { Slipping } from "./find-slipping.ts";

const mostShown = 10;

export type SlippingList = { backtest: SlippingBacktest; now: readonly Slipping[] };

/** The card of "slipping". */
export function slippingListCard(list: SlippingList, reading: Reading, key: string): Card {
  const { slipping } = reading.texts.discovery;
  return {
    ...{ key, title: slipping.listTitle, tone: list.now.length > 0 ? "warn" : "info" },
    summary: slipping.listTitle,
    blocks: slippingBlocks(list, reading, mostShown),
  };
}

/** A line each, and what the alarm was worth so far. */
export function slippingBlocks(
  { backtest, now }: SlippingList,
  reading: Reading,
  most: number,
): Block[] {
  const { slipping } = reading.texts.discovery;
  const lines = now.slice(0, most).map(({ deal, silence }): Block => {
    const days = { silent: daysOf(silence.silentMs), usual: daysOf(silence.usualMs) };
    return {
      t: "text",
      text: [{ t: "strong", text: deal.label }, text(`  ${slipping.listLine(days)}`)],
    };
  });
  const { own } = backtest;
  const record = own
    ? slipping.record({ lost: toShares(own.lostNamed), kept: toShares(own.keptNamed) })
    : slipping.noRecord;
  return [...(lines.length > 0 ? lines : [sentence(slipping.none)]), note(record)];
}
