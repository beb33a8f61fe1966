import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countOwn } from "../../../src/core/people/privacy/kept.ts";
import { emptyBody } from "../../../src/core/pipeline/updates/stored.ts";
import type { ScriptAsset } from "../../../src/core/strategy/debrief/stored.ts";
import { findBytes } from "../../helpers/find-bytes.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const dayMs = 86_400_000;

/** An update of Ana's in this state, said in these words, with a file as its evidence. */
async function updates(
  { ringside }: World,
  state: "draft" | "confirmed" | "discarded",
  { text, file }: { text: string; file: string },
): Promise<void> {
  await ringside.records.write(async (unit) => {
    const evidence = [{ kind: "file" as const, ref: file }];
    const words = { amount: "quokka-word" };
    await unit.stageUpdates.put({
      ...{ id: unit.newId("stageUpdate"), personId: "per_ana", dealId: null, text, state },
      understood: { ...emptyBody, evidence, words, values: { amount: 500_000 } },
      ...{ createdAt: unit.now, confirmedAt: null, undoneAt: null },
    });
  });
}

/** A debrief of Ana's, the talk track the team made of it, and a drill of another answer of hers. */
async function debriefs({ ringside }: World, name: string): Promise<void> {
  await ringside.records.write(async (unit) => {
    const answers = { turned: `${name}-answer` };
    await unit.debriefs.put({
      ...{ id: "dbf_1", dealId: "dea_1", personId: "per_ana", answers, assetId: "scr_1" },
      ...{ state: "reviewed", createdAt: unit.now, closedAt: unit.now },
    });
    const about = { debriefId: "", dealId: "", personId: "per_ana", when: "", why: "" };
    const asset: Omit<ScriptAsset, "id" | "text" | "provenance"> = {
      ...{ playbook: "medical", language: "en", tactic: "committee", scenario: null },
      ...{ state: "reviewed", authorId: "per_ana", reviewerId: "per_mia" },
      ...{ createdAt: unit.now, updatedAt: unit.now },
    };
    await unit.scriptAssets.put(
      {
        ...{ ...asset, id: "scr_1", text: `${name}-track` },
        provenance: { ...about, outcome: "won", customer: "" },
      },
      {
        ...{ ...asset, id: "scr_2", text: `${name}-drill` },
        provenance: { ...about, outcome: "colleague", customer: "" },
      },
    );
  });
}

describe("what somebody said of their deals, and the files behind it", () => {
  let dataDir: string;
  let world: World;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "ringside-words-"));
    world = await createWorld([], { dataDir });
  });
  afterEach(() => world.close());

  const personal = () => world.ringside.personal;

  it("keeps a file that something rests on, and deletes one that nothing does", async () => {
    const { ringside } = world;
    const bytes = new TextEncoder().encode("signed");
    const [loose, drafted, confirmed, discarded] = await Promise.all(
      ["a", "b", "c", "d"].map((name) =>
        ringside.assets.save({ name, mediaType: "text/plain", bytes, personId: "per_ana" }),
      ),
    );
    const states = { draft: drafted, confirmed, discarded } as const;
    for (const [state, file] of Object.entries(states)) {
      await updates(world, state as keyof typeof states, { text: "", file: file?.id ?? "" });
    }
    const { files = [] } = await ringside.personal.read("per_ana");
    const ids = (files as { id: string }[]).map(({ id }) => id).sort();
    expect(ids).toEqual([loose?.id, discarded?.id].sort());
    const old = await ringside.personal.oldFiles(ringside.clock() + 1);
    expect(old.sort()).toEqual(ids);
  });

  it("of updates and debriefs goes with the words; the team's talk track stays without its author", async () => {
    const { records } = world.ringside;
    await updates(world, "confirmed", { text: "quokka-update 50万", file: "none" });
    await debriefs(world, "quokka");
    const exported = JSON.stringify(await world.ringside.personal.read("per_ana"));
    for (const words of ["quokka-update", "quokka-answer", "quokka-drill", "quokka-track"])
      expect(exported).toContain(words);

    await personal().erase({ personId: "per_ana", to: world.ringside.clock() });
    await world.ringside.personal.compact();
    for (const words of ["quokka-update", "quokka-word", "quokka-answer", "quokka-drill"])
      expect(await findBytes(dataDir, words), words).toEqual([]);
    const [update] = await records.read.stageUpdates.find({});
    expect(update?.understood).toMatchObject({ values: { amount: 500_000 }, words: {} });
    expect(await records.read.scriptAssets.find({})).toMatchObject([
      { text: "quokka-track", authorId: null, provenance: { personId: "", outcome: "won" } },
    ]);
    expect(countOwn(await world.ringside.personal.counts("per_ana"))).toBe(0);
  });

  it("of pages they opened goes by its retention, and nothing else of the audit does", async () => {
    const { records, clock, personal } = world.ringside;
    const old = { at: clock() - 91 * dayMs, actorId: "per_ana", via: "chat", detail: {} } as const;
    await records.write((unit) =>
      unit.audits.put(
        { ...old, id: "aud_1", action: "page.open", kind: "link", recordId: "lnk_1" },
        { ...old, id: "aud_2", action: "deal.update", kind: "deal", recordId: "dea_1" },
      ),
    );
    expect(await personal.counts("per_ana")).toMatchObject({ pages: 1 });
    await world.passes(dayMs);
    expect(await records.read.audits.get("aud_1")).toBeUndefined();
    expect(await records.read.audits.get("aud_2")).toBeDefined();
  });
});
