// Calls and meetings that a system reports: which of them ask for an update, of whom, about which deals.
import { whoOf } from "../../../journey/who.ts";
import type { Contact, Deal, Person, Touch } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";

/** Touches that say a talk is over. `call.made` and `meeting.held` are how CRMs log one. */
const talkTypes: ReadonlySet<string> = new Set([
  "call.ended",
  "call.made",
  "meeting.ended",
  "meeting.held",
]);

/** Later than this nobody remembers what to say in a sentence, and what comes is a file's history. */
const freshMs = 30 * 60_000;

/** Systems of telephony, calendars and CRMs tell of talks; files and notes tell of the past. */
const ownSources: ReadonlySet<string> = new Set(["chat", "file", "import", "sample"]);

/** A talk with whoever is asked about it, and the deals it may have been about. */
export type FoundTalk = {
  touch: Touch;
  person: Person;
  contact: Contact | undefined;
  deals: Deal[];
};

/** Whether a touch is the end of a talk, just now. */
export function isFreshTalk({ type, at, source }: Touch, now: number): boolean {
  const isNew = at > now - freshMs && at <= now + freshMs;
  return talkTypes.has(type) && isNew && !ownSources.has(source);
}

/**
 * Whom a talk asks, and about what. Nobody when it was internal, when it is with nobody we know, or when neither its
 * rep nor anybody else has an open deal there.
 */
export async function findTalk(read: Reader, touch: Touch): Promise<FoundTalk | undefined> {
  const { contactId, accountId } = await customerOf(read, touch);
  const contact = contactId ? await read.contacts.get(contactId) : undefined;
  const account = contact?.accountId ?? accountId;
  if (!account && !contact) return undefined;
  const people = await read.people.find({ active: true });
  if (isInternal(touch, contact, people)) return undefined;
  const open = await dealsWith(read, contact?.id ?? null, account);
  const rep = repOf(touch, people);
  const [first] = open.filter(({ ownerId }) => !rep || ownerId === rep.id);
  const person = people.find(({ id }) => id === first?.ownerId);
  if (!person) return undefined;
  return { touch, person, contact, deals: open.filter(({ ownerId }) => ownerId === person.id) };
}

type Customer = { contactId: string | null; accountId: string | null };

/** The contact of the touch, or of the visitor it is under; by address, where identity has not read it yet. */
export async function customerOf(
  read: Pick<Reader, "visitors" | "contacts">,
  touch: Pick<Touch, "contactId" | "accountId" | "anonymousId" | "props">,
): Promise<Customer> {
  const { contactId, accountId, anonymousId } = touch;
  if (contactId || !anonymousId) return { contactId, accountId };
  const visitor = await read.visitors.get(anonymousId);
  if (visitor) return { contactId: visitor.contactId, accountId: visitor.accountId ?? accountId };
  const { email, phone } = whoOf(touch);
  const named = email ? { email } : { phone: phone ?? "" };
  const [contact] = await read.contacts.find(named, { limit: 1 });
  return { contactId: contact?.id ?? null, accountId };
}

/** Said to be so, or with nobody but our own people. */
export function isInternal(
  { props, ...touch }: Pick<Touch, "props">,
  contact: Pick<Contact, "email"> | undefined,
  people: readonly Pick<Person, "email">[],
): boolean {
  if (props.internal === true) return true;
  const own = new Set(people.flatMap(({ email }) => email?.toLowerCase() ?? []));
  const isOwn = (email: unknown) => typeof email === "string" && own.has(email.toLowerCase());
  const { email = contact?.email } = whoOf({ ...touch, props });
  const attendees = Array.isArray(props.attendees) ? props.attendees : [];
  return isOwn(email) || (attendees.length > 0 && attendees.every(isOwn));
}

/** Who of ours it was, where the system says: by address, telephone or our id, in `rep`. */
function repOf({ props }: Touch, people: readonly Person[]): Person | undefined {
  const rep = typeof props.rep === "string" ? props.rep.trim().toLowerCase() : "";
  if (!rep) return undefined;
  const digits = rep.replace(/\D/g, "");
  return people.find(
    ({ id, email, phone }) =>
      id === rep ||
      email?.toLowerCase() === rep ||
      (digits.length >= 7 && phone?.replace(/\D/g, "").endsWith(digits)),
  );
}

/** Open deals with the contact's lead or their company, the latest changed first. */
export async function dealsWith(
  read: Reader,
  contactId: string | null,
  accountId: string | null,
): Promise<Deal[]> {
  const leads = contactId ? await read.leads.find({ contactId }) : [];
  const byLead = await read.deals.find({ leadId: leads.map(({ id }) => id), status: "open" });
  const byAccount = accountId ? await read.deals.find({ accountId, status: "open" }) : [];
  const deals = new Map([...byLead, ...byAccount].map((deal) => [deal.id, deal]));
  return [...deals.values()].sort((one, other) => other.updatedAt - one.updatedAt);
}
