// What a report folds away: every check, the customer's mood, the model's view and the library's reason.
import { note } from "../../blocks.ts";
import { type Block, text } from "../../card.ts";
import type { Reading } from "../../text/format.ts";
import { skills } from "../playbook.ts";
import type { ReportBody } from "./practice-report.ts";
import { askOf, line, shorten, toPercent } from "./report-lines.ts";

/** Every check with its sentence, the customer's mood turn by turn, the model's view and the library's reason. */
export function detailBlock(body: ReportBody, reading: Reading): Block {
  const { report: words, skills: names } = reading.texts;
  const { checks } = body.report.score;
  const bySkill = skills.flatMap((skill) => {
    const own = checks.filter((check) => check.skill === skill);
    if (own.length === 0 || body.report.score.skills[skill] === null) return [];
    const lines = own.map((check) => {
      const mark = check.passed ? words.passed : words.failed;
      const quote = check.quote ? ` ${words.quote({ quote: shorten(check.quote) })}` : "";
      return `${mark} ${askOf(check, body, reading)}${quote}`;
    });
    return [line([text([names.names[skill] ?? skill, ...lines].join("\n"))])];
  });
  return {
    t: "more",
    title: words.details,
    blocks: [
      ...moodBlocks(body, reading),
      ...bySkill,
      ...modelBlocks(body, reading),
      ...betterBlocks(body, reading),
    ],
  };
}

/** Why the better line works, and for whoever edits it where it is kept. */
function betterBlocks({ better }: ReportBody, { texts }: Reading): Block[] {
  if (!better) return [];
  const { report, scripts } = texts;
  return [note(report.why({ why: better.why })), note(scripts.kept({ place: better.place }))];
}

function moodBlocks({ report }: ReportBody, { texts }: Reading): Block[] {
  const values = report.score.customerSentiment.map(toPercent);
  if (values.length < 2) return [];
  return [
    {
      t: "chart",
      chart: "line",
      labels: values.map((_, index) => String(index + 1)),
      series: [{ name: texts.report.moodTitle, values }],
      max: 100,
      alt: texts.report.mood({ values: values.join(" · ") }),
    },
  ];
}

function modelBlocks({ model }: ReportBody, { texts }: Reading): Block[] {
  if (!model) return [];
  const shares = skills.flatMap((skill) => {
    const percent = model.skills[skill];
    const name = texts.skills.names[skill] ?? skill;
    return percent === undefined ? [] : [texts.report.modelSkill({ skill: name, percent })];
  });
  const { by, kappa, ...rest } = model;
  const words = { ...rest, model: by.model, kappa: kappa === null ? "–" : String(kappa) };
  return [note([texts.report.model(words), ...shares].join(" · "))];
}
