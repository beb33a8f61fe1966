// Plays a quarter through the real product: its jobs, gate, rules and outbox, with a clock that jumps to what comes next.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { switchOnPresets } from "../../src/commands/write/switch-on-presets.ts";
import { dayMs, minuteMs } from "../../src/core/durations.ts";
import { idPrefixes, type NewId } from "../../src/core/ids.ts";
import { scheduleAssignment } from "../../src/core/leads/assigning/schedule-assignment.ts";
import type { Language } from "../../src/core/model.ts";
import type { Workdays } from "../../src/core/people/working-time.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";
import { createSample } from "../../src/sample/create-sample.ts";
import { loadSample } from "../../src/sample/load-sample.ts";
import { createRandom } from "../../src/sample/random.ts";
import { nextJobAt } from "../../src/store/jobs.ts";
import { openTraining } from "../../src/wiring/training.ts";
import { createAgenda } from "./agenda.ts";
import { type Crowd, willLook } from "./crowd.ts";
import { openInbox } from "./inbox.ts";
import type { Member, Message } from "./messages.ts";
import { type ComingLead, planQuarter, type QuarterPlan, type Span } from "./plan.ts";
import { endDeal, fromCrm, stuckAfterMs, workLead } from "./reps-work.ts";

/** What came of a quarter, to be measured. */
export type Played = {
  members: Member[];
  messages: Message[];
  taps: { personId: string; at: number }[];
  /** Everything that asked for attention, whether or not it became a message. */
  offered: { personId: string; at: number }[];
  /** Leads each rep accepted, and how many places they have. */
  shares: { repId: string; language: Language; leads: number; capacity: number }[];
  /** Leads that were stuck at the end of some day. */
  stuck: string[];
  leads: { came: number; accepted: number; pooled: number; open: number };
  workdays: Workdays;
};

/** What happens within so long is dealt with together, as by people who look every few minutes. */
const stepMs = 10 * minuteMs;

export async function playQuarter(span: Span, note: (line: string) => void): Promise<Played> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-quarter-"));
  const clock = { now: span.from };
  const log = createLog({ level: "error" });
  const training = openTraining({ dataDir, log });
  try {
    await training.reload();
    const ringside = await openRingside({
      ...{ dataDir, log, clock: () => clock.now, newId: countingIds(), training },
    });
    try {
      return await play({ ringside, span, clock, note });
    } finally {
      await ringside.close();
    }
  } finally {
    training.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Ids in the order they were made, so that the same seed gives the same quarter. */
function countingIds(): NewId {
  let count = 0;
  return (kind) => {
    count += 1;
    return `${idPrefixes[kind]}_${String(count).padStart(10, "0")}`;
  };
}

type Playing = {
  ringside: Ringside;
  span: Span;
  clock: { now: number };
  note: (line: string) => void;
};

async function play({ ringside, span, clock, note }: Playing): Promise<Played> {
  const { crowd, plan } = await begin(ringside, span);
  const { agenda, inbox } = crowd;
  const stuck: string[] = [];
  const endsAt = span.from + span.days * dayMs;
  for (let day = 1; day <= span.days; day += 1) {
    agenda.add(span.from + day * dayMs - 1, async () => {
      stuck.push(...(await stuckLeads(ringside)));
      if (day % 10 === 0) note(`day ${day}: ${inbox.messages.length} messages …`);
    });
  }
  const soonest = async () =>
    Math.min(agenda.nextAt() ?? endsAt, (await nextJobAt(ringside.records)) ?? endsAt, endsAt);
  for (let at = await soonest(); at < endsAt; at = await soonest()) {
    clock.now = Math.max(clock.now, Math.ceil(at / stepMs) * stepMs);
    await settle(crowd);
    const due = agenda.takeDue(clock.now);
    for (const happen of due) await happen();
    if (due.length > 0) await settle(crowd);
  }
  return toPlayed(crowd, { plan, stuck });
}

/** The sample team as it stands, its rules on, and the quarter on the agenda. */
async function begin(ringside: Ringside, span: Span): Promise<{ crowd: Crowd; plan: QuarterPlan }> {
  const { records, gate, events, clock } = ringside;
  const sample = createSample({ now: span.from, seed: span.seed });
  await switchOnPresets({ store: records, clock });
  await loadSample(sample, { store: records, gate, events });
  const plan = planQuarter(span);
  const sellers = sample.people.filter(({ role }) => role === "rep" || role === "manager");
  const members = new Map(sellers.map((person) => [person.id, person]));
  const coming = new Map(plan.leads.map((one) => [one.lead.id, one]));
  const random = createRandom(span.seed, "crowd");
  const crowd: Crowd = {
    ...{ ringside, agenda: createAgenda(), random, members, taps: [] },
    inbox: openInbox(ringside, sellers),
    async onAccepted(assignmentId) {
      const assignment = await records.read.assignments.get(assignmentId);
      const lead = coming.get(assignment?.leadId ?? "");
      if (assignment?.state === "accepted" && lead) workLead(crowd, lead, assignment.repId);
    },
  };
  fillAgenda(crowd, plan);
  return { crowd, plan };
}

function fillAgenda(crowd: Crowd, plan: QuarterPlan): void {
  const { agenda, ringside } = crowd;
  for (const coming of plan.leads) agenda.add(coming.lead.createdAt, () => arrive(crowd, coming));
  for (const touch of plan.touches) {
    agenda.add(touch.at, async () => void (await ringside.events.append([touch])));
  }
  for (const { dealId, at, isWon } of plan.endings) {
    agenda.add(at, () => endDeal(crowd, dealId, isWon));
  }
}

async function arrive(crowd: Crowd, { lead: { id, ...set } }: ComingLead): Promise<void> {
  await fromCrm(crowd, [{ kind: "lead", id, create: true, set }]);
  await crowd.ringside.records.write(async (unit) => scheduleAssignment(unit, [id], id));
}

/** Everything due happens; whoever got something new will look at it. */
async function settle(crowd: Crowd): Promise<void> {
  await crowd.ringside.drain();
  for (const message of await crowd.inbox.settle()) willLook(crowd, message);
}

/** Leads nobody has for longer than it takes them to reach the pool, and offers past their deadline. */
async function stuckLeads({ records: { read }, clock }: Ringside): Promise<string[]> {
  const unowned = await read.leads.find({
    ...{ status: "new", ownerId: null },
    updatedAt: { lte: clock() - stuckAfterMs },
  });
  const offers = await read.assignments.find({ state: "offered" });
  const late = offers.filter(
    ({ deadlineAt }) => deadlineAt !== null && deadlineAt < clock() - 60 * minuteMs,
  );
  return [...unowned.map(({ id }) => id), ...late.map(({ leadId }) => leadId)];
}

type Ended = { plan: QuarterPlan; stuck: string[] };

async function toPlayed(crowd: Crowd, { plan, stuck }: Ended): Promise<Played> {
  const { ringside, members, inbox, taps } = crowd;
  const { read } = ringside.records;
  const nudges = await read.nudges.find({});
  const ids = new Set(plan.leads.map(({ lead }) => lead.id));
  const accepted = (await read.assignments.find({ state: "accepted" })).filter(({ leadId }) =>
    ids.has(leadId),
  );
  const leads = (await read.leads.find({})).filter(({ id }) => ids.has(id));
  const sellers = [...members.values()];
  const people = await read.people.find({ role: "rep" });
  return {
    ...{ members: sellers, messages: inbox.messages, taps, stuck },
    offered: nudges.map(({ personId, createdAt }) => ({ personId, at: createdAt })),
    shares: people.map(({ id, language, capacity }) => ({
      ...{ repId: id, language, capacity },
      leads: accepted.filter(({ repId }) => repId === id).length,
    })),
    leads: {
      ...{ came: leads.length, accepted: accepted.length },
      pooled: leads.filter(({ status }) => status === "pool").length,
      open: leads.filter(({ status }) => status === "new" || status === "offered").length,
    },
    workdays: ringside.workdays,
  };
}
