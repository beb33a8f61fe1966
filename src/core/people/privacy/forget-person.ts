// Somebody who left, forgotten: what was theirs, their accounts, and their name wherever others were told of them.
import { NotFound, Refused } from "../../errors.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Person } from "../../model.ts";
import { readingOf } from "../../text/format.ts";
import { operator } from "../actor.ts";
import { auditPrivacy } from "./audit.ts";
import { removeFiles } from "./delete-own.ts";
import { keptKindNames } from "./kept.ts";
import type { PrivacyServices } from "./services.ts";

export type Forgetting = PrivacyServices & { gate: Gate };

/** Letters that tell one former colleague from another. */
const markLetters = 4;

/**
 * Leaves a row without anything personal, so that leads, deals and the audit still point at somebody; their leads are
 * given to others as when anybody leaves. Throws NotFound. Doing it again finds nothing.
 */
export async function forgetPerson(
  services: Forgetting,
  personId: string,
): Promise<{ id: string; entries: number }> {
  const { store, personal } = services;
  const person = await store.read.people.get(personId);
  if (!person) throw new NotFound("person.unknown", `Nobody here has the id ${personId}.`);
  await personal.noteForgotten({ kind: "person", id: personId, at: services.clock() });
  const as = readingOf(person).texts.privacy.former({ mark: personId.slice(-markLetters) });
  await strip(services, person, as);
  await removeFiles(services, personId);
  const leaving = { names: namesOf(person).filter((name) => name !== as), as };
  const { erased } = await personal.erase({ personId, to: services.clock(), leaving });
  const entries = keptKindNames.reduce((sum, kind) => sum + (erased[kind] ?? 0), 0);
  await store.write((unit) =>
    auditPrivacy(unit, {
      ...{ personId, action: "person.forget", actorId: null, via: "cli", detail: { entries } },
    }),
  );
  await personal.compact();
  return { id: personId, entries };
}

async function strip({ store, gate }: Forgetting, { id }: Person, name: string): Promise<void> {
  const bare = { email: null, phone: null, hiredAt: null, active: false };
  const lists = { territories: [], languages: [], licences: [], industries: [] };
  const [refusal] = await store.write((unit) =>
    gate.apply(unit, {
      ...{ by: operator, via: "cli", source: "terminal", reason: "forgotten" },
      changes: [{ kind: "person", id, set: { name, ...bare, ...lists } }],
    }),
  );
  if (refusal) throw new Refused("person.forget", refusal.message);
}

/** What names them in a sentence; one letter names nobody. */
function namesOf({ name, email, phone }: Person): string[] {
  return [name, email, phone].filter((one): one is string => one !== null && one.length > 1);
}
