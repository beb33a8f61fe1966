// Tickets, and who said what, out of a customer's touches.
import type { Touch } from "../../model.ts";
import { noteTypes } from "../../pipeline/notes.ts";
import type { EventLog } from "../../ports.ts";
import { type Owners, personKeyOf } from "./owners.ts";

/** One request to service, as its touches tell it. */
export type Ticket = {
  id: string;
  personKey: string;
  subject: string;
  status: string;
  source: string;
  lastAt: number;
  touches: Touch[];
};

/** Somebody's words. `authorId`: the colleague who wrote them down; null where the customer's own arrived. */
export type Saying = {
  touch: Touch;
  personKey: string;
  words: string;
  authorId: string | null;
};

/** Touches that are read for either, the latest: more than a page or a card ever lists. */
const mostRead = 500;

const wordTypes = [
  ...Object.values(noteTypes),
  ...["message.received", "email.reply", "survey.score", "call.received"],
];

/** Whether a type is shown as a ticket or as words, and not as a node of touches. */
export function isShownApart(type: string): boolean {
  return type.startsWith("ticket.") || Object.values<string>(noteTypes).includes(type);
}

type Reads = { events: Pick<EventLog, "pageOf">; owners: Owners; now: number };

/** Tickets by the id their system gave them, the latest changed first. */
export async function readTickets(
  { events, owners, now }: Reads,
  types: readonly string[],
): Promise<Ticket[]> {
  const wanted = types.filter((type) => type.startsWith("ticket."));
  if (wanted.length === 0) return [];
  const page = { from: 0, to: now, types: wanted, limit: mostRead };
  const tickets = new Map<string, Ticket>();
  for (const touch of await events.pageOf(owners.all, page)) {
    const id = ticketIdOf(touch);
    const known = tickets.get(id);
    if (known) known.touches.push(touch);
    else tickets.set(id, toTicket(id, touch, owners));
  }
  return [...tickets.values()];
}

function ticketIdOf({ id, source, props }: Touch): string {
  const given = props.ticketId ?? props.recordId ?? props.ticket;
  return typeof given === "string" || typeof given === "number" ? `${source} ${given}` : id;
}

/** The newest touch says how it stands. */
function toTicket(id: string, touch: Touch, owners: Owners): Ticket {
  const { props, source, at, type } = touch;
  return {
    ...{ id, source, lastAt: at, touches: [touch], personKey: personKeyOf(touch, owners) },
    subject: typeof props.subject === "string" ? props.subject : "",
    status: typeof props.status === "string" ? props.status : type.slice("ticket.".length),
  };
}

/**
 * What was said, the latest first: notes that stand, and words that came with a touch. Notes on a colleague's lead or
 * deal are theirs; `readerId` reads their own wherever they are.
 */
export async function readSayings(
  { events, owners, now }: Reads,
  { readerId, aboutIds }: { readerId: string; aboutIds: ReadonlySet<string> },
): Promise<Saying[]> {
  const page = { from: 0, to: now, types: wordTypes, limit: mostRead };
  const touches = await events.pageOf(owners.all, page);
  const withdrawn = new Set(
    touches.filter(({ type }) => type === noteTypes.withdrawn).map(({ props }) => props.note),
  );
  return touches
    .filter(({ id, type }) => type !== noteTypes.withdrawn && !withdrawn.has(id))
    .flatMap((touch) => toSaying(touch, owners) ?? [])
    .filter(({ touch, authorId }) => authorId === readerId || isOf(touch, aboutIds));
}

function isOf({ props }: Touch, aboutIds: ReadonlySet<string>): boolean {
  const { id } = (props.about ?? {}) as { id?: unknown };
  return typeof id !== "string" || aboutIds.has(id);
}

function toSaying(touch: Touch, owners: Owners): Saying | undefined {
  const { props } = touch;
  const words = [props.text, props.comment, props.message].find(
    (one): one is string => typeof one === "string" && one.trim() !== "",
  );
  if (words === undefined) return undefined;
  const authorId = typeof props.authorId === "string" ? props.authorId : null;
  return { touch, words, authorId, personKey: personKeyOf(touch, owners) };
}
