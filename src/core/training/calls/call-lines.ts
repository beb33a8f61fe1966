// The lines of a call's card: objections met and unmet, what was better said, what was promised, what comes next.
import { note } from "../../blocks.ts";
import { type Block, strong, text } from "../../card.ts";
import type { Reading } from "../../text/format.ts";
import { markBlanks } from "../fill-in.ts";
import { line, shorten } from "../report/report-lines.ts";
import type { Analysis } from "./call.ts";

/** Lines of one kind that a phone shows. */
const shownObjections = 3;
const shownPromises = 4;

/** Unmet ones first: they are what is to be done. */
export function objectionBlocks({ objections }: Analysis, { texts }: Reading): Block[] {
  const { calls } = texts;
  if (objections.length === 0) return [note(calls.noObjection)];
  const met = objections.filter(({ isMet }) => isMet).length;
  const shown = objections.toSorted((a, b) => Number(a.isMet) - Number(b.isMet));
  return [
    line([strong(calls.objections({ met, of: objections.length }))]),
    ...shown.slice(0, shownObjections).map(({ quote, isMet, answer }) => {
      const mark = isMet ? texts.report.passed : texts.report.failed;
      const said = texts.report.quote({ quote: shorten(quote) });
      const answered = answer ? calls.answered({ answer: shorten(answer) }) : calls.unanswered;
      return line([text(`${mark} ${said} ${answered}`)]);
    }),
  ];
}

/** The best and the worst sentence, with a better answer from the library. */
export function lessonBlocks({ best, worst, better }: Analysis, { texts }: Reading): Block[] {
  const { report, calls, scripts } = texts;
  const quote = (words: string) => report.quote({ quote: shorten(words) });
  const source = better && {
    when: better.when,
    tactic: scripts.tactics[better.tactic] ?? better.tactic,
    vertical: scripts.verticals[better.vertical] ?? better.vertical,
  };
  return [
    ...(best ? [line([strong(`${calls.best}  `), text(quote(best))])] : []),
    ...(worst
      ? [
          line([strong(`${calls.worst}  `), text(quote(worst.quote))]),
          note(calls.after({ before: shorten(worst.before) })),
        ]
      : []),
    ...(better && source
      ? [
          line([strong(`${report.better}  `), text(markBlanks(better.line, better.language))]),
          note(report.source(source)),
        ]
      : []),
  ];
}

/** What each side said they would do. */
export function promiseBlocks({ commitments }: Analysis, { texts }: Reading): Block[] {
  const { calls } = texts;
  if (commitments.length === 0) return [note(calls.noPromise)];
  return [
    line([strong(calls.promises)]),
    ...commitments.slice(-shownPromises).map(({ who, quote }) => {
      const side = who === "rep" ? calls.you : calls.them;
      return line([text(`${side} ${texts.report.quote({ quote: shorten(quote) })}`)]);
    }),
  ];
}

/** The next step as a draft: shown, and written nowhere. */
export function stepBlocks(analysis: Analysis, reading: Reading): Block[] {
  const words = stepWords(analysis, reading);
  const { calls } = reading.texts;
  if (!words) return [];
  return [line([strong(`${calls.draft}  `), text(words)]), note(calls.draftNote)];
}

/** The draft in words: what, by when, and the sentence it was taken from. */
export function stepWords({ draft }: Analysis, { texts }: Reading): string | undefined {
  if (!draft) return undefined;
  const { steps, stepLine } = texts.calls;
  const step = draft.step ? (steps[draft.step] ?? draft.step) : null;
  const quote = shorten(draft.quote, 160);
  return stepLine({ step, day: draft.day, quote });
}
