// A deal review as a card: who decides, where it can go wrong, how long it stands, what is open; every claim with its source.
import { heading, note, sentence } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { BasisReading } from "../brief/basis.ts";
import { claim, nextStepClaim } from "../brief/claims.ts";
import { sayBreach } from "../contracts/say-breach.ts";
import { sayStage } from "../contracts/say-contract.ts";
import { leastDeals } from "../health/stays.ts";
import { chainBlocks } from "./chain-blocks.ts";
import type { OpenQuestions, Review } from "./gather-review.ts";
import { riskBlocks } from "./risk-blocks.ts";

export type ReviewView = { person: Person; review: Review; key: string };

export function reviewCard(unit: Unit, { person, review, key }: ReviewView): Card {
  const reading = readingOf(person);
  const { briefing } = reading.texts;
  const { label: deal, story } = review;
  const view: BasisReading = { reading, readerId: person.id, names: story.names };
  return {
    key,
    title: briefing.reviewTitle({ deal }),
    subtitle: subtitleOf(review, reading),
    tone: review.risks.some(({ value }) => value === 100) ? "warn" : "info",
    summary: briefing.reviewSummary({ deal }),
    blocks: [
      ...(isUnknown(review) ? [note(briefing.nothingKnown)] : []),
      heading(briefing.chain),
      ...chainBlocks(review.chain, view),
      heading(briefing.radar),
      ...riskBlocks(review.risks, view),
      heading(briefing.age),
      ...ageBlocks(review, view),
      heading(briefing.open),
      ...openBlocks(review.open, reading),
      {
        t: "fields",
        items: [{ label: briefing.nextStep, value: nextStepClaim(story, view, unit.now) }],
      },
      { t: "actions", actions: buttons(unit, { person, review, key }) },
      note(briefing.bookHint),
    ],
  };
}

function subtitleOf({ deal, story }: Review, reading: Reading): string {
  const amount = deal.amount === null ? "" : reading.format.money(deal.amount, deal.currency);
  const owner = story.names.get(deal.ownerId ?? "") ?? "";
  return [sayStage(deal.stage, reading), amount, owner].filter(Boolean).join(" · ");
}

/** Nobody ever said a word about it, and nobody there did anything. */
function isUnknown({ deal, story }: Review): boolean {
  const { updates, notes, heard, behaviour, talks } = story;
  const told = [updates, notes, heard, behaviour].some(({ length }) => length > 0);
  const fields = [deal.decisionMaker, deal.competitor, deal.nextStep, deal.budgetStatus];
  return !told && talks.size === 0 && fields.every((field) => field === null);
}

function ageBlocks({ age }: Review, view: BasisReading): Block[] {
  const { reading } = view;
  const { briefing } = reading.texts;
  const stage = sayStage(age.stage, reading);
  const days = toDays(age.ageMs);
  const beside = age.won
    ? briefing.ageKnown({
        deals: age.won.deals,
        ...{ median: toDays(age.won.medianMs), most: toDays(age.won.mostMs) },
      })
    : briefing.ageUnknown({ deals: age.known, least: leastDeals });
  const basis = { kind: "record", source: "", at: age.since } as const;
  return [
    { t: "text", text: claim(briefing.ageNow({ days, stage }), basis, view) },
    sentence(beside),
  ];
}

const toDays = (ms: number) => Math.round(ms / dayMs);

function openBlocks({ now, later, nextStage }: OpenQuestions, reading: Reading): Block[] {
  const { briefing } = reading.texts;
  const lines = (breaches: OpenQuestions["now"]) =>
    breaches.map((breach) => sentence(`• ${sayBreach(breach, reading)}`));
  const first = now.length > 0 ? lines(now) : [sentence(briefing.openNone)];
  if (later.length === 0 || nextStage === undefined) return first;
  const title = briefing.openLater({ stage: sayStage(nextStage, reading) });
  return [...first, { t: "more", title, blocks: lines(later) }];
}

function buttons(unit: Unit, { person, review, key }: ReviewView): Action[] {
  const { briefing } = readingOf(person).texts;
  const { deal, story } = review;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const about = { customerId: story.customer.id, dealId: deal.id };
  const update = arm("review.update", { dealId: deal.id });
  return [
    { id: "review.update", label: briefing.update, ref: update, style: "primary" },
    { id: "brief.pick", label: briefing.brief, ref: arm("brief.pick", about) },
  ];
}
