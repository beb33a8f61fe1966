// Deleting what is a person's own: rows, files, words on their way through, and what the disk remembers of them.
import { note, sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { auditPrivacy } from "./audit.ts";
import { countOwn } from "./kept.ts";
import { mayOwn } from "./may-own.ts";
import type { PrivacyServices } from "./services.ts";

export const deleteJob = "privacy.delete";
/** `count`: entries there were when it was asked for. */
export type DeletePayload = { personId: string; to: number; count: number };

/** What is on its way in or out is looked for again after this. */
const againAfterMs = 60_000;

/** Asked for in words: says what goes and what stays, with the button. */
export function askWhetherToDelete(person: Person): Effect {
  const { chat, privacy } = readingOf(person).texts;
  if (!mayOwn(person, "privacy.delete")) return sayOnly(chat.gone);
  return async (unit) => {
    const key = `delete:${unit.newId("message")}`;
    const id = "privacy.delete";
    const ref = unit.arm({ action: id, params: {}, personId: person.id, cardKey: key });
    const card: Card = {
      ...{ key, title: privacy.deleteTitle, tone: "warn", summary: privacy.deleteTitle },
      blocks: [
        sentence(privacy.deleteConfirm),
        { t: "actions", actions: [{ id, label: privacy.deleteButton, ref, style: "danger" }] },
        note(privacy.backups),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** The button; asked again, it finds nothing. */
export async function askDelete(services: PrivacyServices, { person }: Ask): Promise<Effect> {
  const { texts } = readingOf(person);
  if (!mayOwn(person, "privacy.delete")) return sayOnly(texts.chat.gone);
  const count = countOwn(await services.personal.counts(person.id));
  return async (unit) => {
    schedule(unit, { personId: person.id, to: unit.now, count });
    return { toast: texts.privacy.deleting };
  };
}

function schedule(unit: Unit, payload: DeletePayload, runAt = unit.now): void {
  const key = `${deleteJob}:${payload.personId}:${payload.to}:${runAt}`;
  unit.schedule({ kind: deleteJob, key, payload, runAt });
}

/** The job: again until nothing from before it was asked for is left, and then it says so. */
export async function runDelete(
  payload: DeletePayload,
  services: PrivacyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { personId, to, count } = payload;
  await services.personal.noteForgotten({ kind: "own", id: personId, at: to });
  await removeFiles(services, personId);
  const { left } = await services.personal.erase({ personId, to });
  await services.personal.compact();
  return async (unit) => {
    if (left > 0) {
      schedule(unit, payload, unit.now + againAfterMs);
      return;
    }
    await auditPrivacy(unit, { personId, action: "privacy.delete", detail: { entries: count } });
    const person = await unit.people.get(personId);
    if (person?.active) unit.post({ to: personId, card: deletedCard(unit, person, count) });
  };
}

/** In a restored backup, of before it was asked for; what was on its way then goes as it goes usually. */
export async function deleteAgain(
  services: PrivacyServices,
  what: Omit<DeletePayload, "count">,
): Promise<void> {
  const count = countOwn(await services.personal.counts(what.personId));
  await removeFiles(services, what.personId);
  const { left } = await services.personal.erase(what);
  if (left > 0) await services.store.write(async (unit) => schedule(unit, { ...what, count }));
}

/** The files first: a row without a file is found again, a file without a row never. */
export async function removeFiles(
  { assets, personal }: Pick<PrivacyServices, "assets" | "personal">,
  personId: string,
): Promise<void> {
  const { files = [] } = await personal.read(personId);
  for (const { id } of files as { id: string }[]) await assets.remove(id);
}

function deletedCard(unit: Unit, person: Person, count: number): Card {
  const { privacy } = readingOf(person).texts;
  const words = count === 0 ? privacy.deletedNothing : privacy.deletedBody({ count });
  return {
    key: `deleted:${unit.newId("message")}`,
    title: privacy.deleted,
    tone: "good",
    summary: privacy.deletedSummary,
    blocks: [sentence(words), note(privacy.platform)],
  };
}
