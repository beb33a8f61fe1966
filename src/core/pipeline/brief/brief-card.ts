// A brief as a card: read in two seconds before a meeting, every claim with its source.
import { heading, note } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, strong, text } from "../../card.ts";
import type { Contact, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { lineBlocks } from "../../training/say-card.ts";
import { sayStage } from "../contracts/say-contract.ts";
import { sayValue } from "../updates/values.ts";
import type { BasisReading } from "./basis.ts";
import { claim, nextStepClaim, sayContact, sayTalk } from "./claims.ts";
import type { LastPromise } from "./last-promise.ts";
import type { Sign } from "./objection.ts";
import type { Brief } from "./prepare-brief.ts";

/** `startsAt`: of the meeting it is for. `isOptedIn`: they get one before every meeting. */
export type BriefView = {
  person: Person;
  brief: Brief;
  key: string;
  startsAt?: number;
  isOptedIn: boolean;
};

/** People a phone shows at a glance. */
const mostPeople = 3;
const longestQuote = 120;

export function briefCard(unit: Unit, view: BriefView): Card {
  const { person, brief, key, startsAt } = view;
  const reading = readingOf(person);
  const { briefing } = reading.texts;
  const { label: customer } = brief.story.customer;
  const time = startsAt === undefined ? undefined : reading.format.time(startsAt);
  return {
    key,
    title: time ? briefing.beforeMeeting({ time, customer }) : briefing.title({ customer }),
    subtitle: standingOf(brief, reading),
    tone: "info",
    summary: time ? briefing.meetingSummary({ customer, time }) : briefing.summary({ customer }),
    blocks: [
      ...factBlocks(view, reading, unit.now),
      ...lineSection(brief, reading),
      { t: "actions", actions: buttons(unit, view) },
    ],
  };
}

/** Where it stands, with its amount: no lock screen shows this. */
function standingOf({ story: { deal }, lead }: Brief, reading: Reading): string {
  const { customers, briefing } = reading.texts;
  if (!deal) return lead ? (customers.stages[lead.status] ?? lead.status) : briefing.unknown;
  const amount = deal.amount === null ? "" : reading.format.money(deal.amount, deal.currency);
  return [sayStage(deal.stage, reading), amount].filter(Boolean).join(" · ");
}

function factBlocks({ person, brief }: BriefView, reading: Reading, now: number): Block[] {
  const { briefing } = reading.texts;
  const { story, promise, expected } = brief;
  const view: BasisReading = { reading, readerId: person.id, names: story.names };
  const items = [
    { label: briefing.who, value: [text(whoOf(brief, reading))] },
    { label: briefing.lastContact, value: [text(lastTalkOf(brief, reading))] },
    { label: briefing.lastPromise, value: promiseWords(promise, view) },
    { label: briefing.nextStep, value: nextStepClaim(story, view, now) },
    {
      label: briefing.objection,
      value: expected ? signWords(expected.first, view) : [text(noneWords(brief, reading))],
    },
  ];
  const also = expected?.others ?? [];
  const isGuess = expected?.first.strength === "library";
  return [
    { t: "fields", items },
    ...(isGuess ? [note(briefing.guess)] : []),
    ...(also.length > 0 ? [alsoBlock(also, view)] : []),
  ];
}

function noneWords({ isReading }: Brief, { texts: { briefing } }: Reading): string {
  return isReading ? briefing.building : briefing.noObjection;
}

/** Whoever we spoke with last comes first. */
function whoOf({ story: { contacts, talks } }: Brief, reading: Reading): string {
  const { briefing } = reading.texts;
  if (contacts.length === 0) return briefing.nobody;
  const talkAt = ({ id }: Contact) => talks.get(id)?.at ?? 0;
  const ordered = contacts.toSorted((one, other) => talkAt(other) - talkAt(one));
  const shown = ordered.slice(0, mostPeople).map((contact) => sayContact(contact, reading.texts));
  const more = contacts.length - shown.length;
  return [...shown, ...(more > 0 ? [briefing.more({ people: more })] : [])].join(" · ");
}

function lastTalkOf({ story: { talks } }: Brief, reading: Reading): string {
  const [last] = [...talks.values()].sort((one, other) => other.at - one.at);
  return last ? sayTalk(last, reading) : reading.texts.briefing.unknown;
}

function promiseWords(promise: LastPromise | undefined, view: BasisReading): Inline[] {
  const { reading } = view;
  const { briefing } = reading.texts;
  if (!promise) return [text(briefing.unknown)];
  const { step: nextStep, day: nextStepDate, words, basis } = promise;
  const values = { ...(nextStep ? { nextStep } : {}), ...(nextStepDate ? { nextStepDate } : {}) };
  const say = (field: "nextStep" | "nextStepDate") =>
    sayValue(field, { values, currency: null, reading });
  const quote = words ? briefing.quote({ words: shorten(words) }) : "";
  return claim(
    [say("nextStep"), say("nextStepDate"), quote].filter(Boolean).join(" · "),
    basis,
    view,
  );
}

function signWords({ tactic, quote, basis }: Sign, view: BasisReading): Inline[] {
  const { scripts, briefing } = view.reading.texts;
  const name = scripts.tactics[tactic] ?? tactic;
  const words = quote ? ` ${briefing.quote({ words: shorten(quote) })}` : "";
  return [strong(name), ...claim(words, basis, view)];
}

function alsoBlock(signs: readonly Sign[], view: BasisReading): Block {
  const lines = signs.flatMap((sign, index) => [
    text(index === 0 ? ": " : " · "),
    ...signWords(sign, view),
  ]);
  return { t: "context", text: [text(view.reading.texts.briefing.also), ...lines] };
}

/** Without the marks they may have been pasted in: ours stand around them. */
function shorten(words: string): string {
  const bare = words.trim().replace(/^["“「『]+|(?<!["”」』])["”」』]+$/gu, "");
  const letters = [...bare.replace(/\s+/g, " ").trim()];
  return letters.length <= longestQuote
    ? letters.join("")
    : `${letters.slice(0, longestQuote - 1).join("")}…`;
}

function lineSection({ expected, lines, isReading }: Brief, reading: Reading): Block[] {
  const { briefing } = reading.texts;
  if (!expected) return [];
  if (lines.length === 0) return [note(isReading ? briefing.building : briefing.noLines)];
  return [
    heading(briefing.linesTitle),
    ...lines.flatMap((hit, index) => lineBlocks(hit, index, reading)),
  ];
}

function buttons(unit: Unit, { person, brief, key, isOptedIn }: BriefView): Action[] {
  const { briefing } = readingOf(person).texts;
  const { drill, story } = brief;
  const arm = (action: string, params: Record<string, string | number>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const dealId = story.deal?.id;
  const delivery = isOptedIn ? "mute" : "push";
  const toggle = isOptedIn ? briefing.meetings.off : briefing.meetings.on;
  return [
    ...(drill ? [{ ...warmUp(drill, arm), label: briefing.warmUp }] : []),
    ...(dealId
      ? [
          { id: "review.deal", label: briefing.review, ref: arm("review.deal", { dealId }) },
          { id: "review.update", label: briefing.update, ref: arm("review.update", { dealId }) },
        ]
      : []),
    { id: "brief.meetings", label: toggle, ref: arm("brief.meetings", { delivery }) },
  ];
}

type Arm = (action: string, params: Record<string, string | number>) => string;

function warmUp({ entry, vertical, language }: NonNullable<Brief["drill"]>, arm: Arm) {
  const ref = arm("say.practise", { entryId: entry.id, vertical, language, round: 0 });
  return { id: "say.practise", ref, style: "primary" as const };
}
