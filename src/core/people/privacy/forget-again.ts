// A restored backup knows people who were forgotten after it was taken: they are forgotten once more.
import { NotFound } from "../../errors.ts";
import { groupBy } from "../../group-by.ts";
import { textsFor } from "../../text/texts.ts";
import { deleteAgain } from "./delete-own.ts";
import { eraseCustomer, type ForgettingLog, forgetContact, markOf } from "./forget-contact.ts";
import { type Forgetting, forgetPerson } from "./forget-person.ts";
import type { Due, Forgotten } from "./forgotten.ts";

type Services = Forgetting & {
  events: ForgettingLog & {
    /** Everybody in the log who is a visitor. */
    visitors(): Promise<string[]>;
  };
};

/** Whom the backup does not know is passed over. Doing it again finds nothing. */
export async function forgetAgain(services: Services, due: Due): Promise<void> {
  // The list has them already, and the disk is rewritten once for all.
  const personal = { ...services.personal, noteForgotten: async () => {}, compact: async () => {} };
  const quiet = { ...services, personal };
  for (const one of due.entries) {
    await forgetOne(quiet, one).catch((error) => {
      if (!(error instanceof NotFound)) throw error;
    });
  }
  await forgetVisitors(quiet, due);
  await services.personal.compact();
}

async function forgetOne(services: Services, { kind, id, at }: Forgotten): Promise<void> {
  if (kind === "person") await forgetPerson(services, id);
  if (kind === "contact") await forgetContact(services, id);
  if (kind === "own") await deleteAgain(services, { personId: id, to: at });
}

/** Visitors whose name was found out after the backup: in it they are strangers. */
async function forgetVisitors(services: Services, { ownerOf }: Due): Promise<void> {
  const linked = await services.store.read.visitors.find({});
  const ids = new Set([...linked.map(({ id }) => id), ...(await services.events.visitors())]);
  for (const [owner, visitorIds] of groupBy([...ids], ownerOf)) {
    if (owner === undefined) continue;
    const as = textsFor("en").privacy.formerContact({ mark: markOf(owner) });
    await eraseCustomer(services, { contactIds: [], visitorIds, names: [], as });
  }
}
