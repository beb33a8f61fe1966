// A practice session as a state machine: brief → playing ⇄ paused → closed. Pure and plain data; the clock is an argument.
import { Refused } from "../../errors.ts";
import type { Outcome, Plan, Reply } from "../customer/model.ts";
import { openTalk, replyTo } from "../customer/reply.ts";
import type { RepMove } from "../moves/model.ts";
import { maxRead } from "../moves/text.ts";
import { understandRep } from "../moves/understand-rep.ts";

/** One turn as it is kept: who, what, when on the session's own clock, and how it was taken. */
export type SessionTurn = {
  number: number;
  who: "rep" | "customer";
  text: string;
  /** Milliseconds of play so far. */
  atMs: number;
  /** Moves of a rep's turn. */
  moves?: RepMove[];
  /** More was written than is read. */
  isCut?: boolean;
  /** For the customer's turns: why, with which tactics, and how they feel now. */
  reaction?: Reply["reaction"];
  tactics?: Reply["tactics"];
  because?: string[];
  mood?: Reply["state"]["mood"];
  /** The objection that stands open after it. */
  objection?: string | null;
};

/** Why a session ended. */
export type Ending = Outcome | "time" | "given-up";

/** A session; JSON, so that it survives a restart. */
export type Session = {
  plan: Plan;
  seed: number;
  state: "brief" | "playing" | "paused" | "closed";
  limitMs: number;
  /** Play before the last resume; a pause costs nothing. */
  playedMs: number;
  /** When play was last resumed, or null while the clock stands. */
  resumedAt: number | null;
  customer: Reply["state"] | null;
  turns: SessionTurn[];
  ending: Ending | null;
};

/** The length of a full session and of a drill on one objection (PRODUCT.md 3.2). */
const fullMs = 5 * 60_000;
const drillMs = 90_000;

/** A session at its brief: the rep reads the rubric, the clock stands. */
export function createSession({ plan, seed }: { plan: Plan; seed: number }): Session {
  return {
    ...{ plan, seed, state: "brief", limitMs: plan.isDrill ? drillMs : fullMs },
    ...{ playedMs: 0, resumedAt: null, customer: null, turns: [], ending: null },
  };
}

/** The customer says their first words and the clock runs. */
export function beginSession(session: Session, at: number): Session {
  expectState(session, ["brief"]);
  const reply = openTalk(session.plan, session.seed);
  const begun: Session = { ...session, state: "playing", resumedAt: at };
  return withReply(begun, reply, at);
}

/** One turn of the rep and the customer's answer. A turn after the time is up is not taken: the session closes. */
export function sayInSession(session: Session, text: string, at: number): Session {
  const now = tickSession(session, at);
  if (now.state === "closed" && session.state === "playing") return now;
  expectState(now, ["playing"]);
  if (!now.customer) throw new Error("A session that plays has a customer.");
  const heard = text.slice(0, maxRead);
  const turn: SessionTurn = {
    ...{ number: now.turns.length + 1, who: "rep", text: heard, atMs: playedMs(now, at) },
    moves: understandRep(heard).moves.map(({ label }) => label),
    ...(heard.length < text.length ? { isCut: true } : {}),
  };
  const reply = replyTo(now.plan, now.customer, heard);
  const said = withReply({ ...now, turns: [...now.turns, turn] }, reply, at);
  const { outcome } = reply.state;
  return outcome ? close(said, { ending: outcome, at }) : said;
}

/** Stops the clock. */
export function pauseSession(session: Session, at: number): Session {
  const now = tickSession(session, at);
  if (now.state === "closed") return now;
  expectState(now, ["playing"]);
  return { ...now, state: "paused", playedMs: playedMs(now, at), resumedAt: null };
}

/** Lets the clock run again. */
export function resumeSession(session: Session, at: number): Session {
  expectState(session, ["paused"]);
  return { ...session, state: "playing", resumedAt: at };
}

/** The rep ends it; nothing is held against them. */
export function giveUpSession(session: Session, at: number): Session {
  expectState(session, ["brief", "playing", "paused"]);
  return close(session, { ending: "given-up", at });
}

/** Closes the session if its time is up. */
export function tickSession(session: Session, at: number): Session {
  const isUp = session.state === "playing" && playedMs(session, at) >= session.limitMs;
  return isUp ? close(session, { ending: "time", at }) : session;
}

/** Milliseconds of play left, never under 0. */
export function leftMs(session: Session, at: number): number {
  return Math.max(0, session.limitMs - playedMs(session, at));
}

function playedMs({ playedMs: before, resumedAt }: Session, at: number): number {
  return before + (resumedAt === null ? 0 : Math.max(0, at - resumedAt));
}

function close(session: Session, { ending, at }: { ending: Ending; at: number }): Session {
  const played = Math.min(session.limitMs, playedMs(session, at));
  return { ...session, state: "closed", ending, playedMs: played, resumedAt: null };
}

function withReply(session: Session, { state, ...reply }: Reply, at: number): Session {
  const { text, reaction, tactics, because } = reply;
  const open = state.open === null ? undefined : session.plan.scenario.objections[state.open];
  const turn: SessionTurn = {
    ...{ number: session.turns.length + 1, who: "customer", text, atMs: playedMs(session, at) },
    ...{ reaction, tactics, because, mood: state.mood, objection: open?.id ?? null },
  };
  return { ...session, customer: state, turns: [...session.turns, turn] };
}

function expectState({ state }: Session, allowed: readonly Session["state"][]): void {
  if (allowed.includes(state)) return;
  const message = `The session is ${state}; this needs it ${allowed.join(" or ")}.`;
  throw new Refused("practice.state", message, { state });
}
