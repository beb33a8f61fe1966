import { expect } from "vitest";
import { onEverySurface } from "../helpers/surfaces.ts";

onEverySurface("a conversation", {
  "helps with what this person can ask, in their language": async ({ as }) => {
    await as("per_ana").says("help");
    expect(await as("per_ana").last()).toContain("my leads – the leads that are yours");
    expect(await as("per_ana").last()).not.toContain("team leads");
    await as("per_lei").says("帮助");
    expect(await as("per_lei").last()).toContain("我的线索");
    await as("per_mia").says("help");
    expect(await as("per_mia").last()).toContain("team leads");
  },

  "offers choices for words it does not understand, and they work": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("gimme them leadz");
    expect(await ana.last()).toContain("Did you mean one of these?");
    await ana.taps("my leads");
    expect(await ana.last()).toContain("You have no leads right now");
  },

  "changes language on request, for good": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("中文");
    expect(await ana.last()).toContain("以后我用中文");
    await ana.says("my leads");
    expect(await ana.last()).toContain("您现在没有线索");
  },

  "refuses a rep what only managers may, with a sentence": async ({ as }) => {
    await as("per_ana").says("team leads");
    expect(await as("per_ana").last()).toContain("You may not do that");
  },

  "says when a message is too long": async ({ as }) => {
    await as("per_ana").says("x".repeat(19_999)); // the longest that is read
    expect(await as("per_ana").last()).toContain("I did not understand that");
  },

  "keeps what was agreed to, and what was withdrawn": async ({ world, as }) => {
    const lei = as("per_lei");
    await lei.says("隐私");
    await lei.taps("同意：保存我的演练记录和得分");
    expect(await lei.last()).toContain("同意");
    await lei.taps("撤回：保存我的演练记录和得分");
    const [consent] = await world.ringside.records.read.consents.find({ personId: "per_lei" });
    expect(consent).toMatchObject({ purpose: "practice", withdrawnAt: expect.any(Number) });
    expect(await lei.all()).toHaveLength(1);
  },

  "lets a manager add somebody, who can talk at once": async ({ world, as }) => {
    const mia = as("per_mia");
    await mia.says("add person");
    const form = {
      name: "Tom",
      email: "tom@team.example",
      role: "rep",
      language: "en",
      capacity: 5,
    };
    expect((await mia.fills({ ...form, timeZone: "Mars/Olympus" })).errors).toHaveProperty(
      "timeZone",
    );
    expect((await mia.fills({ ...form, timeZone: "UTC", email: "tom" })).errors).toHaveProperty(
      "email",
    );
    await mia.fills({ ...form, timeZone: "UTC" });
    const [tom] = await world.ringside.records.read.people.find({ name: "Tom" });
    expect(tom).toMatchObject({ managerId: "per_mia", capacity: 5 });
    await as(tom?.id ?? "").says("hi");
    expect(await as(tom?.id ?? "").last()).toContain("Hello Tom");
  },

  "survives a handler that fails, and says so": async ({ world, as }) => {
    const ana = as("per_ana");
    const { records } = world.ringside;
    const broken = records.read.conversations.get;
    records.read.conversations.get = () => Promise.reject(new Error("disk on fire"));
    await ana.says("why");
    records.read.conversations.get = broken;
    expect(await ana.last()).toContain("Something went wrong on my side");
    await ana.says("help");
    expect(await ana.last()).toContain("Hello Ana Silva");
  },
});
