import { describe, expect, it } from "vitest";
import type { Story } from "../../../../src/core/pipeline/brief/story.ts";
import { roleOf, toChain } from "../../../../src/core/pipeline/review/decision-chain.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { aContact, aDeal, anUpdate, aStory } from "../brief/stories.ts";

const wang = aContact("con_wang", "王建国", "总经理");
const zoe = aContact("con_zoe", "Zoe Berg", "Technical Director");
const max = aContact("con_max", "Max Fin", "Chief Financial Officer");
const eve = aContact("con_eve", "Eve Nurse", "Nurse");
const peopleOf = (story: Story, role: string) =>
  toChain(story).links.find((link) => link.role === role)?.people ?? [];

describe("the part a title suggests", () => {
  it.each([
    ["General Manager", "decides"],
    ["CEO", "decides"],
    ["副总经理", "decides"],
    ["CFO", "buys"],
    ["采购部主任", "buys"],
    ["Finance Director", "buys"],
    ["Technical Director", "checks"],
    ["信息科科长", "checks"],
    ["IT", "checks"],
    ["Nurse", undefined],
    [null, undefined],
  ])("of %s is %s: what somebody does goes before their rank", (title, role) => {
    expect(roleOf(title)).toBe(role);
  });
});

describe("the decision chain", () => {
  it("misses everybody where nobody is known", () => {
    const { links, others } = toChain(aStory({ deal: aDeal() }));
    expect(links.map(({ role, people }) => [role, people.length])).toEqual([
      ["decides", 0],
      ["buys", 0],
      ["checks", 0],
    ]);
    expect(others).toEqual([]);
  });

  it("takes a title for a guess, and only the deal for a name", () => {
    const contacts = [wang, zoe, max, eve];
    const story = aStory({ deal: aDeal(), contacts });
    expect(peopleOf(story, "decides")).toMatchObject([{ name: "王建国", ground: "title" }]);
    expect(peopleOf(story, "buys")).toMatchObject([{ name: "Max Fin" }]);
    expect(peopleOf(story, "checks")).toMatchObject([{ name: "Zoe Berg" }]);
    expect(toChain(story).others).toMatchObject([{ name: "Eve Nurse" }]);
    const named = aStory({ deal: aDeal({ decisionMaker: "Zoe" }), contacts });
    expect(peopleOf(named, "decides")).toMatchObject([
      { name: "Zoe Berg", ground: "named" },
      { name: "王建国", ground: "title" },
    ]);
    expect(peopleOf(named, "checks")).toEqual([]);
  });

  it("knows a contact by how reps call them, and keeps a name nobody has as it was written", () => {
    const talks = new Map([["con_wang", aTouch("tch_1", testNow, { type: "call.made" })]]);
    const story = aStory({ deal: aDeal({ decisionMaker: "王总" }), contacts: [wang, zoe], talks });
    expect(peopleOf(story, "decides")).toMatchObject([{ name: "王建国", talk: { id: "tch_1" } }]);
    const unknown = aStory({ deal: aDeal({ decisionMaker: "李总" }), contacts: [wang] });
    expect(peopleOf(unknown, "decides")[0]).toMatchObject({ name: "李总", talk: undefined });
    const twice = [wang, aContact("con_2", "王丽")];
    const two = aStory({ deal: aDeal({ decisionMaker: "王总" }), contacts: twice });
    expect(peopleOf(two, "decides")[0]).toMatchObject({ name: "王总", talk: undefined });
  });

  it("has a mood from the latest update that names somebody, or from their own words", () => {
    const deal = aDeal({ decisionMaker: "Zoe Berg" });
    const updates = [anUpdate(testNow, "Zoe was annoyed", { sentiment: "negative" })];
    const contacts = [zoe, max];
    const story = aStory({ deal, contacts, updates });
    expect(peopleOf(story, "decides")[0]?.mood).toMatchObject({
      ...{ mood: "negative", basis: { kind: "update", at: testNow } },
    });
    expect(peopleOf(story, "buys")[0]?.mood).toBeUndefined();
    const words = (text: string) => {
      const at = testNow + 1;
      const basis = { kind: "words", at, by: "per_ana" } as const;
      return aStory({
        deal,
        contacts,
        updates,
        heard: [{ text, at, contactId: "con_zoe", basis }],
      });
    };
    const glad = words("Wonderful, thank you, we love it!");
    expect(peopleOf(glad, "decides")[0]?.mood?.mood).toBe("positive");
    const plain = words("The meeting is in room 3.");
    expect(peopleOf(plain, "decides")[0]?.mood?.mood).toBe("negative");
  });
});
