// What holds between the things of a playbook, which no schema sees. No cycle can be written: entries name scenarios,
// scenarios name personas, and nothing names anything back; cycles of YAML itself are refused where files are read.
import type { Finding, Reading } from "./checks/check.ts";
import { checkForbidden } from "./checks/forbidden.ts";
import { checkIds } from "./checks/ids.ts";
import { checkLanguage } from "./checks/language.ts";
import { checkDuplicates } from "./checks/near-duplicates.ts";
import { checkReferences } from "./checks/references.ts";
import { checkTacticsAnswered, checkTacticsMixed } from "./checks/tactics.ts";

/** Everything wrong with a playbook beyond its schema, in the order of the checks. */
export function checkPlaybook(reading: Reading): Finding[] {
  return [
    ...checkIds(reading),
    ...checkReferences(reading),
    ...checkTacticsMixed(reading),
    ...checkTacticsAnswered(reading),
    ...checkLanguage(reading),
    ...checkDuplicates(reading),
    ...checkForbidden(reading),
  ];
}
