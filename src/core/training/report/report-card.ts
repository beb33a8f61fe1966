// The report card: two screens of a phone at most, the rest folded away, and what to do next.
import { note } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { radarBlocks } from "../twin/radar.ts";
import type { PracticeReport, ReportBody } from "./practice-report.ts";
import { detailBlock } from "./report-details.ts";
import { lessonBlocks, resultBlocks, skillBlocks, talkBlock } from "./report-lines.ts";

/** A report to show; `kept` is null when its rep has not agreed to keeping it. `id` is the session's. */
export type ShownReport = {
  id: string;
  body: ReportBody;
  kept: Pick<PracticeReport, "sharedAt"> | null;
  /** When a manager can see it at the earliest, where that is still to come. */
  seenFrom?: number | undefined;
};

type Arming = Pick<Unit, "arm">;

/** The card of a session's report, for its rep; the same key every time, so that sharing edits it in place. */
export function reportCard(unit: Arming, person: Person, shown: ShownReport): Card {
  const reading = readingOf(person);
  const { report, scripts } = reading.texts;
  const { body } = shown;
  const { title, persona, vertical } = body.played;
  const key = `report:${shown.id}`;
  const names = { title: report.radar, before: report.before, after: report.after };
  return {
    key,
    title: report.title({ title }),
    subtitle: report.subtitle({ persona, vertical: scripts.verticals[vertical] ?? vertical }),
    tone: body.report.ending === "won" ? "good" : "info",
    tags: [report.tag],
    summary: report.summary,
    blocks: [
      ...resultBlocks(body, reading),
      ...lessonBlocks(body, reading),
      ...skillBlocks(body, reading),
      talkBlock(body, reading),
      ...radarBlocks({ ...body, names }, reading.texts),
      detailBlock(body, reading),
      { t: "actions", actions: buttons(unit, person, { ...shown, key, reading }) },
      sharingBlock(shown, reading),
    ],
  };
}

function sharingBlock({ kept, seenFrom }: ShownReport, { texts, format }: Reading): Block {
  const { report } = texts;
  if (!kept) return note(report.notKept);
  if (kept.sharedAt === null) return note(report.privateLine);
  if (seenFrom !== undefined) return note(report.sharedFrom({ day: format.day(seenFrom) }));
  return note(report.sharedLine({ day: format.day(kept.sharedAt) }));
}

type Made = ShownReport & { key: string; reading: Reading };

function buttons(unit: Arming, person: Person, made: Made): Action[] {
  const { id, kept, key, reading } = made;
  const { report } = reading.texts;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const button = (action: string, label: string, params: Record<string, string>): Action => ({
    ...{ id: action, label, ref: arm(action, params) },
  });
  const own = { sessionId: id };
  const sharing = kept?.sharedAt
    ? button("report.unshare", report.unshare, own)
    : button("report.share", report.share, own);
  const remove = button("report.delete", report.remove, own);
  return [
    ...againButtons(made, button),
    ...sayButton(made, button),
    ...(kept
      ? [sharing, { ...remove, confirm: report.removeSure }]
      : [button("ask", report.privacy, { text: reading.texts.chat.help.examples.privacy ?? "" })]),
  ];
}

type Button = (action: string, label: string, params: Record<string, string>) => Action;

/** `practice.again` plays the same once more, easier or harder: params as in `Played`, an empty drill for a session. */
function againButtons({ body, reading }: Made, button: Button): Action[] {
  const { again, easier, harder } = reading.texts.report;
  const { scenario, vertical, language, drill, level } = body.played;
  const at = (label: string, step: number, id: string) => {
    const params = {
      scenario,
      vertical,
      language,
      drill: drill ?? "",
      level: String(level + step),
    };
    return { ...button("practice.again", label, params), id };
  };
  return [
    at(again, 0, "practice.again"),
    ...(level > -1 ? [at(easier, -1, "practice.easier")] : []),
    ...(level < 1 ? [at(harder, 1, "practice.harder")] : []),
  ];
}

/** Three lines for what the customer had said before the weakest moment. */
function sayButton({ body, reading }: Made, button: Button): Action[] {
  const { objection, played } = body;
  if (!objection) return [];
  const words = reading.texts.scripts.sayIn({ vertical: played.vertical, objection });
  return [{ ...button("ask", reading.texts.report.say, { text: words }), id: "report.say" }];
}
