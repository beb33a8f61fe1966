// A playbook's check: a scenario's customer plays several tactics.
import { tactics } from "../playbook.ts";
import type { Finding, Reading } from "./check.ts";

/** A customer who plays fewer than these is no practice. */
const tacticsPerScenario = 3;

/** Finds scenarios that use fewer than three different tactics. */
export function checkTacticsMixed({ playbook }: Reading): Finding[] {
  return playbook.scenarios.flatMap(({ id, at, objections }) => {
    const used = new Set(objections.map(({ tactic }) => tactic));
    if (used.size >= tacticsPerScenario) return [];
    return [
      {
        file: at.file,
        path: [...at.path, "objections"],
        message: `the scenario "${id}" uses only ${[...used].join(" and ")}`,
        fix: `let its objections use at least ${tacticsPerScenario} different tactics`,
      },
    ];
  });
}

/** Finds tactics no entry answers; a company's own playbook may leave some out. */
export function checkTacticsAnswered(reading: Reading): Finding[] {
  const { playbook, files, isOwn, unread, rejected } = reading;
  const file = "entries.yaml";
  if (isOwn || unread.includes(file) || rejected[file].length > 0) return [];
  const answered = new Set(playbook.entries.map(({ tactic }) => tactic));
  return tactics
    .filter((tactic) => !answered.has(tactic))
    .map((tactic) => ({
      file: files[file],
      path: [],
      message: `no entry answers the tactic ${tactic}`,
      fix: `add an entry with "tactic: ${tactic}"`,
    }));
}
