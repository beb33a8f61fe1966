import { beforeAll, describe, expect, it } from "vitest";
import { intentRoles, intents } from "../../../../src/chat/intents.ts";
import type { Card } from "../../../../src/core/card.ts";
import type { Role } from "../../../../src/core/model.ts";
import type { Unit } from "../../../../src/core/ports.ts";
import { textsFor } from "../../../../src/core/text/texts.ts";
import { sharedTraining } from "../../../helpers/training.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const dayMs = 86_400_000;

/** Words of Ana's that are nobody else's, one in each kind of what is kept. */
const planted = {
  turn: "walrus-turn",
  plan: "walrus-plan",
  report: "walrus-report",
  quote: "walrus-quote",
  message: "walrus-message",
  nudge: "walrus-nudge",
  absence: "walrus-absence",
  consent: "walrus-consent",
  button: "walrus-button",
  call: "walrus-call",
  alert: "walrus-alert",
  debrief: "walrus-debrief",
  drill: "walrus-drill",
} as const;

/** Of each role one person beside Ana: her mate, her manager, another team's manager, and so on. */
const viewers: Record<string, Role> = {
  per_lei: "rep",
  per_mia: "manager",
  per_max: "manager",
  per_bob: "contributor",
  per_opa: "operator",
};

async function plantAll({ ringside }: World): Promise<void> {
  const personId = "per_ana";
  await ringside.records.write(async (unit) => {
    const at = unit.now - 40 * dayMs;
    await unit.practiceSessions.put({
      ...{ id: "prc_ana", personId, playbook: "medical", scenario: "x", persona: "y" },
      ...{ language: "en", state: "closed", plan: { title: planted.plan } as never },
      ...{ play: {} as never, startedAt: at, closedAt: at },
    });
    await unit.practiceTurns.put({
      ...{ id: "trn_ana", sessionId: "prc_ana", number: 0, speaker: "rep", text: planted.turn },
      ...{ maker: null, labels: {} as never, at },
    });
    const body = { played: { title: planted.report } } as never;
    await unit.practiceReports.put({ id: "prc_ana", personId, body, sharedAt: null, at });
    await unit.skillEvidence.put({
      ...{ id: "ske_ana", personId, skill: "rapport", source: "practice", sourceId: "prc_ana" },
      ...{ passed: 1, checks: 1, at },
      quotes: [{ check: "c", passed: true, quote: planted.quote }],
    });
    await unit.skillEstimates.put({
      ...{ id: "skl_ana", personId, skill: "rapport", alpha: 2, beta: 1, evidence: 1 },
      updatedAt: at,
    });
    await unit.localMessages.put({
      ...{ id: "msg_ana", key: "msg_ana", personId, author: "person", under: null },
      ...{ body: { text: planted.message }, createdAt: at, updatedAt: at },
    });
    const card: Card = { key: "k", title: planted.nudge, tone: "info", summary: "", blocks: [] };
    await unit.nudges.put({
      ...{ id: "ndg_ana", personId, kind: "coaching", value: 1, cardKey: "k", card },
      ...{ state: "digest", createdAt: at, sentAt: null, actedAt: null },
    });
    await unit.absences.put({
      ...{ id: "abs_ana", personId, from: at, to: at + dayMs, reason: planted.absence },
      createdAt: at,
    });
    await unit.consents.put({
      ...{ id: "cns_ana", personId, purpose: "practice", wording: planted.consent },
      ...{ grantedAt: at, withdrawnAt: null },
    });
    const params = { text: planted.button };
    unit.arm({ action: "ask", params, personId, cardKey: "k" });
    await plantTalks(unit, at);
  });
}

/** What came of her talks, none of it shared: a call, an alert only she knows of, answers, a drill she has not read. */
async function plantTalks(unit: Unit, at: number): Promise<void> {
  const personId = "per_ana";
  const lines = [{ speaker: "A", text: planted.call }];
  await unit.calls.put({
    ...{ id: "cal_ana", personId, contactId: "con_wang", dealId: null, source: "transcript" },
    ...{ toldHow: "announced", analysis: null, heldUntil: at, at, consentedAt: null },
    transcript: { state: "read", name: planted.call, assetId: null, heard: [], lines },
  });
  const talk = { source: "call", sourceId: "cal_ana", at, value: 0, n: 1 } as const;
  await unit.alerts.put({
    ...{ id: "alr_ana", kind: "cold-on-price", key: "k", personId, managerId: "per_mia" },
    ...{ state: "rep", createdAt: at, updatedAt: at, resolvedAt: null },
    evidence: {
      talks: [{ ...talk, quote: planted.alert }],
      ...{ mean: 0, low: 0, high: 1, managerToldAt: null },
    },
  });
  await unit.debriefs.put({
    ...{ id: "dbf_ana", dealId: "dea_x", personId, answers: { turned: planted.debrief } },
    ...{ assetId: null, state: "answered", createdAt: at, closedAt: null },
  });
  const said = { when: planted.drill, customer: planted.drill, why: "" };
  await unit.scriptAssets.put({
    ...{ id: "scr_ana", playbook: "medical", language: "en", tactic: "committee", scenario: null },
    ...{ text: planted.drill, state: "draft", authorId: null, reviewerId: null },
    provenance: { debriefId: "", dealId: "", personId, outcome: "colleague", ...said },
    ...{ createdAt: at, updatedAt: at },
  });
}

/** Everything somebody of this role is shown when they ask for all they can ask for, about Ana by name where it goes. */
async function askEverything({ ringside }: World, personId: string, role: Role): Promise<string> {
  const { examples } = textsFor("en").chat.help;
  const asked = intents.filter((intent) => intentRoles[intent].includes(role));
  const sentences = asked.map((intent) => (examples as Record<string, string>)[intent] ?? intent);
  const aboutHer = ["customer Ana Silva", "why Ana Silva", "Ana Silva", "notes Ana Silva"];
  for (const words of [...sentences, ...aboutHer]) {
    await ringside.localChat.say(personId, words);
    await ringside.drain();
  }
  const shown = await ringside.localChat.transcript(personId, { limit: 500 });
  return JSON.stringify(shown.map(({ body }) => body as Card));
}

const refsIn = (text: string) =>
  [...text.matchAll(/"ref":"([^"]+)"/g)].flatMap(([, ref]) => ref ?? []);

describe("every role and everything kept of a rep", () => {
  let world: World;
  const seen = new Map<string, string>();
  beforeAll(async () => {
    await sharedTraining().reload();
    world = await createWorld();
    await world.add("team", "tea_other", { name: "Other" });
    await world.add("person", "per_max", { name: "Max", role: "manager", teamId: "tea_other" });
    await world.add("person", "per_opa", { name: "Opa", role: "operator" });
    await plantAll(world);
    for (const [personId, role] of Object.entries(viewers)) {
      seen.set(personId, await askEverything(world, personId, role));
    }
    return () => world.close();
  });

  const cells = Object.entries(viewers).flatMap(([personId, role]) =>
    Object.entries(planted).map(([kind, words]) => [role, personId, kind, words] as const),
  );
  it.each(cells)("shows a %s (%s) no %s of hers", (_role, personId, _kind, words) => {
    expect(seen.get(personId)?.length).toBeGreaterThan(500);
    expect(seen.get(personId)).not.toContain(words);
  });

  it("gives nobody a button of hers", async () => {
    const { records, localChat } = world.ringside;
    const [hers] = await records.read.armedActions.find({ personId: "per_ana" });
    for (const personId of Object.keys(viewers)) {
      expect(refsIn(seen.get(personId) ?? "")).not.toContain(hers?.id);
      const outcome = await localChat.tap(personId, hers?.id ?? "");
      expect(JSON.stringify(outcome), personId).not.toContain("walrus");
    }
  });

  it("shows her manager what she shared, another team's nothing, and the old one nothing once she moved", async () => {
    const { ringside } = world;
    const sees = async (personId: string) => {
      await ringside.localChat.say(personId, "team skills");
      await ringside.drain();
      return JSON.stringify((await ringside.localChat.transcript(personId, { limit: 1 }))[0]?.body);
    };
    await ringside.records.write((unit) =>
      unit.practiceReports.update("prc_ana", { sharedAt: unit.now }),
    );
    expect(await sees("per_mia")).toContain("Ana Silva");
    expect(await sees("per_max")).not.toContain("Ana Silva");

    await ringside.records.write(async (unit) => {
      const ana = await unit.people.get("per_ana");
      if (ana)
        await unit.putRecords("person", [{ ...ana, teamId: "tea_other", managerId: "per_max" }]);
    });
    expect(await sees("per_mia")).not.toContain("Ana Silva");
    expect(await sees("per_max")).toContain("Ana Silva");
  });
});
