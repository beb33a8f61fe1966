// What follows from accepting a lead: the CRM opens a deal, the rep calls and writes, and one day it is won or lost.
import { dayMs, hourMs, minuteMs } from "../../src/core/durations.ts";
import type { Change } from "../../src/core/gate/gate.ts";
import type { Deal, Touch } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import type { Ringside } from "../../src/main.ts";
import { addWorkingHours, nextWorkingTime } from "../../src/sample/calendar.ts";
import type { Rep } from "../../src/sample/people.ts";
import type { Random } from "../../src/sample/random.ts";
import { sampleId } from "../../src/sample/sample-id.ts";
import { firstContact, followUp } from "../../src/sample/touches/courtship.ts";
import type { TouchDraft } from "../../src/sample/touches/moves.ts";
import { replyTo } from "../../src/sample/touches/replies.ts";
import type { Agenda } from "./agenda.ts";
import { type ComingLead, drawOutcome, repWithId } from "./plan.ts";

export type World = { ringside: Ringside; agenda: Agenda; random: Random };

/** Spread of the logarithm of the first-contact delay, as in the sample (plans.ts). */
const delaySpread = 0.6;
const latestHours = 36;

/** Puts on the agenda what a rep and a customer do once the lead is accepted. */
export function workLead(world: World, coming: ComingLead, ownerId: string): void {
  const { agenda, random, ringside } = world;
  const now = ringside.clock();
  const rep = repWithId(ownerId);
  const hours = Math.min(random.logNormal(rep.firstContactHours, delaySpread), latestHours);
  const begins = nextWorkingTime(now, rep.offsetHours, random);
  const at = addWorkingHours(begins, hours, rep.offsetHours);
  agenda.add(now + minuteMs, () => openDeal(world, coming, rep));
  for (const [index, touch] of contactsOf(coming, { rep, at, random }).entries()) {
    agenda.add(Math.max(touch.at, now + 2 * minuteMs), () =>
      arrive(world, { coming, touch, index }),
    );
  }
  const { isWon, at: endsAt } = drawOutcome(coming, { rep, hours, random });
  agenda.add(Math.max(endsAt, at + dayMs), () => endDeal(world, dealIdOf(coming), isWon));
}

const dealIdOf = ({ lead }: ComingLead) => lead.id.replace("led_", "dea_");

function contactsOf(
  { courtship }: ComingLead,
  { rep, at, random }: { rep: Rep; at: number; random: Random },
): TouchDraft[] {
  const endsAt = Math.max(courtship.endsAt, at + dayMs);
  const answered = { ...courtship, endsAt, answered: { rep, at, followUps: random.whole(1, 4) } };
  const sent = [...firstContact(answered, random), ...followUp(answered, random).flat()];
  return [...sent, ...replyTo(sent, answered, random).flat()];
}

type Arriving = { coming: ComingLead; touch: TouchDraft; index: number };

/** The telephony and the mail tell of it as it happens. */
async function arrive({ ringside }: World, { coming, touch, index }: Arriving): Promise<void> {
  const at = ringside.clock();
  const whole: Touch = {
    ...{ ...touch, id: sampleId("touch", `${coming.lead.id}_${index}`), at, receivedAt: at },
    anonymousId: null,
  };
  await ringside.events.append([whole]);
}

async function openDeal(world: World, coming: ComingLead, rep: Rep): Promise<void> {
  const { lead, customer, budgetStatus } = coming;
  const openedAt = world.ringside.clock();
  const amount = Math.max(1, Math.round(world.random.logNormal(70, 0.8))) * 1_000;
  const set: Partial<Deal> = {
    ...{ name: lead.title, accountId: lead.accountId, leadId: lead.id, productId: lead.productId },
    ...{ ownerId: rep.id, stage: "contacted", status: "open", amount, budgetStatus, openedAt },
    ...{ currency: customer.currency, decisionMaker: coming.contact.name },
    closeDate: Math.round(coming.courtship.endsAt),
  };
  await fromCrm(world, [
    { kind: "deal", id: dealIdOf(coming), create: true, set },
    { kind: "lead", id: lead.id, set: { status: "converted" } },
  ]);
}

/** The CRM says how a deal ended. */
export async function endDeal(world: World, id: string, isWon: boolean): Promise<void> {
  const end = isWon ? ("won" as const) : ("lost" as const);
  const deal = await world.ringside.records.read.deals.get(id);
  if (deal?.status !== "open") return;
  const closedAt = world.ringside.clock();
  const lead: Change[] = deal.leadId
    ? [{ kind: "lead", id: deal.leadId, set: { outcome: end, closedAt } }]
    : [];
  const set: Partial<Deal> = { stage: end, status: end, closedAt };
  await fromCrm(world, [{ kind: "deal", id, set }, ...lead]);
}

/** Through the same gate as everything else. */
export async function fromCrm({ ringside }: World, changes: Change[]): Promise<void> {
  await ringside.records.write(async (unit) => {
    const batch = { by: operator, via: "import", source: "crm", changes } as const;
    const [refusal] = await ringside.gate.apply(unit, batch);
    if (refusal) throw new Error(`The CRM's change was refused: ${refusal.message}`);
  });
}

/** Hours later than which a lead nobody has looks stuck. */
export const stuckAfterMs = 74 * hourMs;
