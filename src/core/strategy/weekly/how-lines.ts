// "How we tested": every number behind a verdict, in sentences that claim no more than the design carries.
import { readingOf } from "../../text/format.ts";
import type { Estimate } from "../testing/estimate.ts";
import { hasFigures } from "../testing/judge.ts";
import { unseenNeeded } from "../testing/test-claim.ts";
import type { Shown } from "./verdict-card.ts";
import { isOurs } from "./vocabulary.ts";

/** The sentences, from who was looked at to what the test cannot know. */
export function howLines(shown: Shown): string[] {
  const { strategy, verdict, reader } = shown;
  const { texts, format } = readingOf(reader);
  const { how } = texts.strategy;
  const { tested, from } = verdict.method;
  const { claim } = strategy;
  const days = claim?.windowDays ?? 0;
  const isTheirs = claim?.action.kind === "touch" && !isOurs(claim.action.type);
  const when = `${format.day(strategy.registeredAt ?? 0)} ${format.time(strategy.registeredAt ?? 0)}`;
  return [
    how.counts({
      ...{ deals: tested.deals, acted: tested.actedEver, eligible: tested.eligible, days },
      since: format.day(from),
    }),
    ...(tested.estimate && hasFigures(verdict.effect) ? estimateLines(shown, tested.estimate) : []),
    ...(tested.plainDifference === null
      ? []
      : [how.plain({ points: format.number(tested.plainDifference * 100) })]),
    ...(claim?.isSuggested ? [how.half] : []),
    ...(isTheirs ? [how.theirs] : []),
    how.limits,
    how.fixed({ hash: (strategy.claimHash ?? "").slice(0, 12), when }),
  ];
}

function estimateLines({ strategy, verdict, reader }: Shown, estimate: Estimate): string[] {
  const { texts, format } = readingOf(reader);
  const { how } = texts.strategy;
  const { tested } = verdict.method;
  const { effect } = verdict;
  const { sizeBands, age, segment } = tested.likeness;
  const small = (value: number) => (value < 0.001 ? "< 0.001" : `= ${value.toFixed(3)}`);
  const twoPlaces = (value: number) => value.toFixed(2);
  const { ratio, gaps, others, outcomes } = estimate;
  const needed = ratio ? unseenNeeded(ratio) : null;
  return [
    how.matched({ matched: tested.matched, others, outcomes }),
    how.alike({ bands: sizeBands }),
    ...(age ? [how.age] : []),
    ...(segment ? [how.segment] : []),
    how.gaps({ size: twoPlaces(gaps.size), age: twoPlaces(gaps.age) }),
    how.watched,
    ...(ratio
      ? [
          how.ratio({
            ...{ value: twoPlaces(ratio.value), low: twoPlaces(ratio.low) },
            high: twoPlaces(ratio.high),
          }),
        ]
      : []),
    how.chance({
      ...{ p: small(estimate.pValue), claims: effect.claims, adjusted: small(effect.adjusted) },
    }),
    how.power({
      points: format.number(strategy.claim?.points ?? 0),
      percent: format.number(Math.round((effect.power ?? 0) * 100)),
      visible: format.number(effect.visiblePoints ?? 0),
    }),
    ...(needed && effect.code === "supported"
      ? [how.unseen({ value: twoPlaces(needed.ofValue), limit: twoPlaces(needed.ofLimit) })]
      : []),
  ];
}
