// News of a lead that is no deal yet: there is no stage to move, so the words are offered to be kept with the lead.
import { ownLeads } from "../../leads/visible-leads.ts";
import type { Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { noteForm } from "../note-form.ts";
import { mentionsIn } from "../reading/deal-names.ts";
import { fold } from "../reading/folded.ts";
import type { UpdateDeal } from "../reading/understood.ts";
import { openSubjects } from "../subjects.ts";

/** The note's form with these words and the one lead of theirs that they name; undefined where they name none. */
export async function tellOfLead(
  read: Reader,
  person: Person,
  words: string,
): Promise<Effect | undefined> {
  const held = await ownLeads(read, person);
  const accepted = held.filter(({ lead }) => lead.status === "accepted");
  const named = mentionsIn(fold(words).text, accepted.map(toNamed));
  const [only, second] = named;
  if (!only || second) return undefined;
  const subjects = await openSubjects(read, person);
  const chosen = subjects.find(({ id }) => id === only.deal.id);
  if (!chosen) return undefined;
  return async (unit) => {
    const why = readingOf(person).texts.updates.noDealYet;
    const form = { person, kind: "update", text: words, subjects, chosen, why } as const;
    unit.post({ to: person.id, card: noteForm(unit, form) });
    return {};
  };
}

type Held = Awaited<ReturnType<typeof ownLeads>>[number];

/** People call a lead as they call a deal. */
function toNamed({ lead, account, contact }: Held): UpdateDeal {
  const product = "";
  return {
    ...{ id: lead.id, stage: "new", product },
    ...{ account: account?.name ?? "", contact: contact?.name ?? undefined },
  };
}
