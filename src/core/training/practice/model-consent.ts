// A connected model takes part in somebody's practice only where they agreed; asked before every use, so that withdrawing holds at once.
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { setConsent, standingConsent } from "../../people/consent.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { ModelEndpoint } from "../model-leaving.ts";
import { buttonsOn } from "./buttons.ts";
import { roomKey } from "./keys.ts";
import type { PracticeServices } from "./services.ts";

/** Whether words of theirs may leave for it; where nothing is connected nothing leaves. */
export async function mayUseModel(
  { modelEndpoint, store }: Pick<PracticeServices, "modelEndpoint" | "store">,
  personId: string,
): Promise<boolean> {
  if (!modelEndpoint) return true;
  return (await standingConsent(store.read, personId, "practice_model")) !== undefined;
}

type Offering = { modelEndpoint: ModelEndpoint | undefined; sessionId: string };

/** Offers it after a practice, once; from then on it stands under `privacy`. */
export async function offerModel(
  unit: Unit,
  person: Person,
  { modelEndpoint, sessionId }: Offering,
): Promise<void> {
  const offered = { kind: "person", recordId: person.id, action: "practice_model.offered" };
  const known = { personId: person.id, purpose: "practice_model" };
  if (!modelEndpoint || (await unit.consents.count(known)) > 0) return;
  if ((await unit.audits.count(offered)) > 0) return;
  await unit.audits.put({
    ...{ ...offered, id: unit.newId("audit"), at: unit.now, actorId: null, via: "job", detail: {} },
  });
  const card = offerCard(unit, person, modelEndpoint);
  unit.post({ to: person.id, card, under: roomKey(sessionId) });
}

const offerKey = ({ id }: Person) => `practice_model:${id}`;

function offerCard(unit: Unit, person: Person, { host: endpoint, model }: ModelEndpoint): Card {
  const { modelOffer } = readingOf(person).texts.practice;
  const key = offerKey(person);
  const button = buttonsOn(unit, { person, cardKey: key });
  return {
    ...{ key, title: modelOffer.title, tone: "info", summary: modelOffer.title },
    blocks: [
      { t: "text", text: [text(modelOffer.body({ model, endpoint }))] },
      { t: "actions", actions: [button("practice.model_agree", modelOffer.agree)] },
    ],
  };
}

/** Agrees, from the offer. */
export function agreeToModel({ person }: Ask): Effect {
  return async (unit) => {
    await setConsent(unit, { person, purpose: "practice_model", agree: true });
    const title = readingOf(person).texts.practice.modelOffer.agreed;
    return { card: { key: offerKey(person), title, tone: "good", summary: title, blocks: [] } };
  };
}
