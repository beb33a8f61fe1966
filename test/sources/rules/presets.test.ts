import { describe, expect, it } from "vitest";
import { checkRule } from "../../../src/core/journey/rules/check-rule.ts";
import { ruleSchema } from "../../../src/core/journey/rules/schema.ts";
import { moveSlider, readSlider } from "../../../src/core/journey/rules/sliders.ts";
import { tactics } from "../../../src/core/training/playbook.ts";
import { readRules } from "../../../src/sources/rules/read-rules.ts";
import { shippedRules } from "../../../src/sources/rules/shipped.ts";

const { rules, problems } = await readRules(shippedRules, { talkTracks: new Set() });
const known = { types: new Set<string>() };

describe("the shipped rules", () => {
  it("are ten and have no problem", () => {
    expect(problems).toEqual([]);
    expect(rules).toHaveLength(10);
  });

  it("speak both languages, Chinese in Chinese", () => {
    for (const { rule } of rules) {
      for (const said of [rule.name, rule.about, ...rule.sliders.map(({ label }) => label)]) {
        expect(said.en).toMatch(/^[\x20-\x7e]+$/);
        expect(said.zh).toMatch(/\p{Script=Han}{3}/u);
        expect(said.zh).not.toMatch(/\p{Script=Han}[,.!?;:]/u);
      }
    }
  });

  it("have a few sliders each, and a talk track of a tactic", () => {
    for (const { rule } of rules) {
      expect(rule.sliders.length).toBeGreaterThan(0);
      expect(tactics).toContain(rule.then.talkTrack);
    }
  });

  it("stay rules with every slider at either end", () => {
    for (const { rule, source } of rules) {
      for (const slider of rule.sliders) {
        for (const end of [slider.min, slider.max]) {
          const moved = moveSlider(slider, source, end);
          expect(readSlider(slider, moved)).toBe(end);
          expect(checkRule(ruleSchema.parse(moved), moved, known)).toEqual([]);
        }
      }
    }
  });

  it("are moved by steps, and not beyond their ends", () => {
    const { rule, source } = rules.find((each) => each.rule.id === "quiet-pricing-doubt") ?? {};
    const slider = rule?.sliders[0];
    if (!slider) throw new Error("no slider");
    expect(readSlider(slider, moveSlider(slider, source, 104))).toBe(90);
    expect(readSlider(slider, moveSlider(slider, source, 9_999))).toBe(600);
    expect(readSlider(slider, source)).toBe(120);
  });
});
