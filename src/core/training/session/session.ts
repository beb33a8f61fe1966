// A practice session as a state machine: brief → playing ⇄ paused → closed. Pure and plain data; the clock is an argument.
import { Refused } from "../../errors.ts";
import type { MadeReply } from "../customer/maker.ts";
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
  /** Who worded it, where a model is connected, and why the model did not. */
  maker?: MadeReply["maker"];
  fallback?: string;
};

/** A reply, with who made it when that is known. */
type Spoken = Reply & Partial<Pick<MadeReply, "maker" | "fallback">>;

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

/** The length of a full session and of a drill on one objection. */
const fullMs = 5 * 60_000;
const drillMs = 90_000;

/** A session at its brief: the rep reads the rubric, the clock stands. */
export function createSession({ plan, seed }: { plan: Plan; seed: number }): Session {
  return {
    ...{ plan, seed, state: "brief", limitMs: plan.isDrill ? drillMs : fullMs },
    ...{ playedMs: 0, resumedAt: null, customer: null, turns: [], ending: null },
  };
}

/** The rep is ready: the customer is to speak first, and the clock stands until they do. */
export function startSession(session: Session): Session {
  expectState(session, ["brief"]);
  return { ...session, state: "playing" };
}

/** The customer's first words; the clock runs from here. */
export function openSession(session: Session, reply: Spoken, at: number): Session {
  expectState(session, ["playing"]);
  return withReply({ ...session, resumedAt: at }, reply, at);
}

/** Starts with the embedded customer's first words at once. */
export function beginSession(session: Session, at: number): Session {
  return openSession(startSession(session), openTalk(session.plan, session.seed), at);
}

/** Whether the customer is to speak next: their first words, or the answer to the rep's last. */
export function awaitsCustomer({ state, turns }: Session): boolean {
  return state === "playing" && turns.at(-1)?.who !== "customer";
}

/**
 * One turn of the rep, to be answered. What they add before the answer comes belongs to the same turn. A turn after the
 * time is up is not taken: the session closes.
 */
export function hearInSession(session: Session, text: string, at: number): Session {
  const now = tickSession(session, at);
  if (now.state === "closed" && session.state === "playing") return now;
  expectState(now, ["playing"]);
  if (!now.customer) {
    throw new Refused("practice.opening", "The customer has not spoken yet; wait for their words.");
  }
  const last = now.turns.at(-1);
  const isMore = last?.who === "rep";
  const said = isMore ? `${last.text}\n${text}` : text;
  const heard = said.slice(0, maxRead);
  const before = isMore ? now.turns.slice(0, -1) : now.turns;
  const turn: SessionTurn = {
    ...{ number: before.length + 1, who: "rep", text: heard, atMs: playedMs(now, at) },
    moves: understandRep(heard).moves.map(({ label }) => label),
    ...(heard.length < said.length || (isMore && last.isCut) ? { isCut: true } : {}),
  };
  return { ...now, turns: [...before, turn] };
}

/** The customer's answer to the rep's last turn; it can end the talk. */
export function answerInSession(session: Session, reply: Spoken, at: number): Session {
  expectState(session, ["playing"]);
  const said = withReply(session, reply, at);
  const { outcome } = reply.state;
  return outcome ? close(said, { ending: outcome, at }) : said;
}

/** One turn of the rep and the embedded customer's answer, at once. */
export function sayInSession(session: Session, text: string, at: number): Session {
  const heard = hearInSession(session, text, at);
  if (heard.state === "closed" || !heard.customer) return heard;
  const words = heard.turns.at(-1)?.text ?? "";
  return answerInSession(heard, replyTo(heard.plan, heard.customer, words), at);
}

/** Stops the clock. */
export function pauseSession(session: Session, at: number): Session {
  const now = tickSession(session, at);
  if (now.state === "closed") return now;
  expectState(now, ["playing"]);
  return { ...now, state: "paused", playedMs: playedMs(now, at), resumedAt: null };
}

/** Lets the clock run again; before the customer's first words it still stands. */
export function resumeSession(session: Session, at: number): Session {
  expectState(session, ["paused"]);
  return { ...session, state: "playing", resumedAt: session.turns.length > 0 ? at : null };
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

function withReply(session: Session, { state, ...reply }: Spoken, at: number): Session {
  const { text, reaction, tactics, because, maker, fallback } = reply;
  const open = state.open === null ? undefined : session.plan.scenario.objections[state.open];
  const turn: SessionTurn = {
    ...{ number: session.turns.length + 1, who: "customer", text, atMs: playedMs(session, at) },
    ...{ reaction, tactics, because, mood: state.mood, objection: open?.id ?? null },
    ...(maker === "model" ? { maker } : {}),
    ...(fallback ? { maker: "embedded" as const, fallback } : {}),
  };
  return { ...session, customer: state, turns: [...session.turns, turn] };
}

function expectState({ state }: Session, allowed: readonly Session["state"][]): void {
  if (allowed.includes(state)) return;
  const message = `The session is ${state}; this needs it ${allowed.join(" or ")}.`;
  throw new Refused("practice.state", message, { state });
}
