// Trying on one's own history, the six questions before a first publication, and the 72 hours after it.
import { beforeAll, expect } from "vitest";
import { factors } from "../../src/core/leads/factors.ts";
import { questionIds } from "../../src/core/strategy/sandbox/questions.ts";
import { addCalledDeals } from "../helpers/called-deals.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

const minute = 60_000;

beforeAll(() => sharedTraining().reload());

const answers = (...given: string[]): Record<string, string> =>
  Object.fromEntries(questionIds.map((id, index) => [id, given[index] ?? ""]));
/** The answer stands where the questions were asked. */
const shownTo = (shown: { text: string }[]) => shown.map(({ text }) => text).join("\n");
/** Every factor of the form at nothing. */
const noWeights = Object.fromEntries(factors.map(({ id }) => [id, 0]));
const right = ["b", "a", "c", "b", "c", "a"];

onEverySurface(
  { title: "a first publication", options: async () => ({ asksFirst: true }) },
  {
    "is tried in the sandbox, waits for six questions, and is followed for 72 hours": async ({
      world,
      as,
    }) => {
      const [mia, ana, lei] = [as("per_mia"), as("per_ana"), as("per_lei")];
      const { read } = world.ringside.records;
      await lei.says("沙盒");
      expect(await lei.last()).toContain("您没有这个权限");
      await mia.says("timeline");
      expect(await mia.last()).toContain("No change to look at yet");
      await world.arrives("led_1");

      await mia.says("sandbox");
      const sandbox = await mia.last();
      expect(sandbox).toContain("1 leads decided by fit");
      expect(sandbox).toContain("6 questions on data");
      await mia.taps("Try weights …");
      await mia.fills({ ...noWeights, load: 50, speed: 50 });
      expect(await mia.last()).toContain("of the last 1 leads would have gone to somebody else");
      expect(await read.weightVersions.count({ authorId: "per_mia" })).toBe(0);

      const refused = await mia.taps("Publish …");
      expect(refused.toast).toBe("Six questions first");
      expect(await mia.last()).toContain("What you were about to publish waits where it is.");
      await mia.taps("Begin the questions …");
      const missing = await mia.fills(answers("b", "a"));
      expect(Object.keys(missing.errors ?? {})).toHaveLength(4);
      await mia.fills(answers("a", "a", "c", "b", "b", "a"));
      const told = await mia.last();
      expect(told).toContain("2 answers were not right");
      expect(told).toContain("30 % to 95 %");
      expect(told).toContain("for pay or dismissal");
      expect(told).not.toContain("would get hardly any leads");
      expect((await mia.taps("Publish …")).toast).toBe("Six questions first");

      await mia.taps("Try again …");
      await mia.fills({ few_cases: "b", whose_skills: "c" });
      expect(shownTo(await mia.all())).toContain("All six answered: you may publish");
      const known = await read.publishers.get("per_mia");
      expect(known?.answers).toMatchObject({
        few_cases: { tries: 2, isRight: true },
        who_loses: { tries: 1, isRight: true },
      });
      expect(await read.audits.count({ action: "questions.passed", actorId: "per_mia" })).toBe(1);

      await mia.taps("Publish …");
      await mia.fills({ reason: "Spread the load" });
      await world.passes(5 * minute);
      await world.arrives("led_2", { title: "Second" });
      await mia.says("timeline");
      const early = await mia.last();
      expect(early).toContain("72 hours after weights version 2");
      expect(early).toContain("Mia Manager put version 2 in force");
      expect(early).toContain("“Spread the load”");
      expect(early).toContain("1 lead was decided with it");
      expect(early).toContain("0 of 0 answered were accepted; 1 still open");
      expect(early).toContain("Whether it came of the change is for a test to say.");
      await ana.says("timeline");
      expect(await ana.last()).toContain("You may not do that");

      await mia.says("中文");
      await world.passes(minute);
      await mia.says("变更时间线");
      expect(await mia.last()).toContain("权重第 2 版之后的 72 小时");
      await mia.says("沙盒");
      expect(await mia.last()).toContain("您可以发布：六道题已经答完。");
    },

    "asks before a strategy and a rule as well, in Chinese too": async ({ world, as }) => {
      const mia = as("per_mia");
      await addCalledDeals(world);
      await mia.says("中文");
      await mia.says("策略：打电话能提高赢单 20 个百分点，因为客户觉得被听见");
      await mia.taps("对，开始检验");
      expect((await mia.taps("发布")).toast).toBe("先答六道题");
      const { read } = world.ringside.records;
      expect(await read.strategies.count({ state: "published" })).toBe(0);
      await mia.taps("开始答题……");
      await mia.fills(answers(...right));
      expect(await mia.last()).toContain("六道题全部答对：您可以发布了");
      await mia.taps("发布");
      expect(await read.strategies.count({ state: "published" })).toBe(1);

      await world.passes(minute);
      await mia.taps("怎么用……");
      await mia.taps("做成规则……");
      await mia.taps("启用……");
      await mia.fills({ reason: "数据支持" });
      await world.passes(minute);
      await mia.says("72小时时间线");
      const line = await mia.last();
      expect(line).toContain("策略启用之后的 72 小时（行为规则）");
      expect(line).toContain("Mia Manager说什么有效：我方致电；检验之前已登记");
      expect(line).toContain("检验结果：得到支持");
      expect(line).toContain("规则还没有触发任何行动");
      expect(line).toContain("现在下结论为时过早");
    },
  },
);
