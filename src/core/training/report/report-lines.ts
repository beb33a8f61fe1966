// The lines of a report that everybody reads: the result, what to keep and change, the moments, the skills.
import { note } from "../../blocks.ts";
import { type Block, type Inline, strong, text } from "../../card.ts";
import type { Reading } from "../../text/format.ts";
import { markBlanks } from "../fill-in.ts";
import { type Skill, skills } from "../playbook.ts";
import type { CheckResult } from "../scorer/model.ts";
import type { Moment } from "../session/report.ts";
import type { ReportBody } from "./practice-report.ts";

/** As much of a sentence as a line on a phone can carry. */
const quoteLength = 90;
/** Breaches above the fold; the rest is among the checks. */
const shownBreaches = 2;

/** The score, how it ended, and compliance, which is a score of its own. */
export function resultBlocks({ report }: ReportBody, { texts }: Reading): Block[] {
  const { score, endings, breachCount, cleanLine, breach } = texts.report;
  const { breaches } = report.score;
  const ending = endings[report.ending ?? "open"] ?? "";
  const compliance = breaches.length > 0 ? breachCount({ count: breaches.length }) : cleanLine;
  return [
    line([strong(score({ score: toPercent(report.score.score) })), text(` · ${ending}`)]),
    line([text(compliance)]),
    ...breaches
      .slice(0, shownBreaches)
      .map(({ quote, instead, source }) =>
        line([text(breach({ quote: shorten(quote), instead, source }))]),
      ),
  ];
}

/** One thing to keep and one to change, the best and the weakest moment, and what would have been better. */
export function lessonBlocks(body: ReportBody, reading: Reading): Block[] {
  const { report: words, scripts } = reading.texts;
  const { keep, change, best, worst } = body.report;
  const { better } = body;
  return [
    ...checkLine(words.keep, keep, { body, reading }),
    ...checkLine(words.change, change, { body, reading }),
    ...momentLine(words.best, best, reading),
    ...momentLine(words.worst, worst, reading),
    ...(better
      ? [
          line([strong(`${words.better}  `), text(markBlanks(better.line, better.language))]),
          note(
            words.source({
              when: better.when,
              tactic: scripts.tactics[better.tactic] ?? better.tactic,
              vertical: scripts.verticals[better.vertical] ?? better.vertical,
            }),
          ),
        ]
      : []),
  ];
}

type About = { body: ReportBody; reading: Reading };

function checkLine(title: string, check: CheckResult | null, { body, reading }: About): Block[] {
  if (!check) return [];
  const { passed, failed } = reading.texts.report;
  const asked = `${check.passed ? passed : failed} ${askOf(check, body, reading)}`;
  return [line([strong(`${title}  `), text(asked), ...quoteOf(check, reading)])];
}

/** What a check asks: the rubric's words, or ours for the checks that hold in any sale. */
export function askOf(
  { id }: Pick<CheckResult, "id">,
  { asks }: Pick<ReportBody, "asks">,
  { texts }: Reading,
): string {
  return asks[id] ?? texts.report.conduct[id] ?? id;
}

function quoteOf({ quote }: Pick<CheckResult, "quote">, { texts }: Reading): Inline[] {
  return quote ? [text(` ${texts.report.quote({ quote: shorten(quote) })}`)] : [];
}

function momentLine(title: string, moment: Moment | null, { texts }: Reading): Block[] {
  if (!moment) return [];
  return [
    line([
      strong(`${title}  `),
      text(texts.report.quote({ quote: shorten(moment.quote.replace(/\s+/g, " ")) })),
    ]),
  ];
}

/** What was scored, of a practice or of a call. */
type Scored = { report: Pick<ReportBody["report"], "score"> };

/** Per skill the checks passed of those asked, with the sentence that decided one of them. */
export function skillBlocks({ report }: Scored, reading: Reading): Block[] {
  const { report: words, skills: names } = reading.texts;
  const nameOf = (skill: Skill) => names.names[skill] ?? skill;
  const isCalled = (skill: Skill) => report.score.skills[skill] !== null;
  const items = skills.filter(isCalled).map((skill) => {
    const checks = report.score.checks.filter((check) => check.skill === skill);
    const passed = checks.filter((check) => check.passed).length;
    const asked = words.asked({ passed, checks: checks.length });
    const shown = decisive(checks);
    const mark = shown ? [text(` · ${shown.passed ? words.passed : words.failed}`)] : [];
    return {
      label: nameOf(skill),
      value: [text(asked), ...mark, ...quoteOf(shown ?? {}, reading)],
    };
  });
  const idle = skills.filter((skill) => !isCalled(skill)).map(nameOf);
  return [
    { t: "fields", items },
    ...(idle.length > 0 ? [note(words.notCalled({ skills: idle.join(" · ") }))] : []),
  ];
}

/** A sentence that failed a check says more than one that passed it. */
function decisive(checks: readonly CheckResult[]): CheckResult | undefined {
  const quoted = checks.filter(({ quote }) => quote !== undefined);
  return quoted.find(({ passed }) => !passed) ?? quoted[0];
}

/** How much of the talk was the rep's, and how much they asked. */
export function talkBlock({ report }: Scored, { texts }: Reading): Block {
  const { talkRatio, questions } = report.score;
  return note(texts.report.talk({ percent: toPercent(talkRatio), questions }));
}

/** A share as a whole percentage. */
export const toPercent = (share: number): number => Math.round(share * 100);

/** Words on one line of a phone. */
export function shorten(words: string, length = quoteLength): string {
  const letters = [...words.replace(/\s+/g, " ").trim()];
  return letters.length <= length ? letters.join("") : `${letters.slice(0, length - 1).join("")}…`;
}

/** A paragraph of a report. */
export const line = (inlines: Inline[]): Block => ({ t: "text", text: inlines });
