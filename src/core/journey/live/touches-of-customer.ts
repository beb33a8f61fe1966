// Everything a customer did, as chains count it: under their own id, and as the visitors they turned out to have been.
import { touchesOf } from "../../identity/touches-of.ts";
import type { Touch } from "../../model.ts";
import type { EventLog, Reader } from "../../ports.ts";
import { isAutomated } from "../automated.ts";
import type { Customer } from "../chains/customers.ts";
import { defaultLatenessMs, inOrder, isLate } from "../chains/lateness.ts";

export type TouchReads = {
  read: Pick<Reader, "contacts" | "visitors" | "merges">;
  events: EventLog;
};

/** In order, each once, `from` to `to` both included; without what came too late, or from a machine. */
export async function touchesOfCustomer(
  customer: Customer,
  { from, to = Number.MAX_SAFE_INTEGER }: { from: number; to?: number },
  services: TouchReads,
): Promise<Touch[]> {
  const lists = await (customer.scope === "account" ? ofAccount : ofContact)(
    customer.id,
    services,
    {
      from,
      to,
    },
  );
  const touches = new Map(lists.flat().map((touch) => [touch.id, touch]));
  return [...touches.values()]
    .filter(({ at }) => at >= from && at <= to)
    .filter((touch) => !isAutomated(touch) && !isLate(touch, defaultLatenessMs))
    .sort(inOrder);
}

type Range = { from: number; to: number };
/** As much of one visitor as is read: a robot's million is not a customer's story. */
const latestOfVisitor = 5_000;

/** A visitor nobody knows has the visitor's own id for an id, and is found among the visitors. */
async function ofContact(id: string, services: TouchReads, range: Range): Promise<Touch[][]> {
  return [
    await touchesOf(services, [id], range),
    await services.events.ofVisitors([id], { ...range, latest: latestOfVisitor }),
  ];
}

async function ofAccount(id: string, services: TouchReads, range: Range): Promise<Touch[][]> {
  const { read, events } = services;
  const contacts = (await read.contacts.find({ accountId: id })).map((contact) => contact.id);
  const others = await read.visitors.find({ accountId: id, contactId: null });
  const visitors = others.map((visitor) => visitor.id);
  return [
    await events.ofAccounts([id]),
    contacts.length > 0 ? await touchesOf(services, contacts, range) : [],
    visitors.length > 0
      ? await events.ofVisitors(visitors, { ...range, latest: latestOfVisitor })
      : [],
  ];
}
