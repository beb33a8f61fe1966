import { expect } from "vitest";
import { onEverySurface } from "../helpers/surfaces.ts";

const hourMs = 3_600_000;

onEverySurface("home", {
  "shows a rep their leads, what waits for them, and what practice there is": async ({
    world,
    as,
  }) => {
    const ana = as("per_ana");
    await ana.says("home");
    expect(await ana.last()).toContain("No leads right now");
    expect(await ana.last()).toContain("Nothing is due.");
    expect(await ana.last()).toContain(
      "Playbooks in English: finance, manufacturing and medical devices.",
    );
    expect(await ana.last()).toContain("You have not practised yet");

    await world.arrives("led_1");
    await ana.says("my day");
    expect(await ana.last()).toContain("1 waiting for your answer, 0 accepted.");
    expect(await ana.last()).toMatch(/Answer Wang Li · Acme Medical by .*13:00.* · 4 h left/);
    await ana.taps("Wang Li · Acme Medical");
    expect(await ana.last()).toContain("How the fit adds up");
    await ana.taps("Accept");
    await ana.says("today");
    expect(await ana.last()).toContain("0 waiting for your answer, 1 accepted.");
    await ana.taps("my leads");
    expect(await ana.last()).toContain("My leads");
  },

  "says by when, where there is a deadline": async ({ world, as }) => {
    await world.arrives("led_1");
    const { records } = world.ringside;
    const [offer] = await records.read.assignments.find({ leadId: "led_1" });
    const deadlineAt = world.ringside.clock() + 3 * hourMs;
    await records.write((unit) => unit.assignments.update(offer?.id ?? "", { deadlineAt }));
    const ana = as("per_ana");
    await ana.says("home");
    expect(await ana.last()).toMatch(/Answer Wang Li · Acme Medical by .*12:00.* · 3 h left/);
    await world.passes(3.5 * hourMs); // what ends the offer comes at one o'clock
    await ana.says("home");
    expect(await ana.last()).toContain("overdue");
  },

  "speaks Chinese to whoever reads it": async ({ as }) => {
    const lei = as("per_lei");
    for (const words of ["首页", "今日待办", "工作台"]) {
      await lei.says(words);
      expect(await lei.last()).toContain("李雷，您的今日概览");
    }
    expect(await lei.last()).toContain("中文剧本：金融、制造和医疗器械。");
    expect(await lei.last()).toContain("没有到期的事项。");
  },

  "shows a manager the team, who waits longest, and what is nobody's": async ({ world, as }) => {
    for (let number = 1; number <= 7; number += 1) await world.arrives(`led_${number}`);
    const mia = as("per_mia");
    await mia.says("home");
    const home = await mia.last();
    expect(home).toContain("Ana Silva | 0 | 3");
    expect(home).toContain("李雷 | 0 | 3");
    expect(home).toContain("Waiting longest: Wang Li · Acme Medical, offered to");
    expect(home).toContain("One lead is nobody's.");
    expect(home).toContain("Nothing was imported yet");
    expect(home).not.toContain("My leads");
    await mia.taps("Give Wang Li · Acme Medical to …");
    expect((await mia.fills({ rep: "per_ana", reason: "" })).errors).toHaveProperty("reason");
    await mia.drops({ name: "leads.csv", content: "name,company\nEva,Initech\n" });
    await mia.says("today");
    expect(await mia.last()).toContain("leads: waiting for your word");
  },

  "tells a contributor and an operator only what is true for them": async ({ world, as }) => {
    const bob = as("per_bob");
    await bob.says("home");
    expect(await bob.last()).toContain("Nothing waits for you here.");
    expect(await bob.last()).not.toContain("lead");
    await world.arrives("led_event", { source: "event", contactId: "con_wang" });
    await world.passes(1_000);
    await bob.says("my leads");
    expect(await bob.last()).toMatch(/event \D*1\D+0\D+0/);
    expect(await bob.last()).not.toMatch(/Wang|Ana|李雷/);
    await world.passes(1_000);
    await bob.says("线索后来怎么样了");
    expect(await bob.last()).toMatch(/event \D*1\D+0\D+0/);
    await world.add("person", "per_opa", { name: "Opa", role: "operator" });
    const opa = as("per_opa");
    await opa.says("home");
    expect(await opa.last()).toContain("2 reps, 1 managers, 1 contributors, 1 operators.");
  },
});
