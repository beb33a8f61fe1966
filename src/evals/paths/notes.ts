// What the figures of `eval paths` come to, in sentences computed from them.
import type { SlippingBacktest } from "../../core/journey/slipping/backtest-slipping.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import type { PathsReport, SplitReport } from "./evaluate.ts";
import { type Judged, type Landmark, ours } from "./judge-landmarks.ts";

/** The sentences, most important first. */
export function notesOf({ verdict, split, data, leakage, slipping }: Omit<PathsReport, "notes">) {
  if (verdict === "one_class")
    return ["Every decided case ended the same way: nothing to tell apart."];
  if (verdict === "thin" || !split) return ["Too few cases of one outcome to judge by."];
  const single = Object.keys(leakage.onlyOneOutcome);
  return [
    ...splitNotes(split),
    ...(single.length > 0
      ? [
          `Seen with one outcome only, though before it: ${single.join(", ")}. Check that it is not the outcome by another name.`,
        ]
      : []),
    ...(data.cancelled > 0
      ? [`${data.cancelled} cancelled cases take no part in declined against approved.`]
      : []),
    ...(slipping ? slippingNotes(slipping) : []),
  ];
}

function splitNotes({ byEvents, byTime, judgedOn, model }: SplitReport): string[] {
  const all = [...byEvents, ...byTime];
  if (all.length === 0) return ["At no point were ten of each outcome still undecided."];
  const first = byEvents.find(({ auc }) => auc.likelihood_ratio.low > 0.5);
  const wins = ours.map((name) => {
    const better = all.filter(({ gain }) => gain[name].low > 0).length;
    const worse = all.filter(({ gain }) => gain[name].high < 0).length;
    return `${name} clearly better than the best baseline at ${better}, clearly worse at ${worse} of ${all.length} points`;
  });
  return [
    first
      ? `The likelihood ratio first separates after ${sayLandmark(first.at)}: ${say(first.auc.likelihood_ratio)}; ${first.declinedBefore} of ${judgedOn.declined} declined were decided before.`
      : "The likelihood ratio separates at no number of events.",
    `${wins.join("; ")}.`,
    `A path model of order ${model.order} foretells the next event with ${model.bitsPerEvent} bits, but what foretells the next event need not foretell the end.`,
  ];
}

function slippingNotes({ verdict, own, fixed }: SlippingBacktest): string[] {
  if (verdict !== "ok" || !own || !fixed) return ["Too little to judge the silence alarm by."];
  const figure = ({ lostNamed, keptNamed, daysBefore }: typeof own) =>
    `${lostNamed.count} of ${lostNamed.of} cancelled, ${daysBefore ?? "–"} days before, at ${keptNamed.count} of ${keptNamed.of} false alarms`;
  return [
    `Silence against the customer's own rhythm names ${figure(own)}; ${fixed.days} days for everybody name ${figure(fixed)}.`,
  ];
}

const say = ({ value, low, high }: Interval) => `AUC ${value} [${low}, ${high}]`;

/** "after 8 events", "after 24 h". */
function sayLandmark(at: Landmark): string {
  return "events" in at ? `${at.events} events` : `${at.hours} h`;
}

/** One landmark as a line for people. */
export function toLine({ at, declined, approved, auc, bestBaseline }: Judged): string {
  const figures = [...ours, bestBaseline].map((name) => `${name} ${auc[name].value.toFixed(3)}`);
  return `  ${sayLandmark(at).padEnd(10)} ${declined} declined, ${approved} approved  ${figures.join("  ")}`;
}
