// Scene 4: a call ends, the rep says one sentence, and the deal is up to date after one tap.
import { dayMs, minuteMs } from "../../../core/durations.ts";
import type { Contact, Deal, Person, Touch } from "../../../core/model.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { cardOf, formsOf, repOf, type Scene, type Stage } from "../stage.ts";

export const update: Scene = {
  name: "update",
  async play(stage): Promise<object> {
    const rep = repOf(stage);
    const { language } = stage.options;
    const texts = textsFor(language).demo;
    const { deal, contact } = await openDeal(stage, rep);
    await stage.tell(
      texts.callEnds({ rep: rep.name, customer: contact.name ?? "", deal: deal.name }),
    );
    await callEnds(stage, { rep, contact });
    await stage.show(rep, await cardOf(stage, rep));
    const said = { currency: deal.currency ?? "", decides: contact.name ?? "" };
    await stage.says(rep, texts.sentence(said));
    await stage.show(rep, await cardOf(stage, rep));
    await confirm(stage, rep);
    await stage.show(rep, await cardOf(stage, rep));
    const after = await stage.ringside.records.read.deals.get(deal.id);
    return {
      ...{ rep: rep.name, deal: deal.name },
      ...{ stageBefore: deal.stage, stageAfter: after?.stage, amount: after?.amount },
      ...{ nextStep: after?.nextStep, decisionMaker: after?.decisionMaker },
    };
  },
};

/** A deal of the rep that is qualified, or the nearest to it, at a customer of whom we know somebody by name. */
async function openDeal(
  { ringside: { records } }: Stage,
  { id: ownerId }: Person,
): Promise<{ deal: Deal; contact: Contact }> {
  const deals = await records.read.deals.find({ ownerId, status: "open" });
  const wanted = ["qualified", "contacted", "proposal", "negotiation", "new"];
  const ordered = deals.toSorted((a, b) => wanted.indexOf(a.stage) - wanted.indexOf(b.stage));
  const perAccount = (accountId: string | null) =>
    deals.filter((one) => one.accountId === accountId).length;
  for (const deal of ordered.filter(({ accountId }) => perAccount(accountId) === 1)) {
    const contacts = await records.read.contacts.find({ accountId: deal.accountId ?? "" });
    const contact = contacts.find(({ name }) => name && name !== deal.decisionMaker);
    if (contact) return { deal, contact };
  }
  throw new Error("The rep has no open deal to talk about.");
}

async function callEnds(
  { ringside, passes }: Stage,
  { rep, contact }: { rep: Person; contact: Contact },
): Promise<void> {
  await passes(20 * minuteMs);
  const at = ringside.clock();
  const call: Touch = {
    ...{ id: "tch_demo_call", contactId: contact.id, anonymousId: null },
    ...{ accountId: contact.accountId, type: "call.ended", at, receivedAt: at },
    ...{ props: { personId: rep.id, seconds: 640 }, source: "phone" },
  };
  await ringside.events.append([call]);
  await ringside.drain();
}

/** One tap; where the contract wants more, the same card asks for it, and what is asked is given. */
async function confirm(stage: Stage, rep: Person): Promise<void> {
  const [form] = formsOf(await cardOf(stage, rep));
  if (!form) return void (await stage.presses(rep, "update.confirm"));
  const closes = new Date(stage.ringside.clock() + 45 * dayMs).toISOString().slice(0, 10);
  const known: Record<string, string> = {
    ...{ proof: "https://files.example.com/quote.pdf", budgetStatus: "confirmed" },
    ...{ closeDate: closes, amount: "60000" },
  };
  const asked = form.fields.flatMap(({ name }) => {
    const answer = known[name];
    return answer === undefined ? [] : [[name, answer]];
  });
  await stage.fills(rep, Object.fromEntries(asked));
}
