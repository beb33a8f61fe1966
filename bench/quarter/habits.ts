// What the simulated people do with what they are sent. The chances are ours, stated here and printed with the result.

/** Something to do with a card: press a button, answer in a sentence, or leave it. */
export type Act =
  | { press: string; values?: Record<string, string> }
  | { say: true }
  | { first: true }
  | { leave: true };

/** Chances in order; what is left of 1 is left lying. */
type Habit = readonly [chance: number, act: Act][];

const looksFirst = (chance: number): Habit => [[chance, { first: true }]];

/** By kind of message. Nobody answers everything, and an offer now and then runs out. */
export const habits: Readonly<Record<string, Habit>> = {
  lead: [
    [0.82, { press: "lead.accept" }],
    [0.1, { press: "lead.decline", values: { reason: "busy" } }],
  ],
  deadline: [[0.7, { press: "lead.accept" }]],
  next_action: [
    [0.55, { press: "action.done" }],
    [0.1, { press: "action.snooze.tomorrow" }],
    [0.08, { press: "action.useless" }],
  ],
  stage_card: [
    [0.65, { say: true }],
    [0.15, { press: "update.discard" }],
  ],
  digest: [[0.4, { press: "nudge.show" }]],
  morning_brief: looksFirst(0.4),
  slipping: looksFirst(0.5),
  escalation: looksFirst(0.6),
  alert: looksFirst(0.6),
  coaching: looksFirst(0.3),
  insight: looksFirst(0.4),
  health: looksFirst(0.3),
  strategy: looksFirst(0.5),
  crm: looksFirst(0.5),
};

/** Kinds nobody of ours has a habit for are looked at and left. */
export function drawAct(kind: string, unit: number): Act {
  let left = unit;
  for (const [chance, act] of habits[kind] ?? []) {
    if (left < chance) return act;
    left -= chance;
  }
  return { leave: true };
}

/** How long until somebody at work looks: log-normal around a median, of which a tenth take over an hour and a half. */
export const looksAfter = { medianMs: 20 * 60_000, sigma: 1.2 };
