// Notes beyond what a conversation shows: long ones, many deals, a log that cannot be written.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card, Outcome } from "../../../src/core/card.ts";
import { RetryLater } from "../../../src/core/errors.ts";
import type { Change } from "../../../src/core/gate/gate.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { type NotePayload, runNoteJob } from "../../../src/core/pipeline/write-note.ts";
import { createWorld, type World } from "../../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const chat = () => world.ringside.localChat;
const touches = (accountId = "acc_acme") => world.ringside.events.ofAccounts([accountId]);
const cards = async (personId: string) =>
  (await chat().transcript(personId))
    .filter(({ author }) => author === "ringside")
    .map(({ body }) => body as Card);

/** Ana's deals with Acme. */
async function addDeals(count: number): Promise<void> {
  const changes = Array.from({ length: count }, (_, index): Change => {
    const set = { name: `Deal ${index + 1}.`, accountId: "acc_acme", ownerId: "per_ana" };
    return { kind: "deal", id: `dea_${index + 1}`, create: true, set };
  });
  const { records, gate } = world.ringside;
  await records.write((unit) =>
    gate.apply(unit, { by: operator, via: "import", source: "test", changes }),
  );
}

const formOf = ({ open }: Outcome) => {
  const form = open?.blocks.find((block) => block.t === "form");
  if (!form) throw new Error("no form was opened");
  return form;
};
const fieldsOf = (outcome: Outcome) => formOf(outcome).fields.map(({ name }) => name);
const submit = (outcome: Outcome, values: Record<string, string>) =>
  chat().submit("per_ana", formOf(outcome).submit.ref, values);

/** Ana says something, and picks a shortcut on it; without words, on nothing. */
async function picks(shortcut: "update" | "attach", words = ""): Promise<Outcome> {
  if (!words) return chat().pick("per_ana", { shortcut, messageId: "" });
  await chat().say("per_ana", words);
  const said = (await chat().transcript("per_ana")).findLast(({ author }) => author === "person");
  return chat().pick("per_ana", { shortcut, messageId: said?.id ?? "" });
}

describe("a shortcut on a message", () => {
  it("opens a form with its words, to be changed and kept", async () => {
    await addDeals(1);
    const form = await picks("attach", "we need it by May");
    expect(form.open?.title).toBe("Attach to a deal");
    expect(formOf(form).fields).toMatchObject([
      { name: "deal", options: [{ value: "dea_1", label: "Deal 1. · Acme Medical" }] },
      { name: "text", value: "we need it by May" },
    ]);
    await submit(form, { deal: "dea_1", text: "we need it by June" });
    await world.ringside.drain();
    expect(await touches()).toMatchObject([
      { type: "message.attached", props: { text: "we need it by June" } },
    ]);
  });

  it("keeps a message too long to be edited everywhere as it is, with what is added", async () => {
    await addDeals(1);
    const words = `${"报价单与条款。".repeat(700)}😀`;
    const form = await picks("attach", words);
    expect(fieldsOf(form)).toEqual(["deal", "text"]);
    expect(formOf(form).fields[1]?.value).toBeUndefined();
    await submit(form, { deal: "dea_1", text: "from their e-mail" });
    await world.ringside.drain();
    expect((await touches())[0]?.props.text).toBe(`${words}\n\nfrom their e-mail`);
  });

  it("is refused in a sentence when both together are too long", async () => {
    await addDeals(1);
    const form = await picks("attach", "x".repeat(19_990));
    const { errors } = await submit(form, { deal: "dea_1", text: "and ten more characters" });
    expect(errors).toEqual({ text: "Keep it under 20,000 characters." });
  });

  it("is refused to whoever has no leads", async () => {
    const outcome = await chat().pick("per_bob", { shortcut: "update", messageId: "" });
    expect(outcome.toast).toContain("You may not do that");
  });

  it("takes no message of somebody else's conversation", async () => {
    await chat().say("per_lei", "secret");
    const [said] = await chat().transcript("per_lei");
    const stolen = chat().pick("per_ana", { shortcut: "attach", messageId: said?.id ?? "" });
    await expect(stolen).rejects.toThrow("has no message");
  });
});

describe("a form with more deals than a list may hold", () => {
  it("asks for the name of one that is not listed", async () => {
    await addDeals(102);
    const form = await picks("attach");
    expect(fieldsOf(form)).toEqual(["deal", "name", "text"]);
    expect(formOf(form).fields[0]).toHaveProperty("options.length", 100);
    const text = "called them";
    expect((await submit(form, { text })).errors).toHaveProperty("deal");
    expect((await submit(form, { text, name: "Globex" })).errors?.name).toContain("“Globex”");
    const several = await submit(form, { text, name: "al 10" });
    expect(several.errors?.name).toMatch(/“al 10” fits several: Deal 10/);
    await submit(form, { text, name: "Deal 77." });
    await world.ringside.drain();
    expect((await touches())[0]?.props.about).toEqual({ kind: "deal", id: "dea_77" });
  });
});

describe("keeping a note", () => {
  it("sent twice by the same form is one note", async () => {
    await addDeals(1);
    const form = await picks("attach");
    await submit(form, { deal: "dea_1", text: "once" });
    await world.ringside.drain();
    const again = await submit(form, { deal: "dea_1", text: "twice" });
    expect(again.toast).toBe("That is kept already.");
    await world.ringside.drain();
    expect(await touches()).toHaveLength(1);
  });

  it("by a job that ran twice is one touch", async () => {
    await addDeals(1);
    const form = await picks("attach");
    await submit(form, { deal: "dea_1", text: "once" });
    const job = await world.ringside.records.client.job.findFirst({
      where: { kind: "note.write" },
    });
    const payload = job?.payload as unknown as NotePayload;
    await runNoteJob(payload, world.ringside); // as a run that died before its effects committed
    await world.ringside.drain();
    expect(await touches()).toHaveLength(1);
    expect((await cards("per_ana")).at(-1)?.title).toContain("Kept with Deal 1.");
  });

  it("says that it is kept only when it is, and gives the words back when it never will be", async () => {
    await addDeals(1);
    const { events } = world.ringside;
    const { append } = events;
    events.append = () => Promise.reject(new RetryLater("disk full", { afterMs: 1_000 }));
    const form = await picks("attach");
    await submit(form, { deal: "dea_1", text: "precious words" });
    await world.ringside.drain();
    expect((await cards("per_ana")).at(-1)?.title).toContain("Keeping it with Deal 1.");
    for (let attempt = 0; attempt < 10; attempt += 1) await world.passes(3_600_000);
    events.append = append;
    const lost = (await cards("per_ana")).at(-1);
    expect(lost?.title).toContain("Not kept with Deal 1.");
    expect(JSON.stringify(lost?.blocks)).toContain("precious words");
    expect(await touches()).toHaveLength(0);
  });

  it("with a lead of no contact and no company lies with the lead itself", async () => {
    const set = { contactId: null, accountId: null, need: null, title: "A name on a napkin" };
    await world.arrives("led_bare", set);
    const [offer] = await world.ringside.records.read.assignments.find({ leadId: "led_bare" });
    const rep = offer?.repId ?? "";
    await chat().say(rep, "note napkin: she has a red coat");
    await world.ringside.drain();
    await chat().say(rep, "notes napkin");
    await world.ringside.drain();
    expect(JSON.stringify((await cards(rep)).at(-1))).toContain("she has a red coat");
    expect(await world.ringside.events.ofVisitors(["led_bare"])).toHaveLength(1);
  });
});
