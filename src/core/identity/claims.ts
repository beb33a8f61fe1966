// A visitor linked to one contact who is called as another: a shared device, or a mistake. Nothing moves by itself.
import { offerNudge } from "../attention/offer-nudge.ts";
import { sentence } from "../blocks.ts";
import type { Action, Card } from "../card.ts";
import { NotFound } from "../errors.ts";
import type { Contact, Person } from "../model.ts";
import { managerOf } from "../people/org.ts";
import type { Workdays } from "../people/working-time.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { nameOf } from "./labels.ts";
import { mayMerge, ownersOf } from "./may-merge.ts";
import type { Visitor } from "./visitor.ts";

/** Of what a nudge can be worth: a wrong history misleads, but nothing burns. */
const worth = 0.4;

/** Asks whoever may write both contacts: their owner, else the owner's manager. Nobody's contacts wait to be looked at. */
export async function tellClaim(unit: Unit, workdays: Workdays, visitor: Visitor): Promise<void> {
  const contacts = await bothOf(unit, visitor);
  const person = contacts.length > 0 ? await deciderOf(unit, contacts) : undefined;
  if (!person) return;
  const card = claimCard(unit, person, { visitor, contacts });
  await offerNudge(unit, workdays, { person, kind: "health", value: worth, card });
}

/** The contact it is linked to, where there is one, and the one it was called as. */
async function bothOf(unit: Unit, { contactId, claimId }: Visitor): Promise<Contact[]> {
  const ids = [contactId, claimId].filter((id) => id !== null);
  const found = await unit.contacts.find({ id: ids });
  return found.length === ids.length ? found : [];
}

/** The owner of one of them who may write all; else the manager of an owner who may. */
async function deciderOf(unit: Unit, contacts: readonly Contact[]): Promise<Person | undefined> {
  const about = { kind: "contact", ids: contacts.map(({ id }) => id) } as const;
  const owners = [...(await ownersOf(unit, about)).values()].flat();
  const people = await unit.people.find({});
  const teams = await unit.teams.find({});
  const held = people.filter(({ id, active }) => active && owners.includes(id));
  const managers = held.flatMap((person) => managerOf(person, people, teams) ?? []);
  for (const person of [...held, ...managers]) {
    if (await mayMerge(unit, person, about)) return person;
  }
  return undefined;
}

type Claim = { visitor: Visitor; contacts: readonly Contact[] };

const cardKeyOf = ({ id, claimId }: Visitor) => `claim:${id.slice(0, 80)}:${claimId}`;

function claimCard(unit: Unit, person: Person, { visitor, contacts }: Claim): Card {
  const { customers } = readingOf(person).texts;
  const name = (id: string | null) => nameOf(contacts.find((one) => one.id === id));
  const [linked, claimed] = [name(visitor.contactId), name(visitor.claimId)];
  const key = cardKeyOf(visitor);
  const button = (isIt: "yes" | "no", label: string): Action => {
    const params = { visitorId: visitor.id, claimId: visitor.claimId ?? "", isIt };
    const ref = unit.arm({ action: "customer.claim", params, personId: person.id, cardKey: key });
    return { id: "customer.claim", label, ref };
  };
  const title = customers.claimTitle({ claimed });
  return {
    ...{ key, title, tone: "warn", summary: customers.claimSummary },
    blocks: [
      sentence(
        visitor.contactId
          ? customers.claimBody({ linked, claimed })
          : customers.claimOpen({ claimed }),
      ),
      {
        t: "actions",
        actions: [
          button("yes", customers.claimYes({ claimed })),
          button("no", visitor.contactId ? customers.claimNo({ linked }) : customers.claimNobody),
        ],
      },
    ],
  };
}

/** The answer: the visitor moves, or stays and is never asked about for this contact again. */
export function decideClaim({ person, params }: Ask): Effect {
  const { visitorId = "", claimId = "", isIt = "" } = params;
  const { customers } = readingOf(person).texts;
  return async (unit) => {
    const visitor = await unit.visitors.get(visitorId);
    if (!visitor || visitor.claimId !== claimId) return { toast: customers.claimSettled };
    const contacts = await bothOf(unit, visitor);
    const about = { kind: "contact", ids: contacts.map(({ id }) => id) } as const;
    if (contacts.length === 0 || !(await mayMerge(unit, person, about)))
      throw new NotFound("gone", `No claim on ${visitorId} for ${person.id}.`);
    const isMove = isIt === "yes";
    const after = isMove ? moved(visitor, person, unit.now) : refused(visitor, unit.now);
    await unit.visitors.put(after);
    await auditLink(unit, person, { visitorId, action: isMove ? "move" : "keep", claimId });
    return { card: settledCard(person, after, { contacts, key: cardKeyOf(visitor) }) };
  };
}

function settledCard(
  person: Person,
  { contactId }: Visitor,
  { contacts, key }: { contacts: readonly Contact[]; key: string },
): Card {
  const { customers } = readingOf(person).texts;
  const customer = nameOf(contacts.find(({ id }) => id === contactId));
  const title = contactId ? customers.claimDone({ customer }) : customers.claimLeft;
  return { key, title, tone: "good", summary: title, blocks: [] };
}

function moved(visitor: Visitor, { id }: Person, now: number): Visitor {
  const { contactId, claimId, rejected, reason } = visitor;
  return {
    ...visitor,
    ...{ contactId: claimId, claimId: null, linkedAt: now, undoneAt: null, updatedAt: now },
    rejected: contactId ? [...rejected, contactId] : rejected,
    reason: { ...(reason ?? unnamed(visitor, now)), personId: id },
  };
}

const unnamed = ({ id }: Visitor, at: number) => ({
  ...{ name: { kind: "visitor", value: id }, touchId: "", source: "chat", at },
});

function refused(visitor: Visitor, now: number): Visitor {
  const rejected = visitor.claimId ? [...visitor.rejected, visitor.claimId] : visitor.rejected;
  return { ...visitor, claimId: null, rejected, updatedAt: now };
}

/** Who said whom a visitor is. */
export async function auditLink(
  unit: Unit,
  { id }: Person,
  { visitorId, action, claimId }: { visitorId: string; action: string; claimId: string | null },
): Promise<void> {
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: id, via: "chat" },
    ...{ action: `visitor.${action}`, kind: "visitor", recordId: visitorId },
    detail: { contactId: claimId },
  });
}
