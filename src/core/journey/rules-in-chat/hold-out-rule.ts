// A rule's hold-out: set by a manager with a deal size it never touches, and told to everybody who sells.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { sentence } from "../../blocks.ts";
import type { Card, Field } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { mostHeldOut } from "../hold-out.ts";
import type { StoredRule } from "../stored.ts";
import { auditRule } from "./audit-rule.ts";
import { assertMayPublish, findRule, ruleName } from "./known-rules.ts";
import type { RuleServices } from "./services.ts";

export const announceJob = "rules.announce";

/** What the job that tells the team carries. */
export type AnnouncePayload = { ruleId: string; authorId: string; at: number };

/** A line of the digest, not a message to jump at. */
const announceValue = 0.05;

/** Opens the form. */
export async function askHoldOut(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule, stored } = await findRule(store.read, ruleFiles, params.ruleId);
  const [priced] = await store.read.deals.find(
    { status: "open", amount: { gt: 0 } },
    { limit: 1, order: { by: "updatedAt", descending: true } },
  );
  return async (unit) => {
    const { hold } = readingOf(person).texts.rules;
    const { cardKey = "" } = params;
    const action = "rule.hold.submit";
    const carried = { ruleId: rule.id };
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey });
    const title = hold.title({ name: ruleName(rule, person) });
    const fields: Field[] = [
      {
        ...{ kind: "number", name: "share", label: hold.share, required: true },
        value: Math.round((stored?.holdOut ?? 0) * 100),
      },
      {
        ...{ kind: "number", name: "upTo", label: hold.upTo },
        ...(stored?.holdOutUpTo ? { value: stored.holdOutUpTo } : {}),
      },
      {
        ...{ kind: "text", name: "currency", label: hold.currency },
        value: stored?.holdOutCurrency ?? priced?.currency ?? "",
      },
    ];
    const card: Card = {
      ...{ key: `rule_hold:${unit.newId("message")}`, title, subtitle: hold.about },
      ...{ tone: "info", summary: title },
      blocks: [
        {
          ...{ t: "form", id: "rule_hold", fields },
          submit: { id: action, label: hold.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** Saves the share; the team hears of it from a job. */
export async function submitHoldOut(
  { store, ruleFiles }: RuleServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule } = await findRule(store.read, ruleFiles, params.ruleId);
  return async (unit) => {
    const { rules } = readingOf(person).texts;
    const stored = await unit.rules.get(rule.id);
    const read = readShare(values, rules.hold);
    if ("errors" in read) return read;
    if (!stored || isSame(stored, read)) return { toast: rules.already };
    await unit.rules.put({ ...stored, ...read, updatedAt: unit.now });
    await auditRule(unit, person, { action: "rule.hold_out", ruleId: rule.id, detail: read });
    const payload: AnnouncePayload = { ruleId: rule.id, authorId: person.id, at: unit.now };
    unit.schedule({ kind: announceJob, key: `${announceJob}:${rule.id}:${unit.now}`, payload });
    const percent = String(Math.round(read.holdOut * 100));
    return { toast: read.holdOut === 0 ? rules.hold.ended : rules.hold.saved({ percent }) };
  };
}

type HoldOut = Pick<StoredRule, "holdOut" | "holdOutUpTo" | "holdOutCurrency">;

function isSame(stored: StoredRule, { holdOut, holdOutUpTo, holdOutCurrency }: HoldOut): boolean {
  if (holdOut === 0) return stored.holdOut === 0;
  return (
    stored.holdOut === holdOut &&
    stored.holdOutUpTo === holdOutUpTo &&
    stored.holdOutCurrency === holdOutCurrency
  );
}

type Sentences = ReturnType<typeof readingOf>["texts"]["rules"]["hold"];

function readShare(
  values: Answer["values"],
  hold: Sentences,
): HoldOut | { errors: Record<string, string> } {
  const share = toNumber(textOf(values, "share")) / 100;
  if (!(share >= 0 && share <= mostHeldOut)) return { errors: { share: hold.badShare } };
  if (share === 0) return { holdOut: 0, holdOutUpTo: null, holdOutCurrency: null };
  const upTo = toNumber(textOf(values, "upTo"));
  const currency = textOf(values, "currency").toUpperCase();
  const errors = {
    ...(upTo > 0 && upTo < 1e15 ? {} : { upTo: hold.badUpTo }),
    ...(/^[A-Z]{3}$/.test(currency) ? {} : { currency: hold.badCurrency }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return { holdOut: share, holdOutUpTo: upTo, holdOutCurrency: currency };
}

/** NaN for what was left empty: an empty field is no zero. */
const toNumber = (written: string) => (written === "" ? Number.NaN : Number(written));

/** The job: tells everybody who sells what is held out now, and by whom. */
export async function announceHoldOut(
  { ruleId, authorId, at }: AnnouncePayload,
  { store, ruleFiles, workdays }: RuleServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { rule, stored } = await findRule(store.read, ruleFiles, ruleId);
  const author = await store.read.people.get(authorId);
  const reps = await store.read.people.find({ role: "rep", active: true });
  return async (unit) => {
    for (const person of reps) {
      const words = announcement(person, { stored, author: author?.name ?? "" });
      const title = readingOf(person).texts.rules.hold.announceTitle({
        name: ruleName(rule, person),
      });
      const card: Card = {
        ...{ key: `rule_hold_out:${ruleId}:${at}:${person.id}`, title, tone: "info" },
        ...{ summary: title, blocks: [sentence(words)] },
      };
      await offerNudge(unit, workdays, { person, kind: "strategy", value: announceValue, card });
    }
  };
}

type Announced = { stored: StoredRule | undefined; author: string };

function announcement(person: Person, { stored, author }: Announced): string {
  const { texts, format } = readingOf(person);
  const { hold } = texts.rules;
  if (!stored || stored.holdOut === 0) return hold.announceEnd({ author });
  const upTo = format.money(stored.holdOutUpTo ?? 0, stored.holdOutCurrency);
  return hold.announce({ author, percent: format.number(stored.holdOut * 100), upTo });
}
