// A folder with rule files for one test.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "../../helpers/records.ts";

/** Writes files into a new folder and gives its path. */
export function ruleFolder(files: Record<string, string>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The rule of the issue that asked for rules. */
export const quietDoubt = `id: quiet-pricing-doubt
scope: contact            # or account
within: 3d                # s m h d
match: all                # all = any order; sequence = in this order
steps:
  - touch: page.view
    where: { page: product, dwellSeconds: { gt: 120 } }
  - { touch: file.download, where: { kind: whitepaper } }
  - { touch: page.leave, where: { page: pricing }, times: 1 }   # at least
unless: [ { touch: meeting.booked } ]
cooldown: 7d
then: { action: call, dueIn: 24h, talkTrack: pricing-doubt, assignTo: owner }
`;
