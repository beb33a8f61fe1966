// Everything kept of a person as one file in their conversation. Made by a job: it may be long.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import { auditPrivacy } from "./audit.ts";
import { mayOwn } from "./may-own.ts";
import type { PrivacyServices } from "./services.ts";

export const exportJob = "privacy.export";
export type ExportPayload = { personId: string };

/** The button. */
export function askExport({ person }: Ask): Effect {
  const { texts } = readingOf(person);
  if (!mayOwn(person, "privacy.export")) return sayOnly(texts.chat.gone);
  return async (unit) => {
    const payload: ExportPayload = { personId: person.id };
    unit.schedule({ kind: exportJob, key: `${exportJob}:${person.id}:${unit.now}`, payload });
    return { toast: texts.privacy.exporting };
  };
}

/** The job. A session that plays is part of it, as far as it has come. */
export async function runExport(
  { personId }: ExportPayload,
  { store, clock, personal, assets }: PrivacyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const person = await store.read.people.get(personId);
  if (!person?.active) return async () => {};
  const kept = await personal.read(personId);
  const at = clock();
  const document = { exportedAt: new Date(at).toISOString(), person: toReadable(person), ...kept };
  const bytes = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
  const { privacy } = readingOf(person).texts;
  const name = privacy.fileName({ day: new Date(at).toISOString().slice(0, 10) });
  const file = await assets.save({ name, mediaType: "application/json", bytes, personId });
  const count = Object.values(kept).reduce((sum, rows) => sum + rows.length, 0);
  return async (unit) => {
    forgetFile(unit, file.id, { afterMs: dayMs });
    await auditPrivacy(unit, { personId, action: "privacy.export", detail: { entries: count } });
    unit.post({ to: personId, card: exportCard(person, { assetId: file.id, name, bytes, count }) });
  };
}

function toReadable({ createdAt, updatedAt, hiredAt, ...person }: Person): object {
  const day = (at: number | null) => at && new Date(at).toISOString();
  return { ...person, hiredAt: day(hiredAt), createdAt: day(createdAt), updatedAt: day(updatedAt) };
}

type Made = { assetId: string; name: string; bytes: Uint8Array; count: number };

function exportCard(person: Person, { assetId, name, bytes, count }: Made): Card {
  const { texts, format } = readingOf(person);
  const { privacy } = texts;
  const size = `${format.number(Math.ceil(bytes.byteLength / 1024))} KB`;
  return {
    key: `export:${assetId}`,
    title: privacy.exported,
    tone: "good",
    summary: privacy.exportedSummary,
    blocks: [
      sentence(privacy.exportedBody({ count, size })),
      { t: "file", file: { asset: assetId }, name },
    ],
  };
}
