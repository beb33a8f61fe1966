// What the sources were told is stored: every touch and lead once, each chain and each assignment once.
import { digestOf } from "../../src/sources/import/records/matching/digest.ts";
import type { Accounting, Count } from "./account.ts";
import type { Books } from "./books.ts";

type Checking = Pick<Accounting, "books" | "ledger">;

export function checkSources({ books, ledger }: Checking): Record<string, Count[]> {
  const { touchIds, chains, leads } = ledger.told;
  return {
    touches: touchIds.map((id) => countTouch(books, id)),
    chains: Object.entries(chains).map(([email, wanted]) => countChains(books, email, wanted)),
    actions: countActions(books),
    leads: leads.map((id) => countLead(books, id)),
    assignments: leads.map((id) => countAssignments(books, id)),
  };
}

function countTouch({ touches }: Books, eventId: string): Count {
  const id = `tch_${digestOf(`webhook\u001f${eventId}`)}`;
  const times = touches("SELECT id FROM touches WHERE id = ?", id).length;
  return { about: `touch ${eventId}`, times };
}

function countChains({ all }: Books, email: string, wanted: number): Count {
  const rows = all(
    `SELECT id FROM "Match" WHERE customer IN (SELECT id FROM Contact WHERE email = ?)`,
    email,
  );
  return { about: `chains of ${email}`, times: rows.length, wanted };
}

/** A match starts one action at most. */
function countActions({ all }: Books): Count[] {
  const rows = all("SELECT matchId, COUNT(*) AS times FROM NextAction GROUP BY matchId");
  return rows
    .filter(({ matchId }) => matchId !== null)
    .map(({ matchId, times }) => ({ about: `actions of ${matchId}`, times: Number(times) }));
}

const leadOf = `SELECT recordId FROM ExternalId WHERE kind = 'lead' AND externalId = ?`;

function countLead({ all }: Books, externalId: string): Count {
  const rows = all(`SELECT id FROM Lead WHERE id IN (${leadOf})`, externalId);
  return { about: `lead ${externalId}`, times: rows.length };
}

/** One rep has it, or is asked; and whoever accepted it became its owner once. */
function countAssignments({ all }: Books, externalId: string): Count {
  const [found] = all(
    `SELECT COUNT(*) AS times, SUM(state = 'accepted') AS accepted FROM Assignment
     WHERE state IN ('offered', 'accepted') AND leadId IN (${leadOf})`,
    externalId,
  );
  const [owned] = all(
    `SELECT COUNT(*) AS times FROM OwnerChange WHERE kind = 'lead' AND recordId IN (${leadOf})`,
    externalId,
  );
  const isOnceOwned = Number(owned?.times) === Number(found?.accepted ?? 0);
  const times = Number(found?.times ?? 0);
  const about = `assignments of ${externalId}, owned ${owned?.times} times`;
  return { about, times: isOnceOwned ? times : times + 1 };
}
