import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NextAction } from "../../../src/core/journey/actions/next-action.ts";
import { codeOf, type OpenApp, openApp, person, start } from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp();
  key = await opened.key();
  await opened.store.write(async (unit) => {
    await unit.putRecords("person", [
      person("per_mia", { role: "manager" }),
      person("per_ana", { managerId: "per_mia" }),
      person("per_lei"),
    ]);
    await unit.nextActions.put(action("nxt_1", "per_ana"), action("nxt_2", "per_lei"), {
      ...action("nxt_3", "per_ana"),
      state: "expired",
      closedAt: start,
    });
  });
});
afterEach(() => opened.close());

function action(id: string, personId: string): NextAction {
  return {
    ...{ id, matchId: null, personId, contactId: null, accountId: null, dealId: null },
    ...{ action: "call", talkTrack: null, state: "open", dueAt: null, snoozedTo: null },
    ...{ createdAt: start, closedAt: null },
    reasons: {
      ...{ ruleId: "pricing", ruleName: { en: "Pricing" }, customer: "Acme", value: 0.5 },
      ...{ evidence: [], lines: [], language: "en", contactName: "Ada", round: 0 },
    },
  };
}

const post = (path: string, body?: unknown, as = key) =>
  opened.send("POST", `/api/v1/actions/${path}`, { key: as, body });
const state = async (id: string) => (await opened.store.read.nextActions.get(id))?.state;

describe("next actions", () => {
  it("are listed by whose they are and how they stand, without a customer's name", async () => {
    const ids = async (query: string) => {
      const response = await opened.get(`/api/v1/actions?${query}`, key);
      const text = await response.text();
      expect(text).not.toMatch(/Acme|Ada/);
      return (JSON.parse(text) as { data: { id: string }[] }).data.map(({ id }) => id);
    };
    expect(await ids("")).toEqual(["nxt_1", "nxt_2", "nxt_3"]);
    expect(await ids("personId=per_ana&state=open")).toEqual(["nxt_1"]);
  });

  it("are done once, and which key did is kept", async () => {
    const done = await post("nxt_1/done");
    expect(await done.json()).toMatchObject({ state: "done", closedAt: expect.any(String) });
    const again = await post("nxt_1/done");
    expect([again.status, await codeOf(again)]).toEqual([409, "closed_action"]);
    const lines = await opened.store.read.audits.find({ recordId: "nxt_1" });
    expect(lines).toMatchObject([{ action: "action.done", via: "api" }]);
    expect((await post("nxt_9/done")).status).toBe(404);
  });

  it("are put off until a morning where their person is", async () => {
    const put = await post("nxt_1/snooze", { day: "2026-11-25" });
    expect(await put.json()).toMatchObject({
      ...{ state: "snoozed", snoozedTo: "2026-11-25T08:00:00.000Z" },
    });
    for (const day of ["2026-11-21", "2027-11-21"]) {
      expect(await codeOf(await post("nxt_2/snooze", { day }))).toBe("bad_snooze");
    }
    expect((await post("nxt_2/snooze", { day: "tomorrow" })).status).toBe(422);
    expect(await state("nxt_2")).toBe("open");
  });

  it("are acted on by their person's own key, seen by the manager's, and not there for others'", async () => {
    const mia = await opened.tiedKey({ person: "per_mia" });
    expect((await opened.get("/api/v1/actions/nxt_1", mia)).status).toBe(200);
    const refused = await post("nxt_1/done", undefined, mia);
    expect([refused.status, await codeOf(refused)]).toEqual([403, "forbidden"]);
    expect((await post("nxt_2/done", undefined, mia)).status).toBe(404);
    const lei = await opened.tiedKey({ person: "per_lei" });
    expect((await post("nxt_1/done", undefined, lei)).status).toBe(404);
    expect((await post("nxt_2/done", undefined, lei)).status).toBe(200);
  });
});
