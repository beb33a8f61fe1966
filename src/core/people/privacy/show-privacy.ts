// "privacy": looks up what is kept, and shows it; the same card again after a consent was given or withdrawn.
import type { Consent } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { lookSoon } from "../../training/alerts/jobs.ts";
import { dropDrills } from "../../training/twin/drills/drop-drills.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { isPurpose, type Purpose, purposes, setConsent, standingConsent } from "../consent.ts";
import { mayOwn } from "./may-own.ts";
import { privacyCard } from "./privacy-card.ts";
import type { PrivacyServices } from "./services.ts";

/** Posts the card. */
export async function showPrivacy(services: PrivacyServices, person: Person): Promise<Effect> {
  const counts = await services.personal.counts(person.id);
  return async (unit) => {
    const key = `privacy:${unit.newId("message")}`;
    const consents = await standing(unit, person.id);
    const card = privacyCard(unit, { ...toShown(services), person, key, counts, consents });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Agrees to a purpose or withdraws, and shows the card as it is then. */
export async function changeConsent(
  services: PrivacyServices,
  ask: Ask,
  agree: boolean,
): Promise<Effect> {
  const { person, params } = ask;
  const { privacy, chat } = readingOf(person).texts;
  const { purpose = "" } = params;
  if (!mayOwn(person, "consent.write") || !isPurpose(purpose))
    return async () => ({ toast: chat.gone });
  const counts = await services.personal.counts(person.id);
  return async (unit) => {
    await setConsent(unit, { person, purpose, agree });
    if (purpose === "drills" && !agree) await dropDrills(unit, person.id);
    // An alert that goes by what is no longer consented to closes, here and with whoever was told.
    lookSoon(unit, person.id);
    const key = params.cardKey ?? `privacy:${unit.newId("message")}`;
    const consents = await standing(unit, person.id);
    const card = privacyCard(unit, { ...toShown(services), person, key, counts, consents });
    return { toast: agree ? privacy.granted : privacy.withdrawn, card };
  };
}

function toShown(services: PrivacyServices) {
  return { retention: services.retention, endpoints: services };
}

async function standing(
  read: Pick<Reader | Unit, "consents">,
  personId: string,
): Promise<Map<Purpose, Consent>> {
  const found = new Map<Purpose, Consent>();
  for (const purpose of purposes) {
    const consent = await standingConsent(read, personId, purpose);
    if (consent) found.set(purpose, consent);
  }
  return found;
}
