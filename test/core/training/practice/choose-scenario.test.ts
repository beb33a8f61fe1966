import { describe, expect, it } from "vitest";
import {
  chooseScenario,
  drillFor,
  scenarioNamed,
} from "../../../../src/core/training/practice/choose-scenario.ts";
import { skillsOfTactic } from "../../../../src/core/training/twin/skills-of-tactic.ts";
import { library } from "../reps.ts";

const finance = { language: "en", vertical: "finance" } as const;
const scenarioOf = (id: string | undefined) =>
  library.playbooks
    .flatMap(({ language, scenarios }) => (language === "en" ? scenarios : []))
    .find((scenario) => scenario.id === id);

describe("the scenario a rep gets who names none", () => {
  it("is of their vertical, and the easiest of those they never played", () => {
    const choice = chooseScenario(library, { ...finance, played: [] });
    expect(choice).toMatchObject({ vertical: "finance", because: "new" });
    const all = library.playbooks.find(
      ({ vertical, language }) => vertical === "finance" && language === "en",
    );
    const easiest = Math.min(...(all?.scenarios ?? []).map(({ difficulty }) => difficulty));
    expect(scenarioOf(choice?.scenario)?.difficulty).toBe(easiest);
  });

  it("puts the weakest skill to the test", () => {
    for (const weak of ["price_negotiation", "competitor_comparison", "compliance"] as const) {
      const choice = chooseScenario(library, { ...finance, weak, played: [] });
      expect(choice?.because).toBe("weak");
      const tested = scenarioOf(choice?.scenario)?.objections.flatMap(({ tactic }) =>
        skillsOfTactic(tactic),
      );
      expect(tested).toContain(weak);
    }
  });

  it("is never the one played last, and each is played before one comes again", () => {
    const played: string[] = [];
    for (let round = 0; round < 24; round += 1) {
      const scenario = chooseScenario(library, { ...finance, played })?.scenario ?? "";
      expect(scenario).not.toBe(played[0]);
      played.unshift(scenario);
    }
    const scenarios = library.playbooks.find(
      ({ vertical, language }) => vertical === "finance" && language === "en",
    )?.scenarios;
    const count = scenarios?.length ?? 0;
    expect(new Set(played.slice(0, count)).size).toBe(count);
  });

  it("is of any vertical when theirs has none, and nothing when the language has none", () => {
    expect(
      chooseScenario(library, { language: "zh", vertical: "space", played: [] }),
    ).toBeDefined();
    expect(chooseScenario({ playbooks: [] }, { language: "en", played: [] })).toBeUndefined();
  });
});

describe("a scenario that is named", () => {
  it("is found by its id or words of its title", () => {
    const named = (words: string) => scenarioNamed(library, { words, language: "en" })?.scenario;
    expect(named("pumps-night-shift")).toBe("pumps-night-shift");
    expect(named("PUMPS night shift")).toBe("pumps-night-shift");
    expect(named("x")).toBeUndefined();
    expect(named("no such thing at all")).toBeUndefined();
  });
});

describe("a drill on an entry of the library", () => {
  it("is on an objection of its tactic, in a scenario the entry belongs to where there is one", () => {
    for (const { vertical, language, entries, scenarios } of library.playbooks) {
      for (const entry of entries) {
        const choice = drillFor(library, { entry, vertical, language });
        if (!choice) {
          const tactics = scenarios.flatMap(({ objections }) => objections.map((o) => o.tactic));
          expect(tactics).not.toContain(entry.tactic);
          continue;
        }
        const scenario = scenarios.find(({ id }) => id === choice.scenario);
        const objection = scenario?.objections.find(({ id }) => id === choice.drill);
        expect(objection?.tactic).toBe(entry.tactic);
      }
    }
  });
});
