// A colleague's drill for a newcomer, one a week; and the drills there are for whoever asks.
import { offerNudge } from "../../../attention/offer-nudge.ts";
import { sentence } from "../../../blocks.ts";
import { type Action, type Block, type Card, strong, text } from "../../../card.ts";
import { dayMs, weekMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { Store, Unit } from "../../../ports.ts";
import type { ScriptAsset } from "../../../strategy/debrief/stored.ts";
import { originsOf, sayOrigin, toEntry } from "../../../strategy/debrief/team-entries.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { markBlanks } from "../../fill-in.ts";
import { buttonsOn } from "../../practice/buttons.ts";
import { openDrill } from "../../practice/open-brief.ts";
import type { PracticeServices } from "../../practice/services.ts";
import { drillsFor } from "./drill.ts";

/** Somebody is new for three months. */
const newcomerMs = 90 * dayMs;
const value = 0.5;
const mostShown = 5;

/** Offers the newest drill a newcomer was not offered yet; at most one a week. */
export async function offerToNewcomer(
  unit: Unit,
  workdays: Workdays,
  person: Person,
): Promise<void> {
  const { hiredAt } = person;
  if (hiredAt === null || unit.now < hiredAt || unit.now - hiredAt > newcomerMs) return;
  const action = "script.offered";
  const offered = await unit.audits.find({ kind: "script", action, actorId: person.id });
  if (offered.some(({ at }) => at > unit.now - weekMs)) return;
  const known = new Set(offered.map(({ recordId }) => recordId));
  const asset = (await drillsFor(unit, person)).find(({ id }) => !known.has(id));
  if (!asset) return;
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "job", action },
    ...{ kind: "script", recordId: asset.id, detail: {} },
  });
  const { drills } = readingOf(person).texts;
  const key = `drill_offer:${asset.id}:${person.id}`;
  const card: Card = {
    ...{ key, title: drills.offer.title, tone: "info", summary: drills.offer.title },
    blocks: [
      { t: "text", text: [strong(markBlanks(asset.provenance.customer, asset.language))] },
      { t: "text", text: [text(drills.offer.body)] },
      { t: "actions", actions: waysIn(unit, person, { asset, key, number: "" }) },
    ],
  };
  await offerNudge(unit, workdays, { person, kind: "coaching", value, card });
}

/** "drills": what colleagues let others practise, in one's own language. */
export async function showDrills({ store }: { store: Store }, person: Person): Promise<Effect> {
  const assets = (await drillsFor(store.read, person)).slice(0, mostShown);
  const origins = await originsOf(store.read, assets);
  return async (unit) => {
    const { drills, debrief } = readingOf(person).texts;
    const key = `drills:${unit.newId("message")}`;
    const blocks = assets.flatMap((asset, index): Block[] => {
      const number = String(index + 1);
      const head = `${number}. ${markBlanks(asset.provenance.customer, asset.language)}`;
      return [
        { t: "text", text: [strong(head)] },
        { t: "context", text: [text(sayOrigin(origins.get(asset.id), debrief.from))] },
        { t: "actions", actions: waysIn(unit, person, { asset, key, number }) },
      ];
    });
    const { title, none, how } = drills.list;
    const card: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks: [
        ...(blocks.length > 0 ? blocks : [sentence(none)]),
        { t: "context", text: [text(how)] },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Way = { asset: ScriptAsset; key: string; number: string };

/** Their answer is there to read as well; trying first is better. */
function waysIn(unit: Unit, person: Person, { asset, key, number }: Way): Action[] {
  const { offer } = readingOf(person).texts.drills;
  const button = buttonsOn(unit, { person, cardKey: key, own: { assetId: asset.id } });
  const play = { id: `drills.play${number}`, style: "primary" } as const;
  return [
    button("drills.play", offer.play({ number }), play),
    button("script.open", offer.answer({ number }), { id: `script.open${number}` }),
  ];
}

/** Opens the brief of the drill; one that was taken away meanwhile is gone. */
export async function playDrill(services: PracticeServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const drills = await drillsFor(services.store.read, person);
  const asset = drills.find(({ id }) => id === params.assetId);
  if (!asset) return async () => ({ toast: readingOf(person).texts.chat.gone });
  const { playbook: vertical, language } = asset;
  return openDrill(services, person, { entry: toEntry(asset), vertical, language });
}
