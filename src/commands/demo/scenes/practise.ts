// Scene 3: a few turns with the virtual customer, and the score of what was said.
import { textsFor } from "../../../core/text/texts.ts";
import { cardOf, repOf, type Scene, type Stage } from "../stage.ts";

const turnMs = 12_000;
/** Longer than a practice takes. */
const sessionMs = 6 * 60_000;
/** What whoever watches needs to read a sentence or two. */
const lineMs = 2_500;

export const practise: Scene = {
  name: "practice",
  async play(stage): Promise<object> {
    const rep = repOf(stage);
    const texts = textsFor(stage.options.language).demo;
    const { read } = stage.ringside.records;
    await stage.presses(rep, "lead.practise");
    await stage.presses(rep, "practice.agree");
    await stage.presses(rep, "practice.start");
    const [session] = await read.practiceSessions.find({ personId: rep.id });
    for (const line of texts.practice.lines) {
      await stage.passes(turnMs);
      await tellLastTurn(stage, session?.id ?? "");
      await stage.says(rep, line);
    }
    await tellLastTurn(stage, session?.id ?? "");
    await stage.passes(sessionMs);
    await stage.tell(texts.practice.timeUp);
    const report = await read.practiceReports.get(session?.id ?? "");
    if (!session || !report) throw new Error("The practice left no report.");
    await stage.show(rep, await cardOf(stage, rep, `report:${session.id}`));
    const { score } = report.body.report;
    return {
      ...{ rep: rep.name, scenario: session.scenario, turns: texts.practice.lines.length },
      ...{ score: score.score, checks: score.checks.length },
    };
  },
};

/** What the customer said last, as it stands in the conversation. */
async function tellLastTurn({ ringside, options }: Stage, sessionId: string): Promise<void> {
  const [turn] = await ringside.records.read.practiceTurns.find(
    { sessionId, speaker: "customer" },
    { order: { by: "number", descending: true }, limit: 1 },
  );
  if (!turn) throw new Error("The virtual customer says nothing.");
  options.print(textsFor(options.language).demo.practice.customer({ words: turn.text }));
  await options.pause(lineMs);
}
