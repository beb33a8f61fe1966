// A scripted rep against a customer, on a clock of the script's own.
import type { CustomerMaker, MadeReply, ReplyRequest } from "../customer/maker.ts";
import type { Plan, Reply } from "../customer/model.ts";
import { openTalk, replyTo } from "../customer/reply.ts";
import { reportSession, type SessionReport } from "./report.ts";
import {
  answerInSession,
  awaitsCustomer,
  createSession,
  giveUpSession,
  hearInSession,
  openSession,
  type Session,
  startSession,
} from "./session.ts";

/** One turn of a script; without `atMs` it comes after the usual pause. */
export type ScriptTurn = { text: string; atMs?: number | undefined };

/** Reading, thinking and typing on a phone take about this long. */
const usualPauseMs = 20_000;

type Script = { seed: number; script: readonly ScriptTurn[] };
type PlayedScript = { session: Session; report: SessionReport; unheard: number };

/** Plays a script to the end of the talk or of the script; the rest of a script after the end is not heard. */
export function playScript(plan: Plan, script: Script): PlayedScript {
  const playing = play(plan, script);
  let next = playing.next();
  while (!next.done) {
    const { value: asked } = next;
    next = playing.next(
      asked ? replyTo(plan, asked.state, asked.heard) : openTalk(plan, script.seed),
    );
  }
  return next.value;
}

/** The same against any maker; what it takes to think costs the script's clock nothing. */
export async function playScriptWith(
  maker: CustomerMaker,
  plan: Plan,
  script: Script,
): Promise<PlayedScript> {
  const playing = play(plan, script);
  let next = playing.next();
  while (!next.done) {
    const { value: asked } = next;
    next = playing.next(await (asked ? maker.reply(asked) : maker.open(plan, script.seed)));
  }
  return next.value;
}

/** Asks for each reply of the customer: the opening first, then one to each turn that is heard. */
function* play(
  plan: Plan,
  { seed, script }: Script,
): Generator<ReplyRequest | undefined, PlayedScript, Reply | MadeReply> {
  let session = openSession(startSession(createSession({ plan, seed })), yield, 0);
  let [at, heard] = [0, 0];
  for (const { text, atMs } of script) {
    at = Math.max(at, atMs ?? at + usualPauseMs);
    session = hearInSession(session, text, at);
    const { customer: state, turns } = session;
    const last = turns.at(-1);
    if (awaitsCustomer(session) && state && last) {
      session = answerInSession(session, yield { plan, state, turns, heard: last.text }, at);
      heard = session.turns.filter(isRep).length;
    }
    if (session.state === "closed") break;
  }
  const closed = session.state === "closed" ? session : giveUpSession(session, at);
  return { session: closed, report: reportSession(closed), unheard: script.length - heard };
}

const isRep = ({ who }: Session["turns"][number]) => who === "rep";
