// What a person agreed to, per purpose. Nothing is kept for a purpose without a standing consent.
import type { Consent } from "../facts.ts";
import type { Person } from "../model.ts";
import type { Reader, Unit } from "../ports.ts";

/** Everything somebody can agree to. */
export const purposes = [
  "practice",
  "calls",
  "practice_in_fit",
  "buddy",
  "drills",
  "voice",
  "update_model",
  "practice_model",
] as const;
export type Purpose = (typeof purposes)[number];

/** Whether a word names a purpose. */
export function isPurpose(word: string): word is Purpose {
  return purposes.some((purpose) => purpose === word);
}

/** Version of the sentences people agree to (texts `people.purposes`). Change it with them: consent is to a wording. */
const wording = "2026-11";

/** The consent that stands now, if any. */
export async function standingConsent(
  read: Pick<Reader, "consents">,
  personId: string,
  purpose: Purpose,
): Promise<Consent | undefined> {
  const given = await read.consents.find({ personId, purpose });
  return given.find(({ withdrawnAt }) => withdrawnAt === null);
}

type Setting = { person: Person; purpose: Purpose; agree: boolean };

/** Agrees to a purpose for oneself or withdraws; doing either twice changes nothing. */
export async function setConsent(unit: Unit, { person, purpose, agree }: Setting): Promise<void> {
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
