// All touches of the sample: around deals, around leads, and after wins, cut down to a round number.
import type { Contact, Lead, Touch } from "../../core/model.ts";
import { addWorkingHours, nextWorkingTime } from "../calendar.ts";
import type { Customer } from "../customers.ts";
import type { LeadPlan } from "../leads.ts";
import type { Rep } from "../people.ts";
import { type DealPlan, delaySpread } from "../plans.ts";
import { createRandom, type Random } from "../random.ts";
import { numberedId } from "../sample-id.ts";
import { askByForm, type Courtship, courtCustomer, firstContact, followUp } from "./courtship.ts";
import type { TouchDraft } from "./moves.ts";
import { plantDoubt } from "./planted-doubt.ts";
import { replyTo } from "./replies.ts";
import { serveCustomer } from "./service.ts";

/** `kept` never falls to the cut; `spare` may, where it is a single touch. */
type Drafts = { kept: TouchDraft[][]; spare: TouchDraft[][] };

/** Exactly `count` touches in order of time, none later than `now`. */
export function createTouches(parts: {
  closed: DealPlan[];
  open: DealPlan[];
  leads: LeadPlan[];
  count: number;
  now: number;
  seed: number;
}): Touch[] {
  const { closed, open, leads, count, now, seed } = parts;
  const random = createRandom(seed, "touches");
  const replies = createRandom(seed, "replies");
  const history = closed.map((plan) => draftDeal(plan, { moves: 4, now, random, replies }));
  const current = [
    ...open.map((plan) => draftDeal(plan, { moves: 5, now, random, replies })),
    ...leads.map((plan) => draftLead(plan, now, random)),
  ];
  const drafts: Drafts = {
    kept: [
      ...history.flatMap(({ kept }) => kept),
      ...current.flatMap(({ kept, spare }) => [...kept, ...spare]),
    ],
    spare: history.flatMap(({ spare }) => spare),
  };
  const planted = plantDoubt(open, { drafts: drafts.kept.flat(), now });
  return number([...cut(drafts, count - planted.length, random), ...planted], now, random);
}

/** Everything around one deal. `moves` is what a customer of average interest makes. */
function draftDeal(
  plan: DealPlan,
  options: { moves: number; now: number; random: Random; replies: Random },
): Drafts {
  const { moves, now, random, replies } = options;
  const { customer, contact, interest, openedAt, firstContactAt, rep } = plan;
  const courtship: Courtship = {
    ...traitsOf(customer, contact),
    contact,
    style: customer.style,
    interest,
    moves: Math.max(1, Math.round(moves + interest + random.between(-1.5, 1.5))),
    leadDays: 14,
    byForm: plan.source === "website",
    openedAt,
    endsAt: plan.closedAt ?? now,
    answered:
      firstContactAt === null ? null : { rep, at: firstContactAt, followUps: random.whole(0, 2) },
  };
  const first = firstContact(courtship, random);
  const moved = courtCustomer(courtship, random);
  const followed = followUp(courtship, random);
  return {
    kept: [askByForm(courtship), first],
    spare: [
      ...moved,
      ...followed,
      ...replyTo([first, ...followed].flat(), courtship, replies),
      ...serveCustomer(plan, now, random),
    ],
  };
}

/** Everything around one lead; an accepted one has had its first call, if there was time for it. */
function draftLead(plan: LeadPlan, now: number, random: Random): Drafts {
  const { lead, contact, customer, style, interest, touches: moves, rep } = plan;
  const courtship: Courtship = {
    ...traitsOf(customer, contact),
    contact,
    style,
    interest,
    moves,
    leadDays: 10,
    byForm: lead.source === "website",
    openedAt: lead.createdAt,
    endsAt: now,
    answered: rep && answer(rep, { lead, now, random }),
  };
  return {
    kept: [
      askByForm(courtship),
      firstContact(courtship, random),
      ...courtCustomer(courtship, random),
    ],
    spare: [],
  };
}

function answer(
  rep: Rep,
  options: { lead: Lead; now: number; random: Random },
): Courtship["answered"] {
  const { lead, now, random } = options;
  const begins = nextWorkingTime(lead.createdAt, rep.offsetHours, random);
  const delayHours = random.logNormal(rep.firstContactHours, delaySpread);
  const at = addWorkingHours(begins, delayHours, rep.offsetHours);
  return at < now ? { rep, at, followUps: 0 } : null;
}

function traitsOf(customer: Customer | null, contact: Contact) {
  return {
    colleagues: customer?.contacts.filter(({ id }) => id !== contact.id) ?? [],
    industry: customer?.industry ?? null,
    offsetHours: customer?.offsetHours ?? 0,
  };
}

/** Drops single touches at random, so that what is left has the same patterns. */
function cut({ kept, spare }: Drafts, count: number, random: Random): TouchDraft[] {
  let surplus = [...kept, ...spare].flat().length - count;
  if (surplus < 0) throw new Error(`The sample draws ${-surplus} touches too few.`);
  const left = random.shuffled(spare).filter((episode) => {
    if (surplus === 0 || episode.length !== 1) return true;
    surplus--;
    return false;
  });
  return [...kept, ...left].flat();
}

function number(drafts: TouchDraft[], now: number, random: Random): Touch[] {
  const ordered = drafts
    .map((draft) => ({ ...draft, at: Math.round(draft.at) }))
    .sort((one, other) => one.at - other.at);
  return ordered.map((draft, index) => ({
    ...draft,
    id: numberedId("touch", index + 1),
    anonymousId: null,
    receivedAt: Math.min(now, draft.at + random.whole(1, 90) * 1000),
  }));
}
