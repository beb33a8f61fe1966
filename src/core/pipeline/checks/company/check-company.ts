// `check <code, address, domain or number>`: what it is and whether it holds, at once; whoever can be asked is asked by
// a job, whose answer stands on the same card.
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import type { Effect } from "../../../use-case.ts";
import { checkCard, unknownCard } from "./check-card.ts";
import type { Checked } from "./checked.ts";
import { findingOf, findOffer, type Offer } from "./find-offer.ts";
import { hasToAsk, lookUp, withoutAsking } from "./look-up.ts";
import { readSubject } from "./read-subject.ts";
import type { CompanyServices } from "./services.ts";

const lookJob = "company.look";
type LookPayload = { personId: string; wanted: string; customer: string; key: string };
type Write = (unit: Unit) => Promise<void>;

/** Answers at once with what needs nobody. Nothing is written. */
export async function checkCompany(
  services: CompanyServices,
  person: Person,
  typed: string,
): Promise<Effect> {
  const { company, clock } = services;
  const { readers } = company;
  const at = clock();
  const asked = splitCustomer(typed);
  const subject = readSubject(asked.wanted, { readers, at });
  const checked = subject && withoutAsking(subject, company, at);
  const isAsking = subject !== undefined && hasToAsk(subject, company);
  const offer =
    checked && !isAsking ? await offerOf(services, { person, checked, ...asked }) : undefined;
  return async (unit) => {
    const key = `check:${unit.newId("message")}`;
    const { spell } = readers;
    const card = checked
      ? checkCard(unit, { person, checked, isAsking, offer, key, spell })
      : unknownCard(person, key);
    unit.post({ to: person.id, card });
    if (isAsking) {
      const payload: LookPayload = { personId: person.id, ...asked, key };
      unit.schedule({ kind: lookJob, key: `${lookJob}:${key}`, payload });
    }
    return {};
  };
}

/** The job that asks others. */
export function companyJobs(services: CompanyServices) {
  return {
    [lookJob]: {
      run: (payload: unknown) => askOthers(payload as LookPayload, services),
      waitsForOthers: true as const,
    },
  };
}

async function askOthers(
  { personId, wanted, customer, key }: LookPayload,
  services: CompanyServices,
): Promise<Write> {
  const { store, clock, company } = services;
  const { readers } = company;
  const person = await store.read.people.get(personId);
  const at = clock();
  const subject = readSubject(wanted, { readers, at });
  if (!person?.active || !subject) return async () => {};
  const checked = await lookUp(subject, company, at);
  const offer = await offerOf(services, { person, checked, customer });
  const { spell } = readers;
  return async (unit) => {
    const view = { person, checked, isAsking: false, offer, key, spell };
    unit.post({ to: person.id, card: checkCard(unit, view) });
  };
}

async function offerOf(
  { store, company }: CompanyServices,
  { person, checked, customer }: { person: Person; checked: Checked; customer: string },
): Promise<Offer | undefined> {
  const finding = findingOf(checked);
  if (!finding) return undefined;
  const { spell } = company.readers;
  return findOffer({ read: store.read, person, finding, customer, spell });
}

/** "… for Acme", "… 给 Acme": whose it is said to be. */
function splitCustomer(typed: string): { wanted: string; customer: string } {
  const [, wanted = typed, customer = ""] =
    /^(.+?)(?:\s+(?:for|of)\s+|(?<=[ -~])[\s，,]*(?:给|属于|客户)\s*)(.+)$/iu.exec(typed) ?? [];
  return { wanted: wanted.trim(), customer: customer.trim() };
}
