// From a match to what its action will say: looked up before the transaction, so that nothing slow happens inside.
import type { Language, Person, Touch } from "../../../model.ts";
import type { Clock, Reader } from "../../../ports.ts";
import { isHeldOut, mayHoldOut } from "../../hold-out.ts";
import type { RuleInForce } from "../../rules-in-force.ts";
import type { ActionReasons } from "../next-action.ts";
import type { FindLines } from "../words/find-lines.ts";
import { type CustomerCase, readCase } from "./customer-case.ts";
import { toEvidence } from "./evidence.ts";
import { matchedContact } from "./matched-contact.ts";
import { actionValue } from "./value.ts";
import { type Actor, type Company, whoActs } from "./who-acts.ts";

/** A match of a rule in force, with the touches behind it, in order. */
export type FoundMatch = {
  inForce: RuleInForce;
  customer: string;
  at: number;
  touches: readonly Touch[];
};

/** What an action is made of; without one, the match is kept and nobody is told. */
export type PreparedMatch = FoundMatch & { heldOut: boolean; plan?: ActionPlan };
export type ActionPlan = {
  person: Person;
  contactId: string | null;
  accountId: string | null;
  dealId: string | null;
  reasons: ActionReasons;
  /** The library was still being read: its words come later. An action does not wait for them. */
  lacksWords: boolean;
};

export type PrepareServices = {
  read: Reader;
  clock: Clock;
  findLines: FindLines;
  /** What deals are usually about, by currency. */
  usual: ReadonlyMap<string, number>;
};

/**
 * Everything an action needs, read outside the transaction; without a plan where the customer is held out or nobody
 * is to act.
 */
export async function prepareMatch(
  found: FoundMatch,
  company: Company,
  services: PrepareServices,
): Promise<PreparedMatch> {
  const { inForce, customer } = found;
  const { rule } = inForce;
  const isAccount = rule.scope === "account";
  const who = {
    contactId: isAccount ? matchedContact(found.touches) : customer,
    accountId: isAccount ? customer : null,
  };
  const about = await readCase(services.read, who);
  if (!about) return { ...found, heldOut: false };
  const heldOut =
    isHeldOut(customer, rule.id, inForce.holdOut) && mayHoldOut(inForce, about.openDeals);
  const actor = whoActs({ ownerId: about.ownerId, assignTo: rule.then.assignTo }, company);
  if (heldOut || !actor) return { ...found, heldOut };
  const plan = await planAction(found, { about, actor }, services);
  return { ...found, heldOut, plan };
}

type Told = { about: CustomerCase; actor: Actor };

async function planAction(
  { inForce: { rule }, at, touches }: FoundMatch,
  { about, actor }: Told,
  { clock, findLines, usual }: PrepareServices,
): Promise<ActionPlan> {
  const { contact, account, deal } = about;
  const language = languageOf(about, actor.person);
  const asked = findLines({ rule, language, industry: account?.industry ?? null });
  const found = await asked.catch(() => undefined);
  const lines = found ?? [];
  const value = worthOf(about, { usual, ageMs: clock() - at, isNobodys: actor.stand === "nobody" });
  return {
    person: actor.person,
    contactId: contact?.id ?? null,
    accountId: account?.id ?? null,
    dealId: deal?.id ?? null,
    lacksWords: found === undefined,
    reasons: {
      ...{ ruleId: rule.id, ruleName: rule.name, customer: about.name, value, lines, language },
      ...{ evidence: touches.map(toEvidence), contactName: contact?.name ?? null, round: 0 },
      ...{ stand: actor.stand, ownerName: actor.ownerName },
    },
  };
}

type WorthOptions = { usual: ReadonlyMap<string, number>; ageMs: number; isNobodys: boolean };

function worthOf({ deal, lead }: CustomerCase, { usual, ...rest }: WorthOptions): number {
  const amount = deal?.amount ?? lead?.budget ?? null;
  const usualAmount = usual.get(deal?.currency ?? lead?.currency ?? "") ?? null;
  return actionValue({ amount, usualAmount, stage: deal?.stage ?? null, ...rest });
}

/** The customer's own language where it is known, else that of whoever speaks with them. */
export function languageOf(
  { contact, lead }: Pick<CustomerCase, "contact" | "lead">,
  person: Person,
): Language {
  const said = (contact?.language ?? lead?.language ?? "").toLowerCase();
  if (said.startsWith("zh") || said.startsWith("chinese") || said.includes("中")) return "zh";
  return said.startsWith("en") ? "en" : person.language;
}
