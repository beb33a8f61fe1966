// What was played last, kept with the conversation: "again" and words that come late are understood by it.
import type { Unit } from "../../ports.ts";
import type { PracticeSession } from "./practice-row.ts";

/** Remembers what was played last, for words that come late; nothing that was said. */
export async function rememberEnd(unit: Unit, { id, personId, ...row }: PracticeSession) {
  const { vertical, scenario, language, isDrill } = row.plan;
  const drill = isDrill ? (scenario.objections[0]?.id ?? "") : "";
  const played = { scenario: scenario.id, vertical, language, drill, level: row.play.level };
  const known = await unit.conversations.get(personId);
  const state = { ...known?.state, practised: { sessionId: id, at: unit.now, played } };
  await unit.conversations.put({ id: personId, state, updatedAt: unit.now });
}
