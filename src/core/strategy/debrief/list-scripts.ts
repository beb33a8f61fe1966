// "team scripts", "assets": the talk tracks the team made, where each comes from, how often it was used, and with what.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import type { Effect } from "../../use-case.ts";
import { type AssetEffect, assetEffects, type EffectServices, sayEffect } from "./asset-effect.ts";
import { originsOf, sayOrigin } from "./team-entries.ts";

const mostRows = 12;

/** The newest first. */
export async function listScripts(services: EffectServices, person: Person): Promise<Effect> {
  const { read } = services.store;
  const order = { by: "updatedAt", descending: true } as const;
  const assets = await read.scriptAssets.find({ state: "reviewed" }, { order, limit: mostRows });
  const origins = await originsOf(read, assets);
  const effects = await assetEffects(
    services,
    assets.map(({ id }) => id),
  );
  const uses = groupBy(
    await read.audits.find({ kind: "script", recordId: assets.map(({ id }) => id) }),
    ({ recordId, action }) => `${recordId} ${action}`,
  );
  return async (unit) => {
    const reading = readingOf(person);
    const { list, from } = reading.texts.debrief;
    const key = `scripts:${unit.newId("message")}`;
    const count = (id: string, use: string) => [
      text(String(uses.get(`${id} ${use}`)?.length ?? 0)),
    ];
    const rows = assets.map(({ id, provenance, language }): Inline[][] => [
      [text(markBlanks(provenance.when, language))],
      [text(sayOrigin(origins.get(id), from))],
      count(id, "script.shown"),
      count(id, "script.practised"),
      ...effectCells(effects.get(id), reading),
    ]);
    const columns = [...list.columns];
    const openAction = (assetId: string, index: number): Action => ({
      ...{ id: "script.open", label: list.open({ number: index + 1 }) },
      ref: unit.arm({
        ...{ action: "script.open", params: { assetId }, personId: person.id, cardKey: key },
      }),
    });
    const table: Block[] = [
      { t: "table", columns, rows, numeric: [2, 3, 4] },
      { t: "actions", actions: assets.map(({ id }, index) => openAction(id, index)) },
      note(list.note),
    ];
    const card: Card = {
      ...{ key, title: list.title, tone: "info" },
      summary: list.title,
      blocks: rows.length > 0 ? table : [sentence(list.none)],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function effectCells(effect: AssetEffect | undefined, reading: Reading): Inline[][] {
  if (!effect) return [[text("0")], [text(reading.texts.debrief.effect.few)]];
  return [[text(String(effect.used))], [text(sayEffect(effect, reading))]];
}
