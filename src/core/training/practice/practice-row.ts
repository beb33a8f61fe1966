// A practice session as it is kept: one row with the plan and the clock, and a row per turn.
import type { Unit } from "../../ports.ts";
import type { Plan } from "../customer/model.ts";
import type { Session, SessionTurn } from "../session/session.ts";

/** How hard the customer is against what the playbook says: one step easier, as written, one step harder. */
export const levels = [-1, 0, 1] as const;
export type Level = (typeof levels)[number];

/** One step harder (1) or easier (-1), as far as there is one. */
export const stepLevel = (level: Level, step: Level): Level =>
  Math.max(-1, Math.min(1, level + step)) as Level;

/** What of a session changes while it is played; JSON, so that it survives a restart. */
export type Play = Omit<Session, "plan" | "state" | "turns"> & {
  level: Level;
  /** When it was last put down, at its brief or by a pause; what lies too long is cleared away. */
  restsSince: number | null;
};

/** The row of a session. */
export type PracticeSession = {
  id: string;
  personId: string;
  /** The vertical of its playbook. */
  playbook: string;
  scenario: string;
  persona: string;
  language: string;
  state: Session["state"];
  plan: Plan;
  play: Play;
  startedAt: number;
  closedAt: number | null;
};

/** The row of a turn; `labels` holds all of it that has no column. */
export type PracticeTurn = {
  id: string;
  sessionId: string;
  number: number;
  speaker: SessionTurn["who"];
  text: string;
  maker: "embedded" | "model" | null;
  labels: Omit<SessionTurn, "number" | "who" | "text">;
  at: number;
};

/** A row with its session put together. */
export type Practice = { row: PracticeSession; session: Session };

type Tables = Pick<Unit, "practiceSessions" | "practiceTurns">;
type ReadTables = { [Name in keyof Tables]: Pick<Tables[Name], "get" | "find"> };

/** The one session of a person that is under way, playing or paused. */
export async function runningPractice(
  read: ReadTables,
  personId: string,
): Promise<Practice | undefined> {
  const [row] = await read.practiceSessions.find({ personId, state: ["playing", "paused"] });
  return row && withTurns(read, row);
}

/** A session by its id, of this person; undefined when it is gone or somebody else's. */
export async function findPractice(
  read: ReadTables,
  { id, personId }: { id: string; personId?: string },
): Promise<Practice | undefined> {
  const row = await read.practiceSessions.get(id);
  if (!row || (personId !== undefined && row.personId !== personId)) return undefined;
  return withTurns(read, row);
}

async function withTurns(read: ReadTables, row: PracticeSession): Promise<Practice> {
  const rows = await read.practiceTurns.find({ sessionId: row.id }, { order: { by: "number" } });
  const turns = rows.map(({ number, speaker, text, labels }) => ({
    ...{ number, who: speaker, text },
    ...labels,
  }));
  const { level: _, restsSince: __, ...play } = row.play;
  return { row, session: { ...play, plan: row.plan, state: row.state, turns } };
}

/** Keeps a session as it is now: its row, and the turns that are new or were added to. Returns what was kept. */
export async function keepPractice(
  unit: Unit,
  { row, session: before }: Practice,
  { session, maker = null }: { session: Session; maker?: PracticeTurn["maker"] },
): Promise<Practice> {
  const { plan, state, turns, ...play } = session;
  const isResting = state === "brief" || state === "paused";
  const wasResting = row.state === state && row.play.restsSince !== null;
  const since = wasResting ? row.play.restsSince : unit.now;
  const kept: PracticeSession = {
    ...row,
    ...{ state, plan, playbook: plan.vertical, scenario: plan.scenario.id },
    ...{ persona: plan.persona.id, language: plan.language },
    play: { ...play, level: row.play.level, restsSince: isResting ? since : null },
    closedAt: state === "closed" ? (row.closedAt ?? unit.now) : null,
  };
  await unit.practiceSessions.put(kept);
  const changed = turns.filter((turn, index) => turn.text !== before.turns[index]?.text);
  for (const turn of changed) await putTurn(unit, { turn, sessionId: row.id, maker });
  return { row: kept, session };
}

async function putTurn(
  unit: Unit,
  {
    turn,
    sessionId,
    maker,
  }: { turn: SessionTurn; sessionId: string; maker: PracticeTurn["maker"] },
): Promise<void> {
  const { number, who, text, ...labels } = turn;
  const [known] = await unit.practiceTurns.find({ sessionId, number });
  await unit.practiceTurns.put({
    ...{ id: known?.id ?? unit.newId("turn"), sessionId, number, speaker: who, text },
    ...{ maker: who === "customer" ? maker : null, labels, at: unit.now },
  });
}

/** Deletes a session with everything said in it. */
export async function removePractice(unit: Unit, id: string): Promise<void> {
  const turns = await unit.practiceTurns.find({ sessionId: id });
  await unit.practiceTurns.remove(...turns.map((turn) => turn.id));
  await unit.practiceSessions.remove(id);
}
