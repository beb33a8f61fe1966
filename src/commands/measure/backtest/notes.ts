// What to bear in mind with a back-test's figures: what was left out, and what the data cannot say.
import type { Backtest } from "../../../core/leads/backtest/backtest.ts";
import type { History } from "../../../sources/import/history/read-history.ts";

/** Sentences for whoever reads the figures; only those that apply. */
export function notesOf(history: Omit<History, "cases">, result: Backtest): string[] {
  return [...ofData(history, result), ...ofSplit(result), ...ofPolicy(result)];
}

function ofData(
  { mapping, columns, unusedColumns }: Omit<History, "cases">,
  { data }: Backtest,
): string[] {
  const { noRep, noDate, undecided, closedBefore } = data.leftOut;
  const notes: string[] = [];
  if (mapping === null) {
    const taken = Object.entries(columns).map(([column, field]) => `${column} as ${field}`);
    notes.push(`The columns were guessed: ${taken.join(", ")}. A mapping says it for sure.`);
  }
  if (unusedColumns.length > 0) {
    notes.push(
      `Not used, since nothing says that they were known when a lead arrived: ${unusedColumns.slice(0, 12).join(", ")}.`,
    );
  }
  if (undecided > 0) notes.push(`${undecided} were not decided yet and count in neither part.`);
  if (noRep > 0) notes.push(`${noRep} decided ones name nobody who worked them.`);
  if (noDate > 0) notes.push(`${noDate} decided ones have no readable date.`);
  if (closedBefore > 0) notes.push(`${closedBefore} closed before they began and were left out.`);
  return notes;
}

function ofSplit({ isDated, split, found }: Backtest): string[] {
  if (!split || !found) return [];
  const notes: string[] = [];
  if (!isDated)
    notes.push(
      "Outcomes carry no date of their own: one learnt from may have been decided only after the split, and load could not be told.",
    );
  if (split.embargoed > 0)
    notes.push(
      `${split.embargoed} arrived before the split and were decided after it: part of neither.`,
    );
  if (found.judged < split.test)
    notes.push(`Of ${split.test} later leads ${found.judged} were judged, drawn evenly over time.`);
  const silent = found.factors.filter(({ logOdds }) => logOdds === 0).map(({ factor }) => factor);
  if (silent.length > 0) notes.push(`Without data in this history: ${silent.join(", ")}.`);
  return notes;
}

function ofPolicy({ found }: Backtest): string[] {
  if (!found) return [];
  const { routedBy, isReadable, effectiveSampleSize, clipped, clipAt } = found.policy;
  const route = routedBy
    ? `${routedBy} and how many leads each rep had`
    : "how many leads each rep had";
  const notes = [
    `The policy gives each rep as many leads as they had. Who got which lead was modelled by ${route}; whatever else routed them biases the estimate.`,
  ];
  if (clipped > 0)
    notes.push(
      `${clipped} weights were clipped at ${clipAt}, which draws the estimate towards what happened.`,
    );
  if (!isReadable)
    notes.push(
      `The policy's win rate rests on ${effectiveSampleSize} effective leads: too few to read.`,
    );
  return notes;
}
