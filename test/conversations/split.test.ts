import { expect } from "vitest";
import { aVisit, linkOf, visits } from "../core/identity/world.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const byMail = { email: "wang@acme.example" };

/** Ana has Wang Li of Acme, whose phone and second cookie are really somebody else's. */
async function withShared({ world }: Stage): Promise<void> {
  const wang = { name: "Wang Li", accountId: "acc_acme", email: "wang@acme.example" };
  await world.add("contact", "con_wang", { ...wang, phone: "+442079460958" });
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
  await world.add("account", "acc_lan", { name: "蓝海物流", domain: "lanhai.example" });
  const contact = { name: "王总", accountId: "acc_lan", email: "wang@lanhai.example" };
  await world.add("contact", "con_lan", contact);
  const lan = { title: "蓝海", contactId: "con_lan", accountId: "acc_lan", ownerId: "per_lei" };
  await world.add("lead", "led_lan", { ...lan, status: "accepted" });
  await visits(world, aVisit({ ...byMail, anonymousId: "cookie-1" }));
  await world.passes(1_000);
  await visits(world, aVisit({ phone: "+442079460958", anonymousId: "cookie-2" }));
  await visits(world, aVisit({ email: "wang@lanhai.example", anonymousId: "cookie-3" }));
}

onEverySurface("a contact who is two people", {
  "is split by a form from its card, is two from then on, and one again on a word": async (
    stage,
  ) => {
    await withShared(stage);
    const { world } = stage;
    const ana = stage.as("per_ana");
    await ana.says("customer Acme");
    await ana.taps("Who is this?");
    await ana.taps("Part of this is not Wang Li");
    expect(await ana.last()).toContain("Which part of Wang Li is somebody else?");
    const empty = await ana.fills({ theirs: [], name: "Zoe Hart", reason: "She said so" });
    expect(empty.errors).toHaveProperty("theirs");
    // E-mail, phone, then the visitors, the latest linked first.
    await ana.fills({ theirs: ["1", "2"], name: "Zoe Hart", reason: "She answered the phone" });
    expect(await ana.last()).toContain("Two people now: Wang Li and Zoe Hart");
    expect(await ana.last()).toContain("Ana Silva: “She answered the phone”");
    const { contacts } = world.ringside.records.read;
    const [zoe] = await contacts.find({ phone: "+442079460958" });
    expect(zoe).toMatchObject({ name: "Zoe Hart", accountId: "acc_acme", email: null });
    expect(await linkOf(world, "cookie-2")).toBe(zoe?.id);
    expect(await linkOf(world, "cookie-1")).toBe("con_wang");
    const undo = await ana.refOf("Undo");
    // The old name on the other's device asks nobody again: that was said.
    await visits(world, aVisit({ ...byMail, anonymousId: "cookie-2" }));
    expect(await ana.last()).toContain("Two people now");
    await ana.taps("Undo", { ref: undo });
    expect(await ana.last()).toContain("One again: Zoe Hart is part of Wang Li");
    expect((await contacts.get("con_wang"))?.phone).toBe("+442079460958");
    expect(await linkOf(world, "cookie-2")).toBe("con_wang");
    expect((await ana.taps("Undo", { ref: undo })).toast).toContain("not there any more");
  },

  "is split by a sentence in Chinese; somebody else's contact is not": async (stage) => {
    await withShared(stage);
    const lei = stage.as("per_lei");
    await lei.says("拆分 Wang Li");
    expect(await lei.last()).toContain("您的联系人里没有叫“Wang Li”的");
    await lei.says("王总其实是两个人");
    expect(await lei.last()).toContain("王总 的哪些记录其实是另一位？");
    const wrong = await lei.fills({ theirs: ["1"], name: "", reason: "" });
    expect(wrong.errors).toMatchObject({ name: "请填写另一位的姓名。" });
    await lei.fills({ theirs: ["1"], name: "陈助理", reason: "是他助理的电脑" });
    expect(await lei.last()).toContain("现在是两位：王总 和 陈助理");
    expect(await lei.last()).toContain("：“是他助理的电脑”");
    expect(await linkOf(stage.world, "cookie-3")).not.toBe("con_lan");
    const bob = stage.as("per_bob");
    await bob.says("split Wang Li");
    expect(await bob.last()).toContain("You may not do that");
    const ana = stage.as("per_ana");
    await ana.says("split 王总");
    expect(await ana.last()).toContain("None of your contacts is called “王总”");
    await ana.says("split");
    expect(await ana.last()).toContain("Say whom: “split NAME”.");
  },
});
