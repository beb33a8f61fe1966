// The cards of the pictures: the best match that the product found in the sample team, one in each language.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Card } from "../../src/core/card.ts";
import { assignmentKey } from "../../src/core/leads/cards/assignment-card.ts";
import { type Language, languages, type Person } from "../../src/core/model.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";
import { createSample } from "../../src/sample/create-sample.ts";
import { loadSample } from "../../src/sample/load-sample.ts";

/** A rep's card, as it stands in their conversation. */
export type Offer = { language: Language; rep: Person; card: Card };

/** When the pictures were "taken": computed from the same moment, they change only when the product does. */
const pictureTime = Date.UTC(2026, 10, 23, 9, 5); // a Monday morning

/** Assigns the sample team's leads on a data folder of its own, which is gone afterwards. */
export async function withOffers<Result>(
  use: (offers: Offer[], ringside: Ringside) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-pictures-"));
  try {
    const options = { dataDir, log: createLog({ level: "error" }), clock: () => pictureTime };
    const ringside = await openRingside(options);
    try {
      const { records, gate, events } = ringside;
      await loadSample(createSample({ now: pictureTime }), { store: records, gate, events });
      await ringside.drain();
      return await use(await findOffers(ringside), ringside);
    } finally {
      await ringside.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function findOffers({ records, localChat }: Ringside): Promise<Offer[]> {
  const assignments = await records.read.assignments.find(
    { state: "offered" },
    { order: { by: "fit", descending: true } },
  );
  const offers: Offer[] = [];
  for (const { id, repId } of assignments) {
    const rep = await records.read.people.get(repId);
    if (!rep || offers.some(({ language }) => language === rep.language)) continue;
    const messages = await localChat.transcript(repId, { limit: 100 });
    const found = messages.find(({ body }) => (body as Card).key === assignmentKey(id));
    if (found) offers.push({ language: rep.language, rep, card: found.body as Card });
  }
  const missing = languages.filter((one) => !offers.some(({ language }) => language === one));
  if (missing.length > 0) throw new Error(`The sample team has no card in ${missing.join(", ")}.`);
  return offers;
}
