import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card, Outcome } from "../../../../src/core/card.ts";
import type { Person } from "../../../../src/core/model.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const minuteMs = 60_000;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await world.add("person", "per_max", { name: "Max Manager", role: "manager" });
  await world.add("person", "per_top", { name: "Theo Top", role: "manager" });
  await change("per_mia", { managerId: "per_top" });
  await accept();
});
afterEach(() => world.close());

const change = (id: string, set: Partial<Person>) =>
  world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: { kind: "ringside" }, via: "job", source: "test" },
      changes: [{ kind: "person", id, set }],
    }),
  );
/** Ana takes a lead: something to report. */
async function accept(): Promise<void> {
  await world.arrives("led_1", { language: "en" });
  const [offer] = await world.ringside.records.read.assignments.find({ leadId: "led_1" });
  await world.ringside.records.write(async (unit) => {
    const taken = { repId: "per_ana", state: "accepted", closedAt: unit.now } as const;
    await unit.assignments.update(offer?.id ?? "", taken);
  });
}
const say = async (words: string, personId = "per_ana") => {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(1_000);
};
const cards = async (personId = "per_ana"): Promise<string[]> => {
  const messages = await world.ringside.localChat.transcript(personId, { limit: 50 });
  return messages
    .filter(({ author }) => author === "ringside")
    .map(({ body }) => JSON.stringify(body));
};
const last = async (personId = "per_ana") => (await cards(personId)).at(-1) ?? "";
const refOf = async (action: string, personId = "per_ana") => {
  const order = { by: "id", descending: true } as const;
  const { armedActions } = world.ringside.records.read;
  const [armed] = await armedActions.find({ action, personId }, { order, limit: 1 });
  return armed?.id ?? "";
};
const tap = async (action: string, personId = "per_ana"): Promise<Outcome> => {
  const ref = await refOf(action, personId);
  const outcome = await world.ringside.localChat.tap(personId, ref, randomUUID());
  await world.passes(1_000);
  return outcome;
};
const formOf = (card: Card | undefined) => card?.blocks.find((block) => block.t === "form");
const submit = async (ref: string, values: Record<string, string>) => {
  const outcome = await world.ringside.localChat.submit("per_ana", ref, values, randomUUID());
  await world.passes(1_000);
  return outcome;
};
const sent = () => world.ringside.records.read.reports.find({});

describe("a report", () => {
  it("pressed twice in the same second is sent once", async () => {
    await say("daily report");
    const ref = await refOf("report.send");
    const press = () => world.ringside.localChat.tap("per_ana", ref, randomUUID());
    const toasts = (await Promise.all([press(), press()])).map(({ toast }) => toast);
    expect(toasts.toSorted()).toEqual([
      "It was sent already. Nothing was sent again.",
      "Sent to Mia Manager",
    ]);
    expect(await sent()).toHaveLength(1);
  });

  it("sent again with other words is offered as a correction, and those words are not lost", async () => {
    await say("daily report");
    const send = await refOf("report.send");
    const form = formOf((await tap("report.edit")).open);
    await world.ringside.localChat.tap("per_ana", send, randomUUID());
    const again = await submit(form?.submit.ref ?? "", { text1: "Something else" });
    expect(again.toast).toBe("It was sent already. Nothing was sent again.");
    expect(await last()).toContain("Something else");
    expect(await last()).toContain("Send as a correction");
    expect((await sent())[0]?.text).not.toContain("Something else");
    await tap("report.send");
    expect((await sent())[0]).toMatchObject({ text: "Something else" });
  });

  it("asked for again after it was sent shows what was sent, and offers what came since", async () => {
    await say("daily report");
    await tap("report.send");
    await world.passes(minuteMs);
    await say("daily report");
    expect(await last()).toContain("Sent to Mia Manager");
    await world.arrives("led_2", {
      language: "en",
      contactId: null,
      accountId: null,
      title: "Beta",
    });
    const [offer] = await world.ringside.records.read.assignments.find({ leadId: "led_2" });
    await world.ringside.records.write((unit) =>
      unit.assignments.update(offer?.id ?? "", {
        ...{ repId: "per_ana", state: "accepted", closedAt: unit.now },
      }),
    );
    const form = JSON.stringify((await tap("report.correct")).open);
    expect(form).toContain("Since then\\n- Beta");
    expect(form).toContain("Send as a correction");
  });

  it("changed and kept has the new words on its card, and is sent as they are", async () => {
    await say("daily report");
    const form = formOf((await tap("report.edit")).open);
    const [keep] = form?.others ?? [];
    expect((await submit(keep?.ref ?? "", { text1: "Mine", more: "Too" })).toast).toContain(
      "not sent",
    );
    expect(await last()).toContain("Mine");
    expect(await sent()).toHaveLength(0);
    await tap("report.send");
    expect((await sent())[0]?.text).toBe("Mine\nToo");
  });

  it("goes to the manager there is when it is sent, and only once its person saw who that is", async () => {
    await say("daily report");
    await change("per_ana", { managerId: "per_max" });
    expect((await tap("report.send")).toast).toContain("your manager is now Max Manager");
    expect(await sent()).toHaveLength(0);
    expect((await tap("report.send")).toast).toBe("Sent to Max Manager");
    expect((await sent())[0]?.managerId).toBe("per_max");
  });

  it("says who to ask where there is no manager, and can still be copied", async () => {
    await world.add("person", "per_opa", { name: "Opa Operator", role: "operator" });
    await change("per_ana", { managerId: null, teamId: null });
    await say("日报");
    expect(await last()).toContain("ask Opa Operator, Max Manager, Mia Manager to enter yours");
    expect(await last()).not.toContain("report.send");
    await tap("report.copy");
    expect(await last()).toContain("Leads accepted");
  });

  it("is refused to those who sell nothing, and to buttons of somebody else", async () => {
    await say("daily report", "per_bob");
    expect(await last("per_bob")).toContain("You may not do that");
    await say("daily report");
    const ref = await refOf("report.send");
    const outcome = await world.ringside.localChat.tap("per_lei", ref, randomUUID());
    expect(outcome.toast).toContain("不属于您");
    expect(await sent()).toHaveLength(0);
  });

  it("is not of a day to come, nor of one nobody knows", async () => {
    await say("daily report tomorrow");
    expect(await last()).toContain("still to come");
    await say("weekly report for the boss");
    expect(await last()).toContain("I know no day called “for the boss”");
  });
});

describe("who may read a report", () => {
  it("is its manager and whoever is above them, while its author is below", async () => {
    await say("daily report");
    await tap("report.send");
    const seen = async (personId: string) => {
      await say("reports", personId);
      return (await last(personId)).includes("Ana Silva");
    };
    expect(await seen("per_mia")).toBe(true);
    expect(await seen("per_top")).toBe(true);
    expect(await seen("per_max")).toBe(false);
    await tap("report.read", "per_mia");
    expect(await last("per_mia")).toContain("Leads accepted");
    await change("per_ana", { managerId: "per_max", teamId: null });
    expect(await seen("per_mia")).toBe(false);
    expect(await seen("per_max")).toBe(false);
    expect((await tap("report.read", "per_mia")).toast).toContain("no longer here");
  });

  it("ends when its author deletes what is theirs", async () => {
    await say("daily report");
    await tap("report.send");
    const { personal } = world.ringside;
    expect((await personal.counts("per_ana")).sentReports).toBe(1);
    expect(JSON.stringify((await personal.read("per_ana")).sentReports)).toContain(
      "Leads accepted",
    );
    await personal.erase({ personId: "per_ana", to: world.ringside.clock() });
    expect(await sent()).toEqual([]);
  });
});
