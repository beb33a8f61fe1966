// The shared talks of a rep with their words, as the search for a best answer reads them.
import type { Language } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import type { Call } from "../../calls/call.ts";
import type { PracticeReport } from "../../report/practice-report.ts";
import type { Visible } from "../visible.ts";
import type { SharedTalk } from "./find-answer.ts";

/** By the id of the talk; sessions and calls that their rep shared, and no others. */
export async function readTalks(
  read: Pick<Reader, "practiceReports" | "practiceTurns" | "calls">,
  { evidence }: Visible,
): Promise<Map<string, SharedTalk>> {
  const id = [...new Set(evidence.map(({ sourceId }) => sourceId))];
  const talks = new Map<string, SharedTalk>();
  for (const report of await read.practiceReports.find({ id })) {
    const order = { by: "number" } as const;
    const rows = await read.practiceTurns.find({ sessionId: report.id }, { order });
    talks.set(
      report.id,
      ofPractice(
        report,
        rows.map(({ speaker: who, text }) => ({ who, text })),
      ),
    );
  }
  for (const call of await read.calls.find({ id })) {
    if (call.analysis) talks.set(call.id, ofCall(call, call.analysis));
  }
  return talks;
}

function ofPractice({ body }: PracticeReport, turns: SharedTalk["turns"]): SharedTalk {
  const { vertical, language } = body.played;
  const breaches = body.report.score.breaches.map(({ quote }) => quote);
  return { vertical, language: language as Language, turns, breaches };
}

function ofCall(
  { transcript }: Call,
  { vertical, language, speakers, score }: NonNullable<Call["analysis"]>,
): SharedTalk {
  const turns = transcript.lines.map(({ speaker, text }) => ({
    who: speaker === speakers.rep ? ("rep" as const) : ("customer" as const),
    text,
  }));
  return { vertical, language, turns, breaches: score.breaches.map(({ quote }) => quote) };
}
