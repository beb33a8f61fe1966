// "team scripts": the talk tracks the team made, where each comes from, and how often it was used.
import { type Block, type Card, type Inline, text } from "../../card.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import type { Store } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import type { Effect } from "../../use-case.ts";
import { originsOf, sayOrigin } from "./team-entries.ts";

const mostRows = 12;

/** The newest first. */
export async function listScripts({ store }: { store: Store }, person: Person): Promise<Effect> {
  const { read } = store;
  const order = { by: "updatedAt", descending: true } as const;
  const assets = await read.scriptAssets.find({ state: "reviewed" }, { order, limit: mostRows });
  const origins = await originsOf(read, assets);
  const uses = groupBy(
    await read.audits.find({ kind: "script", recordId: assets.map(({ id }) => id) }),
    ({ recordId, action }) => `${recordId} ${action}`,
  );
  return async (unit) => {
    const { list, from } = readingOf(person).texts.debrief;
    const count = (id: string, use: string) => [
      text(String(uses.get(`${id} ${use}`)?.length ?? 0)),
    ];
    const rows = assets.map(({ id, provenance, language }): Inline[][] => [
      [text(markBlanks(provenance.when, language))],
      [text(sayOrigin(origins.get(id), from))],
      count(id, "script.shown"),
      count(id, "script.practised"),
    ]);
    const columns = [...list.columns];
    const table: Block[] = [
      { t: "table", columns, rows, numeric: [2, 3] },
      { t: "context", text: [text(list.note)] },
    ];
    const card: Card = {
      ...{ key: `scripts:${unit.newId("message")}`, title: list.title, tone: "info" },
      summary: list.title,
      blocks: rows.length > 0 ? table : [{ t: "text", text: [text(list.none)] }],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}
