import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../../src/core/card.ts";
import type { Change } from "../../../../src/core/gate/gate.ts";
import { createGate } from "../../../../src/core/gate/gate.ts";
import { gatherSkills } from "../../../../src/core/leads/gathering/gather-skills.ts";
import type { Person } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import type { Purpose } from "../../../../src/core/people/consent.ts";
import type { Unit } from "../../../../src/core/ports.ts";
import { closeWithReport } from "../../../../src/core/training/report/close-session.ts";
import { prepareReport } from "../../../../src/core/training/report/prepare-report.ts";
import { deleteReport, setSharing } from "../../../../src/core/training/report/share-report.ts";
import { showManagerSees } from "../../../../src/core/training/twin/manager-sees.ts";
import { showTeamSkills } from "../../../../src/core/training/twin/team-skills.ts";
import { ownTwin, weakestSkill } from "../../../../src/core/training/twin/twin.ts";
import { repsUnder, visibleOf } from "../../../../src/core/training/twin/visible.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";
import { openTestRecords } from "../../../helpers/records.ts";
import { played } from "../played.ts";
import { library } from "../reps.ts";

const day = 86_400_000;
const noScripts = { search: async () => [] };
const ana = aPerson("per_ana", { managerId: "per_mia" });
const mia = aPerson("per_mia", { role: "manager" });
const zoe = aPerson("per_zoe", { role: "manager" });
const bob = aPerson("per_bob", { role: "contributor" });
const everybody = [ana, mia, zoe, bob];

let now = testNow;
let records: Records;

beforeEach(async () => {
  now = testNow;
  records = await openTestRecords(() => now);
  const changes = everybody.map(
    (set) => ({ kind: "person", id: set.id, create: true, set }) as unknown as Change,
  );
  await records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "test" } as const;
    expect(await createGate().apply(unit, { ...by, changes })).toEqual([]);
  });
});
afterEach(() => records.close());

const agree = (purpose: Purpose, withdrawnAt: number | null = null) =>
  records.write((unit) =>
    unit.consents.put({
      ...{ id: `cns_${purpose}`, personId: ana.id, purpose, wording: "test" },
      ...{ grantedAt: now, withdrawnAt },
    }),
  );

async function closes(sessionId: string, rep: "excellent" | "poor" = "excellent"): Promise<Card> {
  const session = played(library, { rep });
  const prepared = await prepareReport({ scripts: noScripts, library: () => library }, { session });
  return records.write((unit) =>
    closeWithReport(unit, { person: ana, sessionId, session, prepared }),
  );
}

const ask = (sessionId: string, person: Person = ana) => ({ person, params: { sessionId } });
const shares = (sessionId: string) => records.write(setSharing(ask(sessionId), true));
const evidence = () => records.read.skillEvidence.find({ personId: ana.id });

/** The only card this makes somebody see. */
async function cardOf(effect: (unit: Unit) => Promise<unknown>): Promise<string> {
  const posted: Card[] = [];
  await records.write(async (unit) => {
    await effect({ ...unit, post: ({ card }) => void posted.push(card) });
  });
  return JSON.stringify(posted);
}
const services = () => ({ store: records, clock: () => now });

describe("what is kept of a session", () => {
  it("is nothing without consent, and the card says so", async () => {
    expect(JSON.stringify(await closes("prc_1"))).toContain("None of this is kept");
    expect(await evidence()).toEqual([]);
    expect(await records.read.practiceReports.count({})).toBe(0);
    await agree("practice", now);
    await closes("prc_1");
    expect(await evidence()).toEqual([]);
  });

  it("is evidence once, however often the session is closed", async () => {
    await agree("practice");
    await closes("prc_1");
    const first = await evidence();
    const twin = await ownTwin(records.read, { personId: ana.id, now });
    await closes("prc_1");
    expect(await evidence()).toEqual(first);
    expect(await ownTwin(records.read, { personId: ana.id, now })).toEqual(twin);
    expect(first.every(({ passed, checks }) => passed <= checks && checks > 0)).toBe(true);
    expect(first.flatMap(({ quotes }) => quotes).some(({ asks, quote }) => asks && quote)).toBe(
      true,
    );
  });

  it("is not held against a rep who gave up", async () => {
    await agree("practice");
    const session = { ...played(library, { rep: "poor" }), ending: "given-up" as const };
    const prepared = await prepareReport(
      { scripts: noScripts, library: () => library },
      { session },
    );
    await records.write((unit) =>
      closeWithReport(unit, { person: ana, sessionId: "prc_1", session, prepared }),
    );
    expect(await evidence()).toEqual([]);
    expect(await records.read.practiceReports.count({})).toBe(1);
  });

  it("goes with the session when it is deleted, and the twin is as if it had never been", async () => {
    await agree("practice");
    await closes("prc_1", "poor");
    const before = await ownTwin(records.read, { personId: ana.id, now });
    expect(await weakestSkill(records.read, { personId: ana.id, now })).toBeDefined();
    await closes("prc_2");
    await records.write(deleteReport(ask("prc_2")));
    expect(await ownTwin(records.read, { personId: ana.id, now })).toEqual(before);
    await records.write(deleteReport(ask("prc_1")));
    expect(await ownTwin(records.read, { personId: ana.id, now })).toEqual({});
    expect(await weakestSkill(records.read, { personId: ana.id, now })).toBeUndefined();
    expect(await evidence()).toEqual([]);
    const audits = await records.read.audits.find({ kind: "practice" });
    expect(audits.map(({ action }) => action)).toEqual(["practice.delete", "practice.delete"]);
  });

  it("is the rep's own: nobody else opens, shares or deletes it", async () => {
    await agree("practice");
    await closes("prc_1");
    for (const other of [mia, zoe, bob]) {
      for (const effect of [
        setSharing(ask("prc_1", other), true),
        deleteReport(ask("prc_1", other)),
      ])
        expect((await records.write(effect)).toast).toContain("not yours");
    }
    const [report] = await records.read.practiceReports.find({});
    expect(report?.sharedAt).toBeNull();
  });
});

describe("what others see", () => {
  const sees = async () => {
    const [visible] = await visibleOf(records.read, [ana], now);
    return visible?.evidence.map(({ sourceId }) => sourceId) ?? [];
  };

  it("is shared practice after the first 30 days, and nothing else ever", async () => {
    await agree("practice");
    await closes("prc_private", "poor");
    await closes("prc_shared");
    await shares("prc_shared");
    for (const days of [0, 1, 29, 29.9]) {
      now = testNow + days * day;
      expect(await sees()).toEqual([]);
    }
    now = testNow + 30 * day;
    expect(new Set(await sees())).toEqual(new Set(["prc_shared"]));
    await records.write(setSharing(ask("prc_shared"), false));
    expect(await sees()).toEqual([]);
  });

  it("ends when the consent does", async () => {
    await agree("practice");
    await closes("prc_1");
    await shares("prc_1");
    now = testNow + 40 * day;
    expect(await sees()).not.toEqual([]);
    await agree("practice", now);
    expect(await sees()).toEqual([]);
  });

  it("is of calls those that were shared, with consent, and never what their work in the CRM shows", async () => {
    const piece = (source: "call" | "crm") => ({
      ...{ id: `ske_${source}`, personId: ana.id, skill: "rapport" as const, source },
      ...{ sourceId: `${source}_1`, passed: 1, checks: 2, quotes: [], at: testNow },
    });
    await records.write((unit) => unit.skillEvidence.put(piece("call"), piece("crm")));
    now = testNow + 31 * day;
    expect(await sees()).toEqual([]);
    await agree("calls");
    expect(await sees()).toEqual([]);
    await records.write((unit) =>
      unit.calls.put({
        ...{ id: "call_1", personId: ana.id, contactId: null, dealId: null, analysis: null },
        ...{ source: "transcript", toldHow: "announced", heldUntil: now, at: now },
        transcript: { state: "read", name: "", assetId: null, heard: [], lines: [] },
        consentedAt: now,
      }),
    );
    expect(await sees()).toEqual(["call_1"]);
  });

  it("reaches nobody while it is not shared: no card, no assignment, no look, for every role", async () => {
    await agree("practice");
    await agree("practice_in_fit");
    await closes("prc_1");
    now = testNow + 60 * day;
    const [report] = await records.read.practiceReports.find({});
    const words = (await evidence()).flatMap(({ quotes }) => quotes.flatMap(({ quote }) => quote));
    for (const person of [mia, zoe, bob]) {
      const shown =
        (await cardOf(await showTeamSkills(services(), person))) +
        (await cardOf(await showManagerSees(services(), person)));
      expect(shown).not.toContain(report?.body.played.title);
      for (const quote of words) expect(shown).not.toContain(quote);
    }
    expect((await gatherSkills(records.read, [ana], now)).size).toBe(0);
    expect(await records.read.looks.count({})).toBe(0);
  });

  it("counts in assignment only when it is shared and the rep agreed to that as well", async () => {
    await agree("practice");
    await closes("prc_1");
    await shares("prc_1");
    now = testNow + 60 * day;
    expect((await gatherSkills(records.read, [ana], now)).size).toBe(0);
    await agree("practice_in_fit");
    const skills = (await gatherSkills(records.read, [ana], now)).get(ana.id) ?? [];
    expect(skills.length).toBeGreaterThan(3);
    for (const { hits, of, passed, checks } of skills) {
      expect(hits <= of && of < checks && passed <= checks).toBe(true);
    }
  });

  it("is for the manager above alone, and every look of theirs is written down", async () => {
    await agree("practice");
    await closes("prc_1");
    await shares("prc_1");
    now = testNow + 60 * day;
    expect((await repsUnder(records.read, mia)).map(({ id }) => id)).toEqual([ana.id]);
    for (const other of [zoe, bob, ana]) expect(await repsUnder(records.read, other)).toEqual([]);
    expect(await cardOf(await showTeamSkills(services(), zoe))).not.toContain("n = 1");
    expect(await records.read.looks.count({})).toBe(0);
    expect(await cardOf(await showTeamSkills(services(), mia))).toContain("n = 1");
    const looks = await records.read.looks.find({});
    expect(looks).toMatchObject([
      { viewerId: mia.id, subjectId: ana.id, resource: "heat_map", at: now },
    ]);
    expect(await cardOf(await showManagerSees(services(), ana))).toContain("mia");
  });
});
