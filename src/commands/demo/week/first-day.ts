// The week, 3: somebody new is added, has nothing yet, and an hour after their first leads has a day in one card.
import { hourMs } from "../../../core/durations.ts";
import type { Change } from "../../../core/gate/gate.ts";
import type { Person } from "../../../core/model.ts";
import { operator } from "../../../core/people/actor.ts";
import { setConsent } from "../../../core/people/consent.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { cardOf, managerOf, repOf, type Scene, type Stage } from "../stage.ts";

const leads = 3;

export const weekFirstDay: Scene = {
  name: "weekFirstDay",
  async play(stage): Promise<object> {
    const { records } = stage.ringside;
    const rep = repOf(stage);
    const manager = await managerOf(stage);
    const { demoWeek } = textsFor(stage.options.language);
    await records.write((unit) => setConsent(unit, { person: rep, purpose: "buddy", agree: true }));
    await stage.tell(demoWeek.buddy({ rep: rep.name }));
    await stage.says(manager, textsFor(manager.language).chat.help.examples.add_person ?? "");
    await stage.fills(manager, { name: demoWeek.newcomer });
    const [newcomer] = await records.read.people.find({ name: demoWeek.newcomer });
    if (!newcomer) throw new Error("Nobody was added.");
    await stage.passes(hourMs);
    await stage.show(newcomer, await cardOf(stage, newcomer));
    await ownLeads(stage, { newcomer, rep });
    await stage.tell(demoWeek.leads({ name: newcomer.name, count: leads }));
    await stage.passes(hourMs);
    await stage.show(newcomer, await cardOf(stage, newcomer, `first_day:${newcomer.id}:ready`));
    const known = await records.read.firstDays.get(newcomer.id);
    return { newcomer: newcomer.name, state: known?.state, buddy: known?.buddyId === rep.id };
  },
};

/** Leads of the newcomer's own, at customers of the kind the rep knows. */
async function ownLeads(
  { ringside, sample }: Stage,
  { newcomer, rep }: { newcomer: Person; rep: Person },
): Promise<void> {
  const accounts = sample.accounts.filter(({ ownerId }) => ownerId === rep.id).slice(0, leads);
  const changes = accounts.map((account, index): Change => {
    const contact = sample.contacts.find(({ accountId }) => accountId === account.id);
    const about = { title: account.name, accountId: account.id, contactId: contact?.id ?? null };
    const theirs = { ownerId: newcomer.id, status: "accepted" as const, selfSourced: true };
    return { kind: "lead", id: `led_new_${index}`, create: true, set: { ...about, ...theirs } };
  });
  await ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "story" } as const;
    const [refusal] = await ringside.gate.apply(unit, { ...by, changes });
    if (refusal) throw new Error(`The newcomer's leads do not load: ${refusal.message}`);
  });
}
