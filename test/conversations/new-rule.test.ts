import { expect } from "vitest";
import { doubtRule as id, withHistory } from "../helpers/rule-history.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const toState = async ({ world }: Stage, ruleId: string) =>
  (await world.ringside.records.read.rules.get(ruleId))?.state;

onEverySurface("a new rule", {
  "comes from a form, is tried at once, and stays off": async (stage) => {
    await withHistory(stage);
    const mia = stage.as("per_mia");
    await mia.says("new rule");
    const form = { sign1: "page.view page product", within: 7, due: 24 };
    expect((await mia.fills({ ...form, name: "", within: -3 })).errors).toMatchObject({
      within: "Give a number of days above 0, at most 365.",
    });
    expect((await mia.fills({ ...form, name: id })).errors).toHaveProperty("name");
    const answer = await mia.fills({ ...form, name: "Product watchers", order: "all" });
    expect(answer.toast).toContain("is saved, and off");
    expect(await mia.last()).toContain("It would have fired 4 times");
    expect(await toState(stage, "product-watchers")).toBe("off");
    await stage.world.passes(1_000);
    await mia.says("new rule");
    expect((await mia.fills({ ...form, name: "Product watchers" })).errors).toHaveProperty("name");
  },

  "as text is checked with line, column and fix": async (stage) => {
    const mia = stage.as("per_mia");
    const steps = "steps: [ { touch: form.submit } ]";
    const wrong: [string, string][] = [
      ["id: a\nsteps:\n  - { touch: page.veiw }", "Line 3, column 14: no touch is called"],
      [`id: a\nwithin: -3d\n${steps}`, "is negative"],
      ["id: a\nsteps: [ { touch: page.view, where: { page: { gt: 5, lt: 3 } } } ]", "no touch can"],
      [`id: a\n${steps}\nunless: [ { touch: form.submit } ]`, "can never match"],
      [`id: ${id}\n${steps}`, "is the name of a rule that ships"],
      [`- id: a\n  ${steps}\n- id: b\n  ${steps}`, "Write one rule at a time"],
    ];
    for (const [text, said] of wrong) {
      await mia.says(`new rule\n${text}`);
      expect(await mia.last()).toContain(said);
    }
    await mia.says(`new rule\nid: fine\n${steps}\n`);
    expect(await mia.last()).toContain("What “fine” would have done");
    expect(await toState(stage, "fine")).toBe("off");
    await mia.says("rule fine");
    await mia.taps("As text");
    const taken = await mia.fills({ text: `id: other\n${steps}` });
    expect(taken.errors?.text).toContain("has to stay “fine”");
    expect((await mia.fills({ text: `id: fine\nsteps: []` })).errors?.text).toContain("Line 2");
    await mia.fills({ text: `id: fine\nsteps: [ { touch: email.reply } ]` });
    expect(await mia.last()).toContain("Changed: its text");
  },

  "as text can be too much": async ({ as }) => {
    const mia = as("per_mia");
    await mia.says(`new rule\nid: a\n${"# x\n".repeat(3_000)}`);
    expect(await mia.last()).toContain("At most 10000 characters");
    const steps = Array.from({ length: 21 }, () => "  - { touch: page.view }").join("\n");
    await mia.says(`new rule\nid: a\nwithin: 1d\nsteps:\n${steps}`);
    expect(await mia.last()).toContain('Line 4, column 3: "steps" of "a" has 21');
  },

  "is made in Chinese": async (stage) => {
    const { world, as } = stage;
    await world.ringside.records.write((unit) =>
      unit.people.get("per_lei").then(async (lei) => {
        if (lei) await unit.putRecords("person", [{ ...lei, role: "manager" }]);
      }),
    );
    const lei = as("per_lei");
    await lei.says("新建规则");
    const form = { name: "关注产品", sign1: "page.view page product", within: 7, due: 24 };
    expect((await lei.fills(form)).toast).toContain("“关注产品”已保存，尚未启用");
    expect(await lei.last()).toContain("“关注产品”如果早已启用");
    expect(await toState(stage, "关注产品")).toBe("off");
    await lei.says("新建规则\nid: 甲\nsteps: [ { touch: page.veiw } ]");
    expect(await lei.last()).toContain(
      "第 2 行第 19 列：没有叫“page.veiw”的行为。修改办法：改成 page.view",
    );
  },
});
