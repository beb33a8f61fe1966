// `npm run demo`: the main job in the terminal. Everything on screen is computed by the product itself.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Card } from "../core/card.ts";
import { assignmentKey } from "../core/leads/cards/assignment-card.ts";
import { textsFor } from "../core/text/texts.ts";
import { openRingside, type Ringside } from "../main.ts";
import { createSample, type Sample } from "../sample/create-sample.ts";
import { loadSample } from "../sample/load-sample.ts";
import { type DemoOptions, type Offer, printCard, printShort } from "./demo-print.ts";

/** One assignment as the demo reports it with --json. */
export type DemoLead = {
  customer: string;
  rep: string;
  /** Hundredths of a point: the sum of the contributions' points. */
  fit: number;
  contributions: { factor: string; weight: number; value: number; points: number }[];
};

export type DemoReport = {
  leads: DemoLead[];
  accepted: DemoLead;
  declined: DemoLead;
  next: DemoLead;
};

/** Cards printed whole; the others in short, so that the story stays readable. */
const wholeCards = 3;

/** Runs the story on a data folder of its own, which is gone afterwards. */
export async function demo(options: DemoOptions): Promise<DemoReport> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-demo-"));
  try {
    const ringside = await openRingside({ dataDir, log: options.log });
    try {
      return await tell(ringside, options);
    } finally {
      await ringside.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function tell(ringside: Ringside, options: DemoOptions): Promise<DemoReport> {
  const { print, language } = options;
  const texts = textsFor(language).demo;
  const sample = await load(ringside, options);
  const offers = await assignAll(ringside, sample, options);
  const ordered = bothLanguagesFirst(offers);
  for (const offer of ordered.slice(0, wholeCards)) printCard(offer, options);
  print(`\n${texts.others}`);
  for (const offer of ordered.slice(wholeCards)) printShort(offer, options);

  const [first, second] = ordered;
  if (!first || !second) throw new Error("The sample team has no leads to show.");
  await accept(ringside, first, options);
  const next = await decline(ringside, second, options);
  print(`\n${texts.where}`);
  for (const step of texts.steps) print(`  ${step}`);
  print(`\n${texts.honest}`);
  return {
    leads: offers.map(toReport),
    accepted: toReport(first),
    declined: toReport(second),
    next: toReport(next),
  };
}

async function load(ringside: Ringside, { print, language }: DemoOptions): Promise<Sample> {
  const began = performance.now();
  const sample = createSample({ now: ringside.clock() });
  const { records, gate, events } = ringside;
  await loadSample(sample, { store: records, gate, events });
  print(
    textsFor(language).demo.loaded({
      people: sample.people.length,
      accounts: sample.accounts.length,
      deals: sample.deals.filter(({ status }) => status !== "open").length,
      touches: sample.touches.length,
      seconds: secondsSince(began),
    }),
  );
  return sample;
}

async function assignAll(
  ringside: Ringside,
  { people, newLeads }: Sample,
  { print, language }: DemoOptions,
): Promise<Offer[]> {
  const began = performance.now();
  await ringside.drain();
  const reps = people.filter(({ role }) => role === "rep").length;
  const seconds = secondsSince(began);
  print(`\n${textsFor(language).demo.arrive({ count: newLeads.length, reps, seconds })}`);
  return readOffers(ringside);
}

/** What each rep really got: the assignments with the cards in their conversations. */
async function readOffers({ records, localChat }: Ringside): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const assignment of await records.read.assignments.find({ state: "offered" })) {
    const rep = await records.read.people.get(assignment.repId);
    const messages = await localChat.transcript(assignment.repId, { limit: 100 });
    const card = messages
      .map(({ body }) => body as Card)
      .find(({ key }) => key === assignmentKey(assignment.id));
    if (rep && card) offers.push({ assignment, rep, card });
  }
  return offers;
}

/** Strong cases of both languages in front, in turns. */
function bothLanguagesFirst(offers: Offer[]): Offer[] {
  const byFit = offers.toSorted((a, b) => b.assignment.fit - a.assignment.fit);
  const english = byFit.filter(({ rep }) => rep.language === "en");
  const chinese = byFit.filter(({ rep }) => rep.language === "zh");
  const front = [english[0], chinese[0], english[1]].filter((offer) => offer !== undefined);
  return [...front, ...offers.filter((offer) => !front.includes(offer))];
}

async function accept(ringside: Ringside, offer: Offer, options: DemoOptions): Promise<void> {
  const { print, language } = options;
  const texts = textsFor(language).demo;
  print("");
  print(texts.accepts({ rep: offer.rep.name, customer: offer.card.title }));
  const outcome = await ringside.localChat.tap(offer.rep.id, refOf(offer.card, "lead.accept"));
  print(texts.answers({ text: outcome.toast ?? "" }));
  await ringside.drain();
}

/** Declines an offer with a reason; returns the offer the next rep got. */
async function decline(ringside: Ringside, offer: Offer, options: DemoOptions): Promise<Offer> {
  const { print, language } = options;
  const texts = textsFor(language).demo;
  const { localChat } = ringside;
  const { rep, card } = offer;
  const reason = textsFor(rep.language).leads.declineReasons.busy ?? "";
  print("");
  print(texts.declines({ rep: rep.name, customer: card.title, reason }));
  const { open } = await localChat.tap(rep.id, refOf(card, "lead.decline"));
  const form = open?.blocks.find((block) => block.t === "form");
  const outcome = await localChat.submit(rep.id, form?.submit.ref ?? "", { reason: "busy" });
  print(texts.answers({ text: outcome.toast ?? "" }));
  await ringside.drain();
  const { leadId } = offer.assignment;
  const next = (await readOffers(ringside)).find(({ assignment }) => assignment.leadId === leadId);
  if (!next) throw new Error("Nobody got the declined lead.");
  print("");
  print(texts.next({ rep: next.rep.name }));
  printCard(next, options);
  return next;
}

function refOf(card: Card, actionId: string): string {
  const actions = card.blocks.flatMap((block) => (block.t === "actions" ? block.actions : []));
  const action = actions.find((one) => "id" in one && one.id === actionId);
  if (!action || !("ref" in action)) throw new Error(`The card has no button ${actionId}.`);
  return action.ref;
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

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
