import { expect } from "vitest";
import { onEverySurface, onLocalChat, type Stage } from "../helpers/surfaces.ts";

const minuteMs = 60_000;

/** Ana has accepted Wang Li of Acme; Lei has a deal of 蓝海. */
async function withCustomers({ world, as }: Stage): Promise<void> {
  await world.arrives("led_1");
  await as("per_ana").taps("Accept");
  await world.add("account", "acc_lan", { name: "蓝海物流" });
  await world.add("deal", "dea_lan", {
    name: "蓝海 2027 续约",
    accountId: "acc_lan",
    ownerId: "per_lei",
  });
}

const touchesOf = ({ world }: Stage, contactId = "con_wang") =>
  world.ringside.events.ofContacts([contactId]);

onEverySurface("a note on a lead or deal", {
  "by words is kept at once, word for word, and says where": async (stage) => {
    await withCustomers(stage);
    const ana = stage.as("per_ana");
    await ana.says("note Acme: They want a demo – on Friday, 10:30!");
    expect(await ana.last()).toContain("Kept with Wang Li · Acme Medical");
    expect(await ana.last()).toContain("They want a demo – on Friday, 10:30!");
    expect(await ana.last()).toContain("You can take it back until 09:10.");
    const [touch] = await touchesOf(stage);
    expect(touch).toMatchObject({
      type: "note.added",
      contactId: "con_wang",
      source: "chat",
      props: {
        text: "They want a demo – on Friday, 10:30!",
        authorId: "per_ana",
        about: { kind: "lead", id: "led_1" },
      },
    });
    await ana.says("why Acme");
    await ana.taps("Details");
    expect(await ana.last()).toContain("Last notes");
    expect(await ana.last()).toContain("on Friday, 10:30!");
  },

  "works the same in Chinese, on a deal that has only a company": async (stage) => {
    await withCustomers(stage);
    const lei = stage.as("per_lei");
    await lei.says("记一下 蓝海：王总说，预算50万，下周三给答复。");
    expect(await lei.last()).toContain("已保存到 蓝海 2027 续约");
    expect(await lei.last()).toContain("王总说，预算50万，下周三给答复。");
    await lei.says("附到 蓝海物流：「这个价格对我们太高了」");
    await lei.says("查看备注 蓝海");
    expect(await lei.last()).toContain("蓝海 2027 续约 · 蓝海物流 的备注");
    expect(await lei.last()).toContain("客户原话，由 李雷 保存");
    const [note, words] = await stage.world.ringside.events.ofAccounts(["acc_lan"]);
    expect([note?.type, words?.type]).toEqual(["note.added", "message.attached"]);
    expect(words?.props.text).toBe("「这个价格对我们太高了」");
  },

  "can be taken back for ten minutes, and is then shown to nobody": async (stage) => {
    await withCustomers(stage);
    const ana = stage.as("per_ana");
    await ana.says("note Acme: wrong customer");
    await ana.taps("Take it back");
    expect(await ana.last()).toContain("Taken back from Wang Li · Acme Medical");
    expect(await ana.last()).not.toContain("wrong customer");
    await ana.says("notes Acme");
    expect(await ana.last()).toContain("There are no notes on Wang Li · Acme Medical yet");
    expect((await touchesOf(stage)).map(({ type }) => type)).toEqual([
      "note.added",
      "note.withdrawn",
    ]);

    await ana.says("note Acme: right customer");
    const undo = await ana.refOf("Take it back");
    await stage.world.passes(11 * minuteMs);
    expect((await ana.taps("Take it back", { ref: undo })).toast).toContain("more than 10 minutes");
    await ana.says("notes Acme");
    expect(await ana.last()).toContain("right customer");
  },

  "taken back twice is taken back once": async (stage) => {
    await withCustomers(stage);
    const ana = stage.as("per_ana");
    await ana.says("note Acme: once");
    const undo = await ana.refOf("Take it back");
    await ana.taps("Take it back", { ref: undo });
    expect((await ana.taps("Take it back", { ref: undo })).toast).toBe(
      "That is taken back already.",
    );
    expect(await touchesOf(stage)).toHaveLength(2);
  },

  "asks by a form which customer it is about, and says what is missing": async (stage) => {
    await withCustomers(stage);
    const ana = stage.as("per_ana");
    await ana.says("note");
    const empty = await ana.fills({ deal: "led_1", text: "  " });
    expect(empty.errors).toHaveProperty("text");
    const foreign = await ana.fills({ deal: "dea_lan", text: "hello" });
    expect(foreign.errors?.deal).toContain("is not yours, or it is closed");
    await ana.fills({ deal: "led_1", text: "Called; they are keen." });
    expect(await ana.last()).toContain("Kept with Wang Li · Acme Medical");
    expect(await touchesOf(stage)).toHaveLength(1);
  },

  "asks which one when several fit, and whom it is when none does": async (stage) => {
    await withCustomers(stage);
    await stage.world.add("deal", "dea_a", {
      name: "Acme expansion",
      accountId: "acc_acme",
      ownerId: "per_ana",
    });
    const ana = stage.as("per_ana");
    await ana.says("note acme: the quote is out");
    expect(await ana.last()).toContain("Which “acme” do you mean?");
    await ana.fills({ deal: "dea_a", text: "the quote is out" });
    expect(await ana.last()).toContain("Kept with Acme expansion");

    await ana.says("note 蓝海: somebody else's customer");
    expect(await ana.last()).toContain("I know no open lead or deal of yours called “蓝海”");
    const lei = stage.as("per_lei");
    await lei.says("备注 环球：报价已发");
    expect(await lei.last()).toContain("没有找到您名下叫“环球”的未结线索或商机");
  },

  "is refused where it is too long, and where there is nobody to note": async (stage) => {
    const ana = stage.as("per_ana");
    await ana.says("note Acme: hello");
    expect(await ana.last()).toContain("You have no open lead or deal to keep a note with");
    await withCustomers(stage);
    const long = `start ${"long ".repeat(1_000)}end`;
    await ana.says(`attach to Acme: ${long}`);
    expect(await ana.last()).toContain("… 5,009 characters in all.");
    expect((await touchesOf(stage))[0]?.props.text).toBe(long);
  },
});

onLocalChat("a note on a lead or deal", {
  "is a rep's and a manager's: a contributor may not": async (stage) => {
    const bob = stage.as("per_bob");
    await bob.says("note Acme: hello");
    expect(await bob.last()).toContain("You may not do that");
  },

  "says nothing about fit: what a colleague wrote is no behaviour of the customer": async (
    stage,
  ) => {
    await withCustomers(stage);
    await stage.as("per_ana").says("note Acme: hello");
    await stage.world.arrives("led_2");
    const [assignment] = await stage.world.ringside.records.read.assignments.find({
      leadId: "led_2",
    });
    const behaviour = assignment?.contributions.find(({ factor }) => factor === "behaviour");
    expect(behaviour).toMatchObject({ known: false });
  },
});
