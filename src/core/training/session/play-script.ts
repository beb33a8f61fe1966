// A scripted rep against the embedded customer, on a clock of the script's own.
import type { Plan } from "../customer/model.ts";
import { reportSession, type SessionReport } from "./report.ts";
import {
  beginSession,
  createSession,
  giveUpSession,
  type Session,
  sayInSession,
} from "./session.ts";

/** One turn of a script; without `atMs` it comes after the usual pause. */
export type ScriptTurn = { text: string; atMs?: number | undefined };

/** Reading, thinking and typing on a phone take about this long. */
const usualPauseMs = 20_000;

/** Plays a script to the end of the talk or of the script; the rest of a script after the end is not heard. */
export function playScript(
  plan: Plan,
  { seed, script }: { seed: number; script: readonly ScriptTurn[] },
): { session: Session; report: SessionReport; unheard: number } {
  let session = beginSession(createSession({ plan, seed }), 0);
  let [at, heard] = [0, 0];
  for (const { text, atMs } of script) {
    at = Math.max(at, atMs ?? at + usualPauseMs);
    session = sayInSession(session, text, at);
    if (session.turns.at(-2)?.who === "rep") heard = session.turns.filter(isRep).length;
    if (session.state === "closed") break;
  }
  const closed = session.state === "closed" ? session : giveUpSession(session, at);
  return { session: closed, report: reportSession(closed), unheard: script.length - heard };
}

const isRep = ({ who }: Session["turns"][number]) => who === "rep";
