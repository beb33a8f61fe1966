// What a person agreed to, per purpose. Nothing is kept for a purpose without a standing consent.
import { type Action, type Card, text } from "../card.ts";
import type { Consent } from "../facts.ts";
import type { Person } from "../model.ts";
import type { Reader, Speech, Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { createOrg } from "./org.ts";
import { may } from "./permissions.ts";

const purposes = ["practice", "calls", "practice_in_fit", "voice"] as const;
export type Purpose = (typeof purposes)[number];

/** Version of the sentences people agree to (texts `people.purposes`). Change it with them: consent is to a wording. */
const wording = "2026-11";

/** What leaves this machine, for the people whose words it is. */
type Leaving = { speech?: Pick<Speech, "endpoint"> | undefined };

/** The consent that stands now, if any. */
export async function standingConsent(
  read: Pick<Reader, "consents">,
  personId: string,
  purpose: Purpose,
): Promise<Consent | undefined> {
  const given = await read.consents.find({ personId, purpose });
  return given.find(({ withdrawnAt }) => withdrawnAt === null);
}

/** "privacy": every purpose, with what was agreed when, and a button to change it. */
export function showPrivacy(leaving: Leaving, person: Person): Effect {
  return async (unit) => {
    const key = `privacy:${unit.newId("message")}`;
    unit.post({ to: person.id, card: await renderPrivacy(unit, { person, key, ...leaving }) });
    return {};
  };
}

type Setting = Ask & Leaving & { agree: boolean };

/** Agrees to a purpose or withdraws; doing either twice changes nothing. */
export function setConsent({ person, params, agree, speech }: Setting): Effect {
  return async (unit) => {
    const { privacy } = readingOf(person).texts.people;
    const purpose = purposes.find((one) => one === params.purpose);
    if (!purpose || !may(person, "consent.write", { ownerIds: [person.id] }, createOrg([], []))) {
      return { toast: readingOf(person).texts.chat.gone };
    }
    await change(unit, { person, purpose, agree });
    const key = params.cardKey ?? `privacy:${unit.newId("message")}`;
    const card = await renderPrivacy(unit, { person, key, speech });
    return { toast: agree ? privacy.granted : privacy.withdrawn, card };
  };
}

async function change(
  unit: Unit,
  { person, purpose, agree }: { person: Person; purpose: Purpose; agree: boolean },
): Promise<void> {
  const standing = await standingConsent(unit, person.id, purpose);
  if (agree && !standing) await grant(unit, person, purpose);
  if (!agree && standing) await withdraw(unit, person, standing);
}

async function grant(unit: Unit, person: Person, purpose: Purpose): Promise<void> {
  const id = unit.newId("consent");
  await unit.consents.put({
    id,
    personId: person.id,
    purpose,
    wording,
    grantedAt: unit.now,
    withdrawnAt: null,
  });
  await audit(unit, person, { action: "consent.grant", recordId: id, purpose });
}

async function withdraw(unit: Unit, person: Person, standing: Consent): Promise<void> {
  await unit.consents.put({ ...standing, withdrawnAt: unit.now });
  await audit(unit, person, {
    action: "consent.withdraw",
    recordId: standing.id,
    purpose: standing.purpose,
  });
}

async function audit(
  unit: Unit,
  person: Person,
  { action, recordId, purpose }: { action: string; recordId: string; purpose: string },
): Promise<void> {
  await unit.audits.put({
    id: unit.newId("audit"),
    at: unit.now,
    actorId: person.id,
    via: "chat",
    action,
    kind: "consent",
    recordId,
    detail: { purpose },
  });
}

async function renderPrivacy(
  unit: Unit,
  { person, key, speech }: Leaving & { person: Person; key: string },
): Promise<Card> {
  const { texts, format } = readingOf(person);
  const { privacy } = texts.people;
  const items = [];
  const actions: Action[] = [];
  for (const purpose of purposes) {
    const standing = await standingConsent(unit, person.id, purpose);
    const name = texts.people.purposes[purpose] ?? purpose;
    const value = standing ? privacy.yes({ day: format.day(standing.grantedAt) }) : privacy.no;
    items.push({ label: name, value: [text(value)] });
    const action = standing ? "consent.withdraw" : "consent.grant";
    const ref = unit.arm({ action, params: { purpose }, personId: person.id, cardKey: key });
    const label = standing ? privacy.withdraw({ purpose: name }) : privacy.agree({ purpose: name });
    actions.push({ id: `${action}.${purpose}`, label, ref });
  }
  const leaves = speech ? privacy.speech({ endpoint: speech.endpoint }) : privacy.model;
  return {
    key,
    title: privacy.title,
    tone: "info",
    summary: privacy.summary,
    blocks: [
      { t: "text", text: [text(privacy.intro)] },
      { t: "fields", items },
      { t: "actions", actions },
      { t: "context", text: [text(leaves)] },
    ],
  };
}
