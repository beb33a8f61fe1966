// What a call showed, for its rep: who said what, objections, promises, the best and the worst sentence, the next step.
import { note } from "../../blocks.ts";
import { type Action, type Block, type Card, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { line, shorten, skillBlocks, talkBlock, toPercent } from "../report/report-lines.ts";
import { type Analysis, type Call, callKey } from "./call.ts";
import {
  lessonBlocks,
  objectionBlocks,
  promiseBlocks,
  stepBlocks,
  stepWords,
} from "./call-lines.ts";

type ReadCall = Call & { analysis: Analysis };
type Arming = Pick<Unit, "arm">;

/** Breaches above the fold; all of them are among the checks. */
const shownBreaches = 2;
/** Speakers that can be chosen besides the one that is taken for the rep. */
const mostOthers = 3;

/** The card of a call that was read; the same key from the first question on. */
export function callCard(unit: Arming, person: Person, call: ReadCall): Card {
  const reading = readingOf(person);
  const { calls } = reading.texts;
  const { analysis } = call;
  const { customer } = analysis;
  const day = reading.format.day(call.at);
  return {
    key: callKey(call.id),
    title: calls.title({ customer: shorten(customer, 60) }),
    subtitle: calls.subtitle({ day, told: calls.told[call.toldHow] }),
    tone: "info",
    summary: calls.summary,
    blocks: [
      ...scoreBlocks(analysis, reading),
      talkBlock({ report: analysis }, reading),
      note(speakerLine(analysis, reading)),
      ...objectionBlocks(analysis, reading),
      ...lessonBlocks(analysis, reading),
      ...promiseBlocks(analysis, reading),
      ...stepBlocks(analysis, reading),
      ...moodBlocks(analysis, reading),
      {
        t: "more",
        title: calls.checks,
        blocks: skillBlocks({ report: analysis }, reading),
      },
      { t: "actions", actions: buttons(unit, person, { call, reading }) },
      note(keptLine(call, reading)),
    ],
  };
}

function scoreBlocks({ score }: Analysis, { texts }: Reading): Block[] {
  const { report, calls } = texts;
  const { breaches } = score;
  const compliance =
    breaches.length > 0 ? report.breachCount({ count: breaches.length }) : report.cleanLine;
  const known = score.skills;
  const isEmpty = Object.values(known).every((one) => one === null);
  return [
    line([strong(isEmpty ? calls.noScore : report.score({ score: toPercent(score.score) }))]),
    line([text(compliance)]),
    ...breaches
      .slice(0, shownBreaches)
      .map(({ quote, instead, source }) =>
        line([text(report.breach({ quote: shorten(quote), instead, source }))]),
      ),
  ];
}

/** Who was taken for the rep and how sure that is; what is not sure is no evidence. */
function speakerLine({ speakers, counts }: Analysis, { texts }: Reading): string {
  const { who } = texts.calls;
  const words = { rep: speakers.rep, percent: Math.round(speakers.sure * 100) };
  const said = { names: who.names, guess: who.guess, lines: who.lines, said: who.said };
  return [said[speakers.ground](words), counts ? "" : who.notCounted].filter(Boolean).join(" ");
}

function moodBlocks({ score }: Analysis, { texts }: Reading): Block[] {
  const values = score.customerSentiment.map(toPercent);
  if (values.length < 2) return [];
  return [
    {
      ...{ t: "chart", chart: "line", labels: values.map((_, index) => String(index + 1)) },
      ...{ series: [{ name: texts.report.moodTitle, values }], max: 100 },
      alt: texts.report.mood({ values: values.join(" · ") }),
    },
  ];
}

function keptLine({ consentedAt, heldUntil }: Call, { texts, format }: Reading): string {
  const { calls } = texts;
  const kept = calls.keptUntil({ day: format.day(heldUntil) });
  const seen =
    consentedAt === null ? calls.privateLine : calls.sharedLine({ day: format.day(consentedAt) });
  return `${seen} ${kept}`;
}

type Made = { call: ReadCall; reading: Reading };

function buttons(unit: Arming, person: Person, { call, reading }: Made): Action[] {
  const { calls, chat } = reading.texts;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: callKey(call.id) });
  const button = (action: string, label: string, params: Record<string, string> = {}): Action => ({
    ...{ id: action, label, ref: arm(action, { callId: call.id, ...params }) },
  });
  const words = stepWords(call.analysis, reading);
  const isListed = call.contactId !== null || call.dealId !== null;
  const { customer } = call.analysis;
  const asked = { text: calls.noteIt({ customer, words: words ?? "" }) };
  const sharing =
    call.consentedAt === null
      ? button("call.share", calls.share)
      : button("call.unshare", calls.unshare);
  return [
    ...(words && isListed ? [{ ...button("ask", calls.keepStep, asked), id: "call.step" }] : []),
    ...speakerButtons(call.analysis, { button, reading }),
    sharing,
    { ...button("call.delete", calls.remove), confirm: calls.removeSure },
    {
      ...button("ask", calls.privacy, { text: chat.help.examples.privacy ?? "" }),
      id: "call.privacy",
    },
  ];
}

type Buttons = {
  button: (action: string, label: string, params?: Record<string, string>) => Action;
  reading: Reading;
};

/** To confirm a guess, and to say that the rep is somebody else. */
function speakerButtons({ speakers }: Analysis, { button, reading }: Buttons): Action[] {
  const { iAm, iAmIndeed } = reading.texts.calls;
  const { labels, rep, ground } = speakers;
  if (ground === "said" && labels.length < 2) return [];
  const as = (label: string, words: (p: { label: string }) => string, at: number): Action => ({
    ...button("call.speaker", words({ label: shorten(label, 30) }), { label }),
    id: `call.speaker.${at}`,
  });
  const others = labels.filter((label) => label !== rep).slice(0, mostOthers);
  return [
    ...(ground === "guess" ? [as(rep, iAmIndeed, 0)] : []),
    ...others.map((label, at) => as(label, iAm, at + 1)),
  ];
}
