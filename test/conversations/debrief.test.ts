import { expect } from "vitest";
import { operator } from "../../src/core/people/actor.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

const minute = 60_000;
const hour = 60 * minute;
/** What the contracts ask for before a deal is over. */
const known = {
  ...{ closeDate: testNow, nextStep: "contract", nextStepDate: testNow + 86_400_000 },
  ...{ decisionMaker: "Wang Li", budgetStatus: "confirmed", currency: "EUR" },
};

async function closes({ world }: Stage, id: string, status: "won" | "lost"): Promise<void> {
  const { ringside } = world;
  await ringside.records.write(async (unit) => {
    const lossReason = status === "lost" ? "price" : null;
    const set = { status, stage: status, closedAt: unit.now, amount: 900, ...known, lossReason };
    const evidence = { kind: "link", ref: "https://files.example/signed" };
    const changes = [{ kind: "deal" as const, id, set, evidence }];
    const by = { by: operator, via: "api", source: "test" } as const;
    expect(await ringside.gate.apply(unit, { ...by, changes })).toEqual([]);
  });
}

async function opens({ world }: Stage, id: string, ownerId: string): Promise<void> {
  await world.add("deal", id, {
    ...{ name: `Deal of ${ownerId}`, accountId: "acc_acme", ownerId, stage: "proposal" },
    ...{ openedAt: testNow, status: "open" },
  });
}

onEverySurface("debriefs", {
  "begin when a deal is won, lose what is personal, and become a talk track the team finds": async (
    stage,
  ) => {
    const { world, as } = stage;
    await sharedTraining().reload();
    const [ana, mia, lei] = [as("per_ana"), as("per_mia"), as("per_lei")];
    await opens(stage, "dea_one", "per_ana");
    await closes(stage, "dea_one", "won");
    await world.passes(11 * minute);
    expect(await ana.last()).toContain("Deal of per_ana is won. What turned it?");
    const missing = await ana.fills({ turned: "" });
    expect(missing.errors).toEqual({ turned: "Say in a few words what turned it." });
    await ana.fills({
      turned: "Wang Li at Acme saw the sterile corridor map, call her on +44 7700 900123.",
      objection: "Your autoclave blocks our sterile corridor for $40,000",
      words: "Let us walk the sterile corridor with a tape measure.\nWhat blocks it, we move.",
      named: "yes",
    });
    const draft = await ana.last();
    expect(draft).toContain("Let us walk the sterile corridor");
    expect(draft).toContain("Taken out: 4");
    for (const secret of ["Wang", "Acme", "7700", "40,000"]) expect(draft).not.toContain(secret);
    await ana.taps("Send to my manager");
    expect(await mia.last()).toContain("A talk track from Ana Silva, for your review");
    await world.passes(23 * hour);
    expect(await mia.last()).toContain("A talk track still waits for your review");
    await mia.taps("Change it");
    await mia.fills({
      ...{
        when: "They fear for the sterile corridor",
        say: "Walk the corridor, ask Ana Silva.",
        why: "x",
      },
      ...{ tactic: "risk_aversion", playbook: "medical" },
    });
    expect(await mia.last()).toContain("Walk the corridor, ask [name].");
    await mia.taps("Publish");
    await world.passes(minute);
    expect(await ana.last()).toContain("Mia Manager published your talk track");

    await ana.says("say medical: what about our sterile corridor");
    const found = await ana.last();
    expect(found).toContain("Walk the corridor, ask [name].");
    expect(found).toContain("from a won deal · author Ana Silva");
    await ana.taps("Practise 1");
    expect(await ana.last()).toContain("PRACTICE");
    await opens(stage, "dea_next", "per_lei");
    await lei.says("话术资产");
    expect(await lei.last()).toContain("来自赢单 · 作者：Ana Silva | 1 | 1 | 0 | 数据不足");
    await lei.taps("打开第 1 条");
    expect(await lei.last()).toContain("展示 1 次，演练 1 次，用在商机上 0 次。");
    await lei.taps("我用过……");
    await lei.fills({ deal: "dea_next" });
    expect(await lei.last()).toContain("已计入。");
    await world.passes(minute);
    await lei.says("团队话术");
    expect(await lei.last()).toContain("| 1 | 1 | 1 | 数据不足");
  },

  "are told in words in Chinese, refused with a reason, or left": async (stage) => {
    const { world, as } = stage;
    await sharedTraining().reload();
    const [mia, lei] = [as("per_mia"), as("per_lei")];
    await opens(stage, "dea_two", "per_lei");
    await closes(stage, "dea_two", "lost");
    await world.passes(11 * minute);
    expect(await lei.last()).toContain("“Deal of per_lei”丢单了，是什么起了作用？");
    await lei.taps("直接说");
    await lei.says("王总看了停机报告才松口。客户嫌五十万太贵。我说「按六年总账算」。");
    const draft = await lei.last();
    expect(draft).toContain("按六年总账算");
    expect(draft).toContain("已去掉 2 处（姓名、金额）");
    await lei.taps("发给我的经理");
    await mia.taps("Refuse");
    await mia.fills({ reason: "Known already" });
    expect(await mia.last()).toContain("Refused; its author was told why.");
    await world.passes(minute);
    expect(await lei.last()).toContain("Mia Manager没有发布您的话术：Known already");
    await lei.says("团队话术");
    expect(await lei.last()).toContain("还没有。");
    await opens(stage, "dea_three", "per_lei");
    await closes(stage, "dea_three", "won");
    await world.passes(11 * minute);
    await lei.taps("这次不写");
    expect(await lei.last()).toContain("已跳过，什么都没有保留。");
  },
});
