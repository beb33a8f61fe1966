import { describe, expect, it } from "vitest";
import { checkPlaybook } from "../../../src/core/training/check-playbook.ts";
import type { Reading } from "../../../src/core/training/checks/check.ts";
import type { Playbook } from "../../../src/core/training/library.ts";

const at = (path: (string | number)[]) => ({ file: "entries.yaml", line: 1, column: 1, path });
const entry = (id: string, say: string): Playbook["entries"][number] => ({
  ...{ id, tactic: "silence", scenarios: ["call"], when: "they go quiet", customer: ["..."] },
  ...{ say: [say, "two", "three"], why: "because", at: at([Number(id.slice(1))]) },
});

/** A reading of a playbook that holds these entries alone, as a company's own may. */
function reading(entries: Playbook["entries"], more: Partial<Reading> = {}): Reading {
  const files = {
    ...{ "personas.yaml": "p", "scenarios.yaml": "s", "entries.yaml": "e" },
    ...{ "rubric.yaml": "r", "compliance.yaml": "c" },
  };
  return {
    playbook: {
      ...{ vertical: "finance", language: "en", personas: [], scenarios: [] },
      ...{ entries, rubric: [], compliance: [] },
    },
    files,
    unread: [],
    rejected: {
      ...{ "personas.yaml": [], "scenarios.yaml": ["call"], "entries.yaml": [] },
      ...{ "rubric.yaml": [], "compliance.yaml": [] },
    },
    isOwn: true,
    ...more,
  };
}

describe("the check of a playbook", () => {
  it("does not miss a scenario that is there but breaks the schema", () => {
    expect(checkPlaybook(reading([entry("e0", "say one thing")]))).toEqual([]);
  });

  it("does not ask for entries on every tactic while some could not be read", () => {
    const known = reading([]).rejected;
    const findings = checkPlaybook(
      reading([], { isOwn: false, rejected: { ...known, "entries.yaml": [undefined] } }),
    );
    expect(findings).toEqual([]);
    expect(checkPlaybook(reading([], { isOwn: false }))).toHaveLength(22);
  });

  it("gives the path of what it found", () => {
    const clash = [
      entry("e0", "say one thing"),
      { ...entry("e0", "and now another"), at: at([1]) },
    ];
    expect(checkPlaybook(reading(clash))).toMatchObject([{ path: [1, "id"] }]);
  });
});
