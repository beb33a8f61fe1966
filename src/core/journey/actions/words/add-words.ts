// Words for an action that began while the library was still being read: the card gets them by an edit.
import type { Reader, Unit } from "../../../ports.ts";
import type { Library } from "../../../training/library.ts";
import type { ScriptSearch } from "../../../training/script-search.ts";
import { ruleSchema } from "../../rules/schema.ts";
import type { ActionPayload } from "../deadlines.ts";
import { isPending, keepAction } from "../keep-card.ts";
import type { ActionLine, NextAction } from "../next-action.ts";
import { createFindLines } from "./find-lines.ts";

/** Looks for an action's words once more. */
export const wordsJob = "action.words";

const soonMs = 2_000;

/** Queues the words of an action, in the transaction that starts it. */
export function scheduleWords(unit: Unit, { id }: Pick<NextAction, "id">): void {
  const payload: ActionPayload = { actionId: id };
  const runAt = unit.now + soonMs;
  unit.schedule({ kind: wordsJob, key: `${wordsJob}:${id}`, runAt, payload });
}

type Services = {
  read: Reader;
  clock: () => number;
  scripts: ScriptSearch;
  library: () => Library;
};

/** The job. Throws RetryLater while the library is not there yet. */
export async function addWords(
  { actionId }: ActionPayload,
  services: Services,
): Promise<(unit: Unit) => Promise<void>> {
  const lines = await linesFor(actionId, services);
  return async (unit) => {
    const action = await unit.nextActions.get(actionId);
    const person = action && (await unit.people.get(action.personId));
    if (!action || !person || !isPending(action) || lines.length === 0) return;
    await keepAction(unit, person, { ...action, reasons: { ...action.reasons, lines } });
  };
}

async function linesFor(actionId: string, services: Services): Promise<ActionLine[]> {
  const { read } = services;
  const action = await read.nextActions.get(actionId);
  const match = action && (await read.matches.get(action.matchId ?? ""));
  const version = match && (await read.ruleVersions.get(match.ruleVersionId));
  const parsed = ruleSchema.safeParse(version?.body);
  if (!action || !parsed.success) return [];
  const account = await read.accounts.get(action.accountId ?? "");
  const { language } = action.reasons;
  const industry = account?.industry ?? null;
  return createFindLines(services)({ rule: parsed.data, language, industry });
}
