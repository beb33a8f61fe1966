import { describe, expect, it } from "vitest";
import type { ScriptAsset } from "../../../src/core/strategy/debrief/stored.ts";
import type { Library } from "../../../src/core/training/library.ts";
import type { Entry } from "../../../src/core/training/playbook.ts";
import type { ScriptHit } from "../../../src/core/training/script-search.ts";
import { withTeamScripts } from "../../../src/store/script-index/team-scripts.ts";
import { openTestRecords } from "../../helpers/records.ts";

const at = { file: "medical/en/entries.yaml", line: 1, column: 1 };

function anEntry(id: string, customer: string): Entry {
  return {
    ...{ id, tactic: "status_quo", scenarios: [], when: customer, customer: [customer] },
    ...{ say: ["Let me show you.", "Line two.", "Line three."], why: "It shows." },
  };
}

const entries = [
  anEntry("price", "your price is too high"),
  anEntry("time", "we have no time now"),
];
const library: Library = {
  playbooks: [
    {
      ...{ vertical: "medical", language: "en", personas: [], scenarios: [], rubric: [] },
      ...{ compliance: [], entries: entries.map((each) => ({ ...each, at: { ...at, path: [] } })) },
    },
  ],
};
const hits = entries.map(
  (entry): ScriptHit => ({ entry, vertical: "medical", language: "en", at, score: 0.5 }),
);

const asset: ScriptAsset = {
  ...{ id: "scr_1", playbook: "medical", language: "en", tactic: "status_quo", scenario: null },
  ...{ text: "Walk the corridor with them.", state: "reviewed", authorId: null, reviewerId: null },
  provenance: {
    ...{ debriefId: "dbf_1", dealId: "dea_1", personId: "per_1", outcome: "won", why: "" },
    ...{ when: "it blocks our sterile corridor", customer: "it blocks our sterile corridor" },
  },
  ...{ createdAt: 0, updatedAt: 0 },
};

async function withAsset(set: Partial<ScriptAsset> = {}) {
  const records = await openTestRecords();
  const base = { library: () => library, scripts: { search: async () => hits } };
  const team = withTeamScripts(base, records);
  await records.write((unit) => unit.scriptAssets.put({ ...asset, ...set }));
  const find = async (query: string, vertical = "medical") => {
    const found = await team.scripts.search(query, { language: "en", vertical }, 3);
    return found.map(({ entry }) => entry.id);
  };
  return { team, find, records };
}

describe("talk tracks of the team", () => {
  it("are gone from the library the moment they are withdrawn, before anybody searches again", async () => {
    const { find, team, records } = await withAsset();
    await find("the sterile corridor");
    const ids = () => team.library().playbooks.flatMap(({ entries: all }) => all.map((e) => e.id));
    expect(ids()).toContain("scr_1");
    await records.write((unit) => unit.scriptAssets.put({ ...asset, state: "retired", text: "" }));
    expect(ids()).toEqual(["price", "time"]);
  });

  it("are found from the moment they are published, before what is less like the question", async () => {
    const { find, team } = await withAsset();
    expect(await find("what about the sterile corridor")).toEqual(["scr_1", "price", "time"]);
    const ids = team
      .library()
      .playbooks.flatMap((playbook) => playbook.entries.map(({ id }) => id));
    expect(ids).toContain("scr_1");
  });

  it("stand after what is more like the question, or nowhere", async () => {
    const { find } = await withAsset();
    expect(await find("your price is too high")).toEqual(["price", "time"]);
    expect(await find("sterile corridor", "finance")).toEqual(["price", "time"]);
  });

  it("are not found before a manager has read them, nor after they were refused", async () => {
    for (const state of ["draft", "retired"] as const) {
      const { find } = await withAsset({ state });
      expect(await find("what about the sterile corridor")).toEqual(["price", "time"]);
    }
  });
});
