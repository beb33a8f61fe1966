// Who follows the log and the records to keep one customer out of many names: in this order, before anybody else.
import type { Account, Contact, Touch } from "../model.ts";
import type { EventLog, Unit } from "../ports.ts";
import { consumeTouches, type IdentityServices } from "./consume-touches.ts";
import { changedSince, sweepAccounts, sweepContacts } from "./sweep-records.ts";

type Entry = { position: number };
type Work = ((unit: Unit) => Promise<void>) | undefined;

/** As src/store/log-consumer.ts runs it. */
export type IdentityConsumer<Read extends Entry> = {
  name: string;
  read(position: number, limit: number): Promise<Read[]>;
  handle(entries: Read[]): Promise<Work>;
};

type Services = IdentityServices & { events: Pick<EventLog, "after">; clock: () => number };

/** The one that follows touches: whoever acts on a touch waits for it, or takes a known customer for a stranger. */
export const identityName = "identity";

export function identityConsumers(services: Services) {
  const { events, read, clock } = services;
  const touches: IdentityConsumer<Entry & { touch: Touch }> = {
    name: identityName,
    read: (position, limit) => events.after(position, limit),
    handle: (entries) => consumeTouches(services, entries),
  };
  const contacts: IdentityConsumer<Entry & { record: Contact }> = {
    name: "identity.contacts",
    read: (since, limit) => changedSince(read.contacts, { since, limit, now: clock() }),
    handle: (entries) =>
      sweepContacts(
        services,
        entries.map(({ record }) => record),
      ),
  };
  const accounts: IdentityConsumer<Entry & { record: Account }> = {
    name: "identity.accounts",
    read: (since, limit) => changedSince(read.accounts, { since, limit, now: clock() }),
    handle: (entries) =>
      sweepAccounts(
        services,
        entries.map(({ record }) => record),
      ),
  };
  return { touches, contacts, accounts };
}
