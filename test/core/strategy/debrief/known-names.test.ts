import { describe, expect, it } from "vitest";
import { knownRules } from "../../../../src/core/strategy/debrief/personal/known.ts";

describe("names that stand in the records", () => {
  it.each([
    "Carla Mbeki-Shaw",
    "Pennick & Shore",
    "A/B Tools (UK)",
    "O’Neill [x] {y}",
    "50% + 1 ^ $ | ? * .",
  ])("are found whatever signs they hold: %s", (name) => {
    const rules = knownRules({ people: [name], accounts: [name] });
    const said = `Yesterday ${name} said yes.`;
    expect(rules.some(({ pattern }) => said.replace(pattern, "") !== said)).toBe(true);
  });
});
