// Lets data that was restored forget whom it has to, before anybody is answered from it.
import { forgetAgain } from "../core/people/privacy/forget-again.ts";
import { readDue, settleDue } from "../store/forgotten.ts";
import type { Parts } from "./parts.ts";

/** Does nothing where nothing was restored. Killed in the middle, it is done again at the next start. */
export async function forgetRestored(parts: Parts): Promise<void> {
  const { dataDir, records, log } = parts;
  const due = readDue(dataDir);
  if (!due) return;
  await forgetAgain({ ...parts, store: records }, due);
  settleDue(dataDir);
  log.info({ entries: due.entries.length }, "a restored backup forgot who was forgotten since");
}
