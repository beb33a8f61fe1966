// From a call's lines to what it shows: who is who, the score of the practice scorer, the summary, a better answer.
import { RetryLater } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Workdays } from "../../people/working-time.ts";
import { findPlaybook, type Library } from "../library.ts";
import { maxRead } from "../moves/text.ts";
import type { BetterLine } from "../report/practice-report.ts";
import { type Found, toBetter } from "../report/prepare-report.ts";
import type { ScoredTurn } from "../scorer/model.ts";
import { toRulebook, universalRulebook } from "../scorer/rulebook.ts";
import { scoreTranscript } from "../scorer/score.ts";
import type { ScriptSearch } from "../script-search.ts";
import type { Analysis, Line, Speakers } from "./call.ts";
import type { CallAbout } from "./call-about.ts";
import { draftStep } from "./draft-step.ts";
import { sureEnough } from "./speakers/find-speakers.ts";
import { summarise } from "./summarise.ts";
import { languageOfTalk } from "./transcript/language-of-talk.ts";

/** What a call is analysed with. */
export type AnalysisServices = {
  /** Throws RetryLater before it was read once. */
  library: () => Library;
  scripts: ScriptSearch;
  workdays: Workdays;
};

type Given = { person: Person; at: number; about: CallAbout; lines: Line[]; speakers: Speakers };

/** Analyses a call whose lines all have a speaker. Looks in the library, so outside transactions. */
export async function analyseCall(services: AnalysisServices, given: Given): Promise<Analysis> {
  const { person, at, about, lines, speakers } = given;
  const turns = toTurns(lines, speakers.rep);
  const language = languageOfTalk(lines.map(({ text }) => text).join(" ")) === "zh" ? "zh" : "en";
  const vertical = about.vertical ?? null;
  const playbook = findPlaybook(services.library(), { vertical: vertical ?? "", language });
  const rulebook = playbook ? toRulebook(playbook) : universalRulebook(language, []);
  const summary = summarise(turns);
  const deals = about.deal ? [about.deal] : [];
  const context = { now: at, timeZone: person.timeZone, workdays: services.workdays, deals };
  return {
    ...{
      language,
      vertical,
      customer: about.label,
      dealStage: about.deal?.stage ?? null,
      speakers,
    },
    score: scoreTranscript(turns, rulebook),
    asks: Object.fromEntries((playbook?.rubric ?? []).map(({ id, check }) => [id, check])),
    ...summary,
    better: await findBetter(services.scripts, {
      before: summary.worst?.before,
      vertical,
      language,
    }),
    draft: draftStep(summary.commitments, context),
    counts: speakers.ground !== "lines" && speakers.sure >= sureEnough,
  };
}

/** What one side says in a row is one turn, as in a practice, as long as all of it is read. */
function toTurns(lines: readonly Line[], rep: string): ScoredTurn[] {
  const turns: ScoredTurn[] = [];
  for (const { speaker, text } of lines) {
    const who = speaker === rep ? "rep" : "customer";
    const last = turns.at(-1);
    const isRoom = last !== undefined && last.text.length + text.length < maxRead;
    if (last?.who === who && isRoom) last.text = `${last.text} ${text}`;
    else turns.push({ who, text });
  }
  return turns;
}

type Wanted = Pick<Analysis, "vertical" | "language"> & { before: string | undefined };

/** The library's nearest line to what the customer had just said; none while its index is being built. */
async function findBetter(
  scripts: ScriptSearch,
  { before, vertical, language }: Wanted,
): Promise<BetterLine | null> {
  if (!before) return null;
  try {
    const hits: Found[] = await scripts.search(
      before,
      { language, ...(vertical ? { vertical } : {}) },
      1,
    );
    return hits[0] ? toBetter(hits[0]) : null;
  } catch (error) {
    if (error instanceof RetryLater) return null;
    throw error;
  }
}
