// "customer Acme": finds whom it means among the customers a person may see, and shows them.
import type { Action, Block, Card } from "../card.ts";
import type { Person } from "../model.ts";
import { askDueDeal } from "../pipeline/due-deals.ts";
import type { Clock, EventLog, Store, Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../use-case.ts";
import { askWhich } from "./ask-which.ts";
import { customerBlocks, customerHead } from "./customer-card.ts";
import { type Customer, customersCalled, visibleCustomers } from "./find-customers.ts";
import { type Gathered, gatherCustomer } from "./gather-customer.ts";
import { graphButtons } from "./graph/buttons.ts";
import type { CustomerPages } from "./graph/services.ts";

export type CustomerServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  /** Undefined without a public address. */
  customerPages?: CustomerPages | undefined;
};

/** By name. Two that fit: asks which. Somebody else's, or nobody's: the same sentence. */
export async function showCustomer(
  services: CustomerServices,
  person: Person,
  name: string,
): Promise<Effect> {
  const { customers } = readingOf(person).texts;
  if (!name) {
    const asking = { action: "customer.pick", none: customers.ofWhom };
    return askDueDeal(services.store.read, person, asking);
  }
  const found = await customersCalled(services.store.read, person, name);
  const [first, second] = found;
  if (!first) return sayOnly(customers.notYours({ name }));
  if (!second) return showOne(services, person, first);
  const choices = found.map(({ id, label }) => ({ label, params: { customerId: id } }));
  return askWhich(person, { name, action: "customer.pick", choices });
}

/** One chosen from several that fit. */
export async function pickCustomer(
  services: CustomerServices,
  { person, params }: Ask,
): Promise<Effect> {
  const customer = await customerOf(services, person, params.customerId);
  const { customers } = readingOf(person).texts;
  if (!customer) return sayOnly(customers.notYours({ name: "" }));
  return showOne(services, person, customer);
}

/** The customer of a button, if this person may still see it. */
export async function customerOf(
  { store }: Pick<CustomerServices, "store">,
  person: Person,
  customerId: string | undefined,
): Promise<Customer | undefined> {
  const all = await visibleCustomers(store.read, person);
  return all.find(({ id }) => id === customerId);
}

async function showOne(
  { store, events, clock, customerPages: pages }: CustomerServices,
  person: Person,
  customer: Customer,
): Promise<Effect> {
  const now = clock();
  const gathered = await gatherCustomer({ read: store.read, events, now }, customer);
  return async (unit) => {
    const reading = readingOf(person);
    const view = { customer, gathered, reading, now };
    const key = `customer:${unit.newId("message")}`;
    const actions: Block = {
      t: "actions",
      actions: buttons(unit, { person, customer, gathered, key }),
    };
    const drill = graphButtons(unit, { person, customerId: customer.id, cardKey: key, pages });
    const blocks = [...customerBlocks(view), actions, ...drill];
    const card: Card = { key, ...customerHead(view), blocks };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Buttons = { person: Person; customer: Customer; gathered: Gathered; key: string };

/** Notes and "why" of the first lead or deal, and who the customer is. */
function buttons(unit: Unit, { person, customer, gathered, key }: Buttons): Action[] {
  const { customers, pipeline } = readingOf(person).texts;
  const button = (action: string, label: string, params: Record<string, string>): Action => {
    const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
    return { id: action, label, ref };
  };
  const [first] = customer.subjects;
  const lead = customer.subjects.find(({ kind }) => kind === "lead");
  const isKnown = gathered.contacts.length > 0;
  return [
    ...(first ? [button("note.list", pipeline.show, { aboutId: first.id })] : []),
    ...(lead ? [button("lead.show", customers.why, { leadId: lead.id })] : []),
    ...(isKnown ? [button("customer.who", customers.whoIsThis, { customerId: customer.id })] : []),
  ];
}
