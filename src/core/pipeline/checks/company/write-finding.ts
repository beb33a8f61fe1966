// "Write to Acme": a finding goes to the customer's account, through the gate, once somebody says so.
import { note } from "../../../blocks.ts";
import type { Card } from "../../../card.ts";
import { findCustomers, visibleCustomers } from "../../../customers/find-customers.ts";
import { Refused } from "../../../errors.ts";
import type { ChangeBatch } from "../../../gate/gate.ts";
import type { Account, Person } from "../../../model.ts";
import { readingOf } from "../../../text/format.ts";
import { type Answer, type Effect, textOf } from "../../../use-case.ts";
import { accountsOf, changesOf, type Fill, type Finding, statusFor } from "./find-offer.ts";
import { stands } from "./offer-blocks.ts";
import type { CompanyServices } from "./services.ts";

/** The button or the form. A register's word is kept as verified, with where it stands; a person's as theirs. */
export async function writeFinding(services: CompanyServices, answer: Answer): Promise<Effect> {
  const { person, params } = answer;
  if (person.role !== "rep" && person.role !== "manager") {
    throw new Refused("forbidden", "Only those who sell write to accounts.");
  }
  const { offer: texts } = readingOf(person).texts.checks;
  const [account, other] = await candidates(services, answer);
  const say = (sentence = "") =>
    params.accountId ? { toast: sentence } : { errors: { customer: sentence } };
  if (!account) return async () => say(params.accountId ? texts.refused.missing : texts.nobody);
  if (other) return async () => say(texts.several);
  const finding = JSON.parse(params.finding ?? "{}") as Finding;
  const status = statusFor(finding, account, services.company.readers.spell);
  const set = changesOf(finding.fill, account);
  return async (unit) => {
    const batch = toBatch({ person, account, finding, status, set });
    const [refusal] = await services.gate.apply(unit, batch);
    if (refusal) return say(texts.refused[refusal.code] ?? texts.refused.invalid);
    const key = params.cardKey ?? `check:${unit.newId("message")}`;
    const verifiedBy = status === "verified" ? finding.source.label : undefined;
    const card = writtenCard({ person, account, set, verifiedBy, at: unit.now, key });
    return { toast: card.title, card };
  };
}

type Writing = {
  person: Person;
  account: Account;
  finding: Finding;
  status: "verified" | "stated";
  set: Fill;
};

function toBatch({ person, account, finding, status, set }: Writing): ChangeBatch {
  const { id, url } = finding.source;
  const evidence = url ? { evidence: { kind: "link", ref: url } } : {};
  return {
    ...{ by: { kind: "person", person }, via: "chat", whole: true, reason: "check" },
    ...{ source: status === "verified" ? id : "chat", status },
    changes: [{ kind: "account", id: account.id, set, ...evidence }],
  };
}

async function candidates(
  { store }: CompanyServices,
  { person, params, values }: Answer,
): Promise<Account[]> {
  const customers = await visibleCustomers(store.read, person);
  const { accountId } = params;
  if (accountId) {
    const mine = customers.filter((customer) => customer.accountId === accountId);
    return accountsOf(store.read, mine);
  }
  return accountsOf(store.read, findCustomers(customers, textOf(values, "customer")));
}

type Written = {
  person: Person;
  account: Account;
  set: Fill;
  verifiedBy: string | undefined;
  at: number;
  key: string;
};

function writtenCard({ person, account, set, verifiedBy, at, key }: Written): Card {
  const reading = readingOf(person);
  const { offer: texts } = reading.texts.checks;
  const day = reading.format.day(at);
  const title = texts.done({ customer: account.name });
  const how = verifiedBy ? texts.asVerified({ source: verifiedBy, day }) : texts.asStated({ day });
  return {
    ...{ key, title, summary: title, tone: "good" },
    blocks: [stands(set, reading), note(how)],
  };
}
