// The touches around one deal or lead: what the customer did before and during it, and when the rep got in touch.
import { dayMs } from "../../core/durations.ts";
import type { Contact } from "../../core/model.ts";
import { nextWorkingTime, wakingTime } from "../calendar.ts";
import { logistic } from "../outcome.ts";
import type { Rep } from "../people.ts";
import type { Random } from "../random.ts";
import type { Industry, Style } from "../traits.ts";
import { moves, type TouchDraft, touch } from "./moves.ts";
import { drawMove } from "./patterns.ts";

/** What the touches depend on; the outcome is not part of it. */
export type Courtship = {
  contact: Contact;
  /** Others at the same account, who look in now and then. */
  colleagues: Contact[];
  industry: Industry | null;
  style: Style;
  offsetHours: number;
  interest: number;
  /** How many moves the customer makes. */
  moves: number;
  /** How many days before the opening the first moves happen. */
  leadDays: number;
  /** Came through the form on the website, which is how it began. */
  byForm: boolean;
  openedAt: number;
  endsAt: number;
  /** Who answered, and when; null while nobody has. */
  answered: { rep: Rep; at: number; followUps: number } | null;
};

/** How strongly interest shows: at 2 a customer one deviation above the average makes 88 % warm moves. */
const warmth = 2;
const shareBefore = 0.6;
const mainContactShare = 0.8;

/** The moves of the customer, each a list of touches that belong together. */
export function courtCustomer(courtship: Courtship, random: Random): TouchDraft[][] {
  return Array.from({ length: courtship.moves }, () => makeMove(courtship, random));
}

/** How it began, where that is a touch. */
export function askByForm({ byForm, contact, openedAt }: Courtship): TouchDraft[] {
  return byForm ? moves.form({ contact, at: openedAt }) : [];
}

/** The rep's first call or e-mail, which tells their speed. */
export function firstContact(courtship: Courtship, random: Random): TouchDraft[] {
  const { answered } = courtship;
  if (!answered) return [];
  return [outbound(courtship, { ...answered, byMessage: false, random })];
}

/** What the rep sends and calls later on, each by itself. */
export function followUp(courtship: Courtship, random: Random): TouchDraft[][] {
  const { answered, endsAt } = courtship;
  if (!answered) return [];
  const { rep, followUps } = answered;
  return Array.from({ length: followUps }, () => {
    const due = random.between(answered.at, endsAt);
    const at = Math.min(nextWorkingTime(due, rep.offsetHours, random), endsAt);
    return [outbound(courtship, { rep, at, byMessage: rep.language === "zh", random })];
  });
}

function makeMove(courtship: Courtship, random: Random): TouchDraft[] {
  const { contact, colleagues, endsAt, openedAt, leadDays, offsetHours } = courtship;
  const warm = random.chance(logistic(warmth * courtship.interest));
  const main = colleagues.length === 0 || random.chance(mainContactShare);
  const at = wakingTime(drawTime(courtship, warm, random), {
    offsetHours,
    from: openedAt - leadDays * dayMs,
    to: endsAt,
    random,
  });
  const who = main ? contact : random.pick(colleagues);
  const move = drawMove(courtship, warm, random);
  return moves[move]({ contact: who, at, latest: endsAt, warm, random });
}

/** Before the opening moves grow denser; after it the cool ones fade and the warm ones go on. */
function drawTime(courtship: Courtship, warm: boolean, random: Random): number {
  const { openedAt, endsAt, leadDays } = courtship;
  if (random.chance(shareBefore)) return openedAt - random.unit() ** 1.5 * leadDays * dayMs;
  return openedAt + random.unit() ** (warm ? 1 : 2) * (endsAt - openedAt);
}

function outbound(
  courtship: Courtship,
  options: { rep: Rep; at: number; byMessage: boolean; random: Random },
): TouchDraft {
  const { rep, at, byMessage, random } = options;
  const context = { contact: courtship.contact, at: Math.round(at) };
  const personId = rep.id;
  if (byMessage && random.chance(0.6)) return touch(context, "message.sent", "chat", { personId });
  if (random.chance(0.5)) return touch(context, "email.sent", "mail", { personId });
  const seconds = Math.round(random.logNormal(240, 0.7));
  return touch(context, "call.made", "phone", { personId, seconds });
}
