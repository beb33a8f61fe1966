import { describe, expect, it } from "vitest";
import { Refused } from "../../../../src/core/errors.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { reportSession } from "../../../../src/core/training/session/report.ts";
import {
  beginSession,
  createSession,
  giveUpSession,
  leftMs,
  pauseSession,
  resumeSession,
  type Session,
  sayInSession,
  tickSession,
} from "../../../../src/core/training/session/session.ts";
import { library } from "../reps.ts";

const plan = toPlan(library, { scenario: "pumps-night-shift", language: "en" });
const begun = () => beginSession(createSession({ plan, seed: 1 }), 1_000);
const stored = (session: Session) => JSON.parse(JSON.stringify(session)) as Session;

describe("a session", () => {
  it("waits at its brief with the clock standing", () => {
    const session = createSession({ plan, seed: 1 });
    expect(session).toMatchObject({ state: "brief", limitMs: 300_000, turns: [] });
    expect(leftMs(session, 9_999_999)).toBe(300_000);
  });

  it("begins with the customer's words and takes turns", () => {
    const said = sayInSession(begun(), "What happened at the last rollout?", 21_000);
    expect(said.turns.map(({ who, number, atMs }) => [number, who, atMs])).toEqual([
      [1, "customer", 0],
      [2, "rep", 20_000],
      [3, "customer", 20_000],
    ]);
  });

  it("goes on the same after being stored", () => {
    const text = "What happened at the last rollout?";
    expect(sayInSession(stored(begun()), text, 5_000)).toEqual(sayInSession(begun(), text, 5_000));
  });

  it("does not count a pause", () => {
    const paused = pauseSession(begun(), 61_000);
    const resumed = resumeSession(paused, 9_000_000);
    expect(leftMs(resumed, 9_010_000)).toBe(300_000 - 60_000 - 10_000);
  });

  it("closes when its time is up, and does not take the turn that came too late", () => {
    const late = sayInSession(begun(), "One more thing?", 301_000);
    expect(late).toMatchObject({ state: "closed", ending: "time", playedMs: 300_000 });
    expect(late.turns).toHaveLength(1);
    expect(tickSession(begun(), 300_999).state).toBe("playing");
  });

  it("can be given up at any time before its end", () => {
    expect(giveUpSession(begun(), 2_000)).toMatchObject({ state: "closed", ending: "given-up" });
  });

  it("refuses what its state does not allow", () => {
    const closed = giveUpSession(begun(), 2_000);
    expect(() => sayInSession(closed, "Hello?", 3_000)).toThrow(Refused);
    expect(() => beginSession(begun(), 3_000)).toThrow(Refused);
    expect(() => resumeSession(begun(), 3_000)).toThrow(Refused);
  });

  it("keeps what is read of 20,000 characters and says that it was cut", () => {
    const turn = sayInSession(begun(), "a".repeat(20_000), 2_000).turns[1];
    expect(turn?.text).toHaveLength(2_000);
    expect(turn?.isCut).toBe(true);
  });

  it("keeps its own copy of the scenario", () => {
    const session = stored(begun());
    const edited = { ...plan, scenario: { ...plan.scenario, title: "edited" } };
    expect(edited.scenario.title).not.toBe(session.plan.scenario.title);
    expect(sayInSession(session, "Hello.", 2_000).turns[2]?.text).toBe(
      sayInSession(begun(), "Hello.", 2_000).turns[2]?.text,
    );
  });
});

describe("a drill", () => {
  const drill = toPlan(library, {
    scenario: "pumps-night-shift",
    language: "en",
    drill: "training-hours",
  });

  it("has one objection and 90 seconds, and ends when it is met", () => {
    const session = beginSession(createSession({ plan: drill, seed: 1 }), 0);
    expect(session.limitMs).toBe(90_000);
    const raised = sayInSession(session, "Hello.", 5_000);
    const met = sayInSession(
      raised,
      "Twenty minutes per nurse, on shift, nights too, and our trainer covers the bed.",
      9_000,
    );
    expect(met).toMatchObject({ state: "closed", ending: "won" });
  });
});

describe("levels", () => {
  it("make the customer easier or harder from the start", () => {
    const at = (level: -1 | 1) =>
      toPlan(library, { scenario: "pumps-night-shift", language: "en", level }).persona.mood
        .patience;
    expect(at(-1)).toBeGreaterThan(plan.persona.mood.patience);
    expect(at(1)).toBeLessThan(plan.persona.mood.patience);
  });
});

describe("a report", () => {
  it("shows the best and the worst moment with better lines, one check to keep and one to change", () => {
    let session = begun();
    const lines = [
      "What happened at the last rollout on your unit?",
      "Don't worry, our pump is the best on the market.",
      "Trust me, everyone loves it.",
    ];
    for (const [index, line] of lines.entries())
      session = sayInSession(session, line, index * 9_000 + 9_000);
    const report = reportSession(session);
    expect(report.best).toMatchObject({ quote: lines[0], reaction: "reveal" });
    expect(report.worst?.quote).toBe(lines[1]);
    expect(report.worst?.better.length).toBeGreaterThan(0);
    expect(report.keep).toMatchObject({ passed: true });
    expect(report.change).toMatchObject({ passed: false });
    expect(reportSession(stored(session))).toEqual(report);
  });
});
