// One talk track of the team: its words, where they come from, how often they were used, and what goes with using them.
import { heading, note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type AssetEffect, assetEffects, type EffectServices, sayEffect } from "./asset-effect.ts";
import type { ScriptAsset } from "./stored.ts";
import { originsOf, sayOrigin } from "./team-entries.ts";

/** Opens it, for whoever may read talk tracks. */
export async function showScript(
  services: EffectServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { read } = services.store;
  const asset = await read.scriptAssets.get(params.assetId ?? "");
  if (asset?.state !== "reviewed") throw new NotFound("gone", `No talk track ${params.assetId}.`);
  const origin = (await originsOf(read, [asset])).get(asset.id);
  const effect = (await assetEffects(services, [asset.id])).get(asset.id);
  const count = (action: string) =>
    read.audits.count({ kind: "script", recordId: asset.id, action });
  const [shown, practised] = [await count("script.shown"), await count("script.practised")];
  return async (unit) => {
    const { from } = readingOf(person).texts.debrief;
    const key = `script:${unit.newId("message")}`;
    const blocks = bodyBlocks(asset, person, {
      ...{ origin: sayOrigin(origin, from), shown, practised, effect },
    });
    const actions = [
      useAction(person, (action) => unit.arm({ ...armed(asset, person, key), action })),
    ];
    const title = markBlanks(asset.provenance.when, asset.language);
    const card: Card = {
      ...{ key, title, tone: "info", summary: readingOf(person).texts.debrief.list.title },
      blocks: [...blocks, ...(sells(person) ? [{ t: "actions", actions } satisfies Block] : [])],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

const sells = ({ role }: Person) => role === "rep" || role === "manager";

const armed = (asset: ScriptAsset, { id: personId }: Person, cardKey: string) => ({
  ...{ params: { assetId: asset.id }, personId, cardKey },
});

function useAction(person: Person, arm: (action: string) => string): Action {
  const { used } = readingOf(person).texts.debrief;
  return { id: "script.use", label: used.button, ref: arm("script.use") };
}

type Facts = {
  origin: string;
  shown: number;
  practised: number;
  effect: AssetEffect | undefined;
};

function bodyBlocks(asset: ScriptAsset, person: Person, facts: Facts): Block[] {
  const reading = readingOf(person);
  const { debrief, scripts } = reading.texts;
  const { language, provenance } = asset;
  const [first = "", ...rest] = asset.text.split("\n").map((line) => markBlanks(line, language));
  const { effect } = facts;
  const counts = { shown: facts.shown, practised: facts.practised, used: effect?.used ?? 0 };
  return [
    heading(first),
    ...rest.map(sentence),
    note(scripts.why({ why: markBlanks(provenance.why, language) })),
    {
      t: "context",
      text: [text(`${facts.origin} · `), dateInline(asset.updatedAt, "day", reading.format)],
    },
    sentence(debrief.effect.counts(counts)),
    ...(effect ? [sentence(sayEffect(effect, reading))] : []),
    note(debrief.effect.caveat),
  ];
}
