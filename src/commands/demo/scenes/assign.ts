// Scene 1: leads arrive and go to whom they fit best, with reasons; one is accepted, one is declined and goes on.
import { type Card, plain } from "../../../core/card.ts";
import type { Assignment } from "../../../core/leads/assigning/assignment.ts";
import { assignmentKey } from "../../../core/leads/cards/assignment-card.ts";
import type { Person } from "../../../core/model.ts";
import { createFormat } from "../../../core/text/format.ts";
import { textsFor } from "../../../core/text/texts.ts";
import { findAction, type Scene, type Stage } from "../stage.ts";

/** One assignment as the demo reports it with --json. */
export type DemoLead = {
  customer: string;
  rep: string;
  /** Hundredths of a point: the sum of the contributions' points. */
  fit: number;
  contributions: { factor: string; weight: number; value: number; points: number }[];
};

/** What the scene returns. */
export type AssignReport = {
  leads: DemoLead[];
  accepted: DemoLead;
  declined: DemoLead;
  next: DemoLead;
};

/** An assignment with the card its rep really has. */
type Offer = { assignment: Assignment; rep: Person; card: Card };

export const assign: Scene = {
  name: "assign",
  async play(stage): Promise<AssignReport> {
    const texts = textsFor(stage.options.language).demo;
    const offers = await assignAll(stage);
    const [first, second, ...others] = ownLanguageFirst(offers, stage);
    if (!first || !second) throw new Error("The sample team has no leads to show.");
    await stage.tell(texts.gets({ rep: first.rep.name }));
    await stage.show(first.rep, first.card);
    await stage.tell(texts.others);
    for (const offer of [second, ...others]) printShort(offer, stage);
    await accept(stage, first);
    const next = await decline(stage, second);
    return {
      leads: offers.map(toReport),
      accepted: toReport(first),
      declined: toReport(second),
      next: toReport(next),
    };
  },
};

async function assignAll(stage: Stage): Promise<Offer[]> {
  const { people, newLeads } = stage.sample;
  const began = performance.now();
  await stage.ringside.drain();
  const reps = people.filter(({ role }) => role === "rep").length;
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const texts = textsFor(stage.options.language).demo;
  await stage.tell(texts.arrive({ count: newLeads.length, reps, seconds }));
  return readOffers(stage);
}

/** What each rep really got: the assignments with the cards in their conversations. */
async function readOffers(stage: Stage): Promise<Offer[]> {
  const { read } = stage.ringside.records;
  const offers: Offer[] = [];
  for (const assignment of await read.assignments.find({ state: "offered" })) {
    const rep = await read.people.get(assignment.repId);
    const cards = rep ? await stage.cards(rep) : [];
    const card = cards.find(({ key }) => key === assignmentKey(assignment.id));
    if (rep && card) offers.push({ assignment, rep, card });
  }
  return offers;
}

/** The strongest of the language the story is told in comes first, then another one of it, then the rest. */
function ownLanguageFirst(offers: Offer[], { options }: Stage): Offer[] {
  const byFit = offers.toSorted((a, b) => b.assignment.fit - a.assignment.fit);
  const isOwn = ({ rep }: Offer) => rep.language === options.language;
  return [...byFit.filter(isOwn), ...byFit.filter((offer) => !isOwn(offer))];
}

/** The reasons, and the sum. */
function printShort({ rep, card, assignment }: Offer, { options: { print, language } }: Stage) {
  const format = createFormat(language, rep.timeZone);
  const parts = assignment.contributions.map(({ points }) => format.points(points)).join(" + ");
  const [reason = ""] = reasonsOf(card);
  print(`  ${rep.name} ← ${card.title}`);
  print(`    ${reason}`);
  print(`    ${textsFor(language).demo.sum({ parts, fit: format.points(assignment.fit) })}`);
}

function reasonsOf(card: Card): string[] {
  const lines = card.blocks.flatMap((block) =>
    block.t === "text" ? plain(block.text).split("\n") : [],
  );
  return lines.filter((line) => line.startsWith("•"));
}

async function accept(stage: Stage, { rep, card, assignment }: Offer): Promise<void> {
  const lead = await stage.ringside.records.read.leads.get(assignment.leadId);
  Object.assign(stage.cast, { rep, contactId: lead?.contactId ?? undefined });
  const texts = textsFor(stage.options.language).demo;
  await stage.tell(texts.accepts({ rep: rep.name, customer: card.title }));
  const { localChat } = stage.ringside;
  const outcome = await localChat.tap(rep.id, findAction([card], "lead.accept").ref);
  stage.options.print(texts.answers({ text: outcome.toast ?? "" }));
  await stage.ringside.drain();
}

/** Declines an offer with a reason; returns the offer the next rep got. */
async function decline(stage: Stage, { rep, card, assignment }: Offer): Promise<Offer> {
  const { options, ringside } = stage;
  const texts = textsFor(options.language).demo;
  const reason = textsFor(rep.language).leads.declineReasons.busy ?? "";
  await stage.tell(texts.declines({ rep: rep.name, customer: card.title, reason }));
  const { open } = await ringside.localChat.tap(rep.id, findAction([card], "lead.decline").ref);
  const form = open?.blocks.find((block) => block.t === "form");
  const values = { reason: "busy" };
  const { toast = "" } = await ringside.localChat.submit(rep.id, form?.submit.ref ?? "", values);
  options.print(texts.answers({ text: toast }));
  await ringside.drain();
  const next = (await readOffers(stage)).find((one) => one.assignment.leadId === assignment.leadId);
  if (!next) throw new Error("Nobody got the declined lead.");
  await stage.tell(texts.next({ rep: next.rep.name }));
  printShort(next, stage);
  return next;
}

function toReport({ assignment, rep, card }: Offer): DemoLead {
  return {
    customer: card.title,
    rep: rep.name,
    fit: assignment.fit,
    contributions: assignment.contributions.map(({ factor, weight, value, points }) => ({
      ...{ factor, weight, value, points },
    })),
  };
}
