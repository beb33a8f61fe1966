import { beforeAll, expect } from "vitest";
import type { Person } from "../../src/core/model.ts";
import { closeWithReport } from "../../src/core/training/report/close-session.ts";
import { prepareReport } from "../../src/core/training/report/prepare-report.ts";
import { played } from "../core/training/played.ts";
import { seenBy } from "../helpers/seen-by.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const day = 86_400_000;

/** A session this person has just played, and its report. */
async function plays(
  { world }: Stage,
  personId: string,
  { sessionId, rep = "excellent" }: { sessionId: string; rep?: "excellent" | "poor" },
): Promise<void> {
  const { records } = world.ringside;
  const person = (await records.read.people.get(personId)) as Person;
  const training = sharedTraining();
  const session = played(training.library(), { language: person.language, rep });
  const prepared = await prepareReport(training, { session });
  await records.write(async (unit) => {
    const card = await closeWithReport(unit, { person, sessionId, session, prepared });
    unit.post({ to: personId, card });
  });
  await world.ringside.drain();
}

/** Everything this person sees. */
onEverySurface("skills", {
  "belong to the rep, who shares a session, sees every look, and takes it back": async (stage) => {
    const { as, world } = stage;
    const [ana, mia] = [as("per_ana"), as("per_mia")];
    await ana.says("my skills");
    expect(await ana.last()).toContain("Nothing here yet");
    await ana.says("privacy");
    await ana.taps("Agree: keep my practice sessions and scores");

    await plays(stage, "per_ana", { sessionId: "prc_1" });
    expect(await ana.last()).toContain("PRACTICE");
    expect(await ana.last()).toMatch(/\d+ of 100 · They said yes/);
    expect(await ana.last()).toContain("Only you see this.");
    await plays(stage, "per_ana", { sessionId: "prc_2", rep: "poor" });
    expect(await ana.last()).toMatch(/entries\.yaml:\d+/);
    await world.passes(1000);
    await ana.says("my skills");
    expect(await ana.last()).toMatch(/Rapport: \d+ % \(\d+–\d+\) · 2 talks/);
    await ana.taps("Rapport");
    expect(await seenBy(ana)).toMatch(/practice · \d of \d checks/);

    await ana.taps("Share with my manager");
    expect(await seenBy(ana)).toContain("Your first 30 days are yours alone");
    await mia.says("team skills");
    expect(await mia.last()).toContain("Nobody in your team shares practice yet");
    await ana.says("what my manager sees");
    expect(await ana.last()).toContain("Who could look: Mia Manager.");
    expect(await ana.last()).toContain("nobody sees anything before");
    expect(await ana.last()).toContain("Nobody has looked.");

    await world.passes(31 * day);
    await mia.says("team skills");
    expect(await mia.last()).toMatch(/Ana Silva: .*Rapport \d+ % \(\d+–\d+, n = 1\)/);
    expect(await mia.last()).toContain("1 of 2 reps share something");
    await mia.taps("Ana Silva");
    expect(await mia.last()).toContain("Team skills: Ana Silva");
    await mia.taps("Rapport");
    expect(await mia.last()).toContain("Team skills: Ana Silva, Rapport");
    expect(await mia.last()).toMatch(/practice · \d of \d checks · .* · shared/);
    await mia.taps("Suggest a practice: Rapport");
    await world.passes(day);
    expect(await seenBy(ana)).toContain("Mia Manager suggests a practice: Rapport");
    await ana.taps("Practise now");
    expect(await ana.last()).toContain("PRACTICE");

    await ana.says("what my manager sees");
    expect(await ana.last()).toContain("They see exactly this:");
    expect(await ana.last()).toContain("Mia Manager: your sentences on Rapport");
    expect(await ana.last()).toContain("Mia Manager: the team's heat map");
    await ana.taps("Stop sharing 1");
    expect(await ana.last()).toContain("They see nothing of your practice");
    await world.passes(1000);
    await mia.says("team skills");
    expect(await mia.last()).toContain("Nobody in your team shares practice yet");
  },

  "are told in Chinese, with the list of sessions and deleting one": async (stage) => {
    const { as, world } = stage;
    const lei = as("per_lei");
    await lei.says("隐私");
    await lei.taps("同意：保存我的演练记录和得分");
    await plays(stage, "per_lei", { sessionId: "prc_1" });
    expect(await lei.last()).toContain("演练报告");
    expect(await lei.last()).toContain("只有您能看到");
    await lei.taps("分享给主管");
    expect(await lei.last()).toContain("最初 30 天只属于您自己");
    await lei.says("演练记录");
    expect(await lei.last()).toContain("您和主管");
    await lei.taps("打开第 1 条");
    await lei.taps("取消分享");
    await lei.says("我的能力");
    expect(await lei.last()).toMatch(/建立信任: \d+%（\d+–\d+） · 1 次谈话/);
    await lei.taps("删除");
    expect(await seenBy(lei)).toContain("已删除");
    await world.passes(1000);
    await lei.says("主管能看到什么");
    expect(await lei.last()).toContain("他们看不到您的任何演练、通话或能力");
    await lei.says("我的能力");
    expect(await lei.last()).toContain("这里还没有内容");
    expect(await world.ringside.records.read.skillEvidence.count({})).toBe(0);
  },
});
