import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../../../src/calendar.ts";
import type { Change } from "../../../../../src/core/gate/gate.ts";
import { createGate } from "../../../../../src/core/gate/gate.ts";
import { operator } from "../../../../../src/core/people/actor.ts";
import { setConsent } from "../../../../../src/core/people/consent.ts";
import type { ScriptAsset } from "../../../../../src/core/strategy/debrief/stored.ts";
import { askOnce, declineDrills } from "../../../../../src/core/training/twin/drills/ask-once.ts";
import { offerToNewcomer } from "../../../../../src/core/training/twin/drills/offer-drill.ts";
import {
  proposeDrill,
  useAnswer,
} from "../../../../../src/core/training/twin/drills/propose-drill.ts";
import type { Records } from "../../../../../src/store/records/records.ts";
import { aPerson, testNow } from "../../../../helpers/people.ts";
import { openTestRecords } from "../../../../helpers/records.ts";

const day = 86_400_000;
const workdays = createCalendar();
const ana = aPerson("per_ana");
const zoe = aPerson("per_zoe", { hiredAt: testNow - 10 * day });
const tops = [{ skill: "rapport", personId: ana.id, low: 70, high: 90, talks: 5 }] as const;

let now = testNow;
let records: Records;
beforeEach(async () => {
  now = testNow;
  records = await openTestRecords(() => now);
  const changes = [ana, zoe].map(
    (set) => ({ kind: "person", id: set.id, create: true, set }) as unknown as Change,
  );
  await records.write(async (unit) => {
    await createGate().apply(unit, { by: operator, via: "import", source: "test", changes });
  });
});
afterEach(() => records.close());

const asks = () => records.write((unit) => askOnce(unit, workdays, { person: ana, tops }));
const nudges = (personId: string) => records.read.nudges.count({ personId });
const agrees = (agree: boolean) =>
  records.write((unit) => setConsent(unit, { person: ana, purpose: "drills", agree }));

const asset: Omit<ScriptAsset, "id" | "createdAt" | "updatedAt"> = {
  ...{ playbook: "medical", language: "en", tactic: "committee", scenario: null, text: "Words." },
  ...{ state: "draft", authorId: null, reviewerId: null },
  provenance: {
    ...{ debriefId: "", dealId: "", personId: ana.id, outcome: "colleague" },
    ...{ when: "They ask.", customer: "They ask.", why: "It works." },
  },
};
const proposes = () =>
  records.write((unit) =>
    proposeDrill(unit, workdays, { person: ana, draft: { asset, removed: [] } }),
  );

describe("a top performer", () => {
  it("is asked once, whatever they do with it, for as long as they are here", async () => {
    expect([await asks(), await nudges(ana.id)]).toEqual([false, 1]);
    await records.write(declineDrills({ person: ana, params: {} }));
    now += 400 * day;
    expect([await asks(), await nudges(ana.id)]).toEqual([false, 1]);
  });

  it("who agreed by themselves is not asked, and neither is one who withdrew", async () => {
    await agrees(true);
    expect(await asks()).toBe(true);
    await agrees(false);
    expect([await asks(), await nudges(ana.id)]).toEqual([false, 0]);
  });

  it("reads one answer at a time and one a week", async () => {
    await proposes();
    await proposes();
    expect(await records.read.scriptAssets.count({})).toBe(1);
    const [first] = await records.read.scriptAssets.find({});
    await records.write((unit) =>
      unit.scriptAssets.update(first?.id ?? "", { state: "retired", text: "" }),
    );
    now += 6 * day;
    await proposes();
    expect(await records.read.scriptAssets.count({})).toBe(1);
    now += 2 * day;
    await proposes();
    expect(await records.read.scriptAssets.count({})).toBe(2);
  });

  it("lends nothing to anybody else's tap, after withdrawing, or where nobody could review it", async () => {
    await agrees(true);
    await proposes();
    const [{ id: assetId } = { id: "" }] = await records.read.scriptAssets.find({});
    const use = (person = ana) =>
      records.write(useAnswer({ workdays }, { person, params: { assetId } }, { isNamed: true }));
    expect((await use(zoe)).card).toBeUndefined();
    expect((await use()).toast).toContain("nobody could review it");
    await agrees(false);
    expect((await use()).card).toBeUndefined();
    expect(await records.read.scriptAssets.get(assetId)).toMatchObject({ authorId: null });
  });
});

describe("a newcomer", () => {
  it("is offered a published drill of somebody else's, each once and one a week", async () => {
    const put = (id: string, state: ScriptAsset["state"], personId: string) =>
      records.write((unit) =>
        unit.scriptAssets.put({
          ...{ ...asset, id, state, createdAt: now, updatedAt: now },
          provenance: { ...asset.provenance, personId },
        }),
      );
    await put("scr_draft", "draft", ana.id);
    await put("scr_own", "reviewed", zoe.id);
    const offers = async (person = zoe) => {
      await records.write((unit) => offerToNewcomer(unit, workdays, person));
      return nudges(person.id);
    };
    expect(await offers()).toBe(0);
    await put("scr_1", "reviewed", ana.id);
    await put("scr_2", "reviewed", ana.id);
    expect([await offers(), await offers()]).toEqual([1, 1]);
    now += 8 * day;
    expect([await offers(), await offers()]).toEqual([2, 2]);
    now += 8 * day;
    expect(await offers()).toBe(2);
    expect(await offers(ana)).toBe(0);
  });
});
