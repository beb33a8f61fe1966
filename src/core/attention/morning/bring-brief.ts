// The morning brief: by itself at its manager's hour, and whenever they ask.
import { text } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { readClock, sayClock } from "../../people/clock-words.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { Nudge } from "../nudge.ts";
import { isPractising } from "../offer-nudge.ts";
import { setDelivery } from "../preferences.ts";
import { takeWaiting } from "../send-digest.ts";
import { type Brief, type BriefServices, gatherBrief, isQuiet } from "./brief.ts";
import { briefCard } from "./brief-card.ts";
import { isCovered } from "./covered.ts";
import { type RoutinePayload, routineJobs, scheduleNext, whoseTurn } from "./plan-day.ts";
import { minutesOf, setMinutes } from "./routine.ts";

/** Lines of what could wait. */
const mostWaiting = 5;
/** A practice lasts five minutes. */
const laterMs = 10 * 60_000;
/** A morning, as hours somebody may choose. */
const [earliest, latest] = [5 * 60, 13 * 60];

/** The job: one card a working day, and none when there is nothing to say. */
export async function bringBrief(
  payload: RoutinePayload,
  services: BriefServices,
): Promise<(unit: Unit) => Promise<void>> {
  const known = await services.store.read.people.get(payload.personId);
  if (known?.role !== "manager") return async () => {};
  const brief = await gatherBrief(services, known);
  return async (unit) => {
    const person = await whoseTurn(unit, payload, "morning_brief");
    const key = `morning:${payload.personId}:${payload.day}`;
    const [before] = await unit.nudges.find({ personId: payload.personId, cardKey: key });
    if (!person || before) return;
    if (await isPractising(unit, person)) return bringLater(unit, payload);
    const card = await takeBrief(unit, person, { brief, key, isAsked: false });
    if (!card) return;
    unit.post({ to: person.id, card });
    // Kept beside the other unsolicited cards, and outside the budget, as the digest is.
    const kept: Nudge = {
      ...{ id: unit.newId("nudge"), personId: person.id, kind: "morning_brief", value: 1 },
      ...{ cardKey: key, card, state: "digested", createdAt: unit.now, sentAt: unit.now },
      actedAt: null,
    };
    await unit.nudges.put(kept);
  };
}

/** "morning brief", "晨报 8:30": now, or from now on at that hour; "off" and "on" as `mute` does. */
export async function askBrief(
  services: BriefServices,
  person: Person,
  words: string,
): Promise<Effect> {
  if (person.role !== "manager") throw new Refused("forbidden", "Only managers have a brief.");
  const said = words.normalize("NFKC").trim().toLowerCase();
  if (said) return settleBrief(services, person, said);
  const brief = await gatherBrief(services, person);
  return async (unit) => {
    const key = `morning:${unit.newId("message")}`;
    const card = await takeBrief(unit, person, { brief, key, isAsked: true });
    if (card) unit.post({ to: person.id, card });
    return {};
  };
}

/** What was asked for is answered, however little there is; what was not comes only with something in it. */
async function takeBrief(
  unit: Unit,
  person: Person,
  { brief, key, isAsked }: { brief: Brief; key: string; isAsked: boolean },
) {
  const taken = await takeWaiting(unit, person, { most: mostWaiting, isSaid: isCovered });
  const isEmpty = isQuiet(brief) && taken.shown.length === 0;
  if (isEmpty && !isAsked) return undefined;
  return briefCard(unit, { person, brief, taken, key, now: unit.now });
}

function bringLater(unit: Unit, payload: RoutinePayload): void {
  const kind = routineJobs.morning_brief;
  const runAt = unit.now + laterMs;
  unit.schedule({ kind, key: `${kind}:${payload.personId}:later:${runAt}`, runAt, payload });
}

function settleBrief({ workdays }: BriefServices, person: Person, said: string): Effect {
  const { morning } = readingOf(person).texts.reports;
  const kind = "morning_brief";
  if (/^(?:off|stop|关闭?|停止?|取消|不要了?)$/.test(said))
    return async (unit) => {
      await setDelivery(unit, person, { kind, delivery: "mute" });
      return answer(unit, person, morning.off);
    };
  const isOn = /^(?:on|开启?|打开)$/.test(said);
  const minutes = readClock(said);
  return async (unit) => {
    const chosen = isOn ? await minutesOf(unit, person, kind) : minutes;
    if (chosen === undefined)
      return answer(unit, person, morning.unknown({ words: said.slice(0, 60) }));
    if (chosen < earliest || chosen > latest) return answer(unit, person, morning.outside);
    await setDelivery(unit, person, { kind, delivery: "push" });
    await setMinutes(unit, person, { kind, minutes: chosen });
    await scheduleNext(unit, workdays, { person, kind });
    return answer(unit, person, morning.at({ time: sayClock(chosen) }));
  };
}

function answer(unit: Unit, person: Person, words: string) {
  const { kinds } = readingOf(person).texts.attention;
  const title = kinds.morning_brief ?? "";
  const key = `morning_set:${unit.newId("message")}`;
  const blocks = [{ t: "text" as const, text: [text(words)] }];
  unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
  return {};
}
