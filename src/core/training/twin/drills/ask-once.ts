// The question to a top performer, once in their time here: may answers of yours become drills?
import { offerNudge } from "../../../attention/offer-nudge.ts";
import { sentence } from "../../../blocks.ts";
import { type Card, text } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import { setConsent, standingConsent } from "../../../people/consent.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { buttonsOn } from "../../practice/buttons.ts";
import type { Top } from "./top-performers.ts";

/** Kind, and not urgent: on a full day it is a line of the digest. */
const value = 0.4;
const askKey = (personId: string) => `drills_ask:${personId}`;

/** True where a consent stands. Where nobody ever asked, and they never decided, it asks. */
export async function askOnce(
  unit: Unit,
  workdays: Workdays,
  { person, tops }: { person: Person; tops: readonly Top[] },
): Promise<boolean> {
  if (await standingConsent(unit, person.id, "drills")) return true;
  const decided = await unit.consents.count({ personId: person.id, purpose: "drills" });
  const about = { kind: "person", recordId: person.id, action: "drills.asked" };
  if (decided > 0 || (await unit.audits.count(about)) > 0) return false;
  await unit.audits.put({
    ...{ ...about, id: unit.newId("audit"), at: unit.now, actorId: null, via: "job", detail: {} },
  });
  const card = askCard(unit, person, tops);
  await offerNudge(unit, workdays, { person, kind: "coaching", value, card });
  return false;
}

function askCard(unit: Unit, person: Person, tops: readonly Top[]): Card {
  const { drills, skills } = readingOf(person).texts;
  const key = askKey(person.id);
  const button = buttonsOn(unit, { person, cardKey: key });
  const lines = tops.map(({ skill, low, high, talks }) => {
    const name = skills.names[skill] ?? skill;
    return sentence(drills.ask.top({ skill: name, low, high, talks }));
  });
  return {
    ...{ key, title: drills.ask.title, tone: "good", summary: drills.ask.title },
    blocks: [
      ...lines,
      sentence(drills.ask.body),
      { t: "context", text: [text(drills.ask.terms)] },
      {
        t: "actions",
        actions: [
          button("drills.agree", drills.ask.agree, { style: "primary" }),
          button("drills.decline", drills.ask.decline),
        ],
      },
    ],
  };
}

/** "Yes": from now on they are shown answers, one at a time. */
export function agreeToDrills({ person }: Ask): Effect {
  return async (unit) => {
    await setConsent(unit, { person, purpose: "drills", agree: true });
    return { card: answered(person, readingOf(person).texts.drills.ask.agreed) };
  };
}

/** "No": nobody asks again. */
export function declineDrills({ person }: Ask): Effect {
  return async () => ({ card: answered(person, readingOf(person).texts.drills.ask.declined) });
}

function answered({ id }: Person, title: string): Card {
  return { key: askKey(id), title, tone: "info", summary: title, blocks: [] };
}
