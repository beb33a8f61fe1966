// The people of the soak, each living their day beside the others until it is over.
import { createRandom, type Random } from "../../src/sample/random.ts";
import { type Actor, createActor, InVain } from "./actor.ts";
import type { Courier } from "./courier.ts";
import { type Habit, managerHabits, repHabits, weekly } from "./habits.ts";
import type { Place } from "./place.ts";
import type { Doing, Member } from "./wire.ts";

export type Day = {
  places: Place[];
  members: Member[];
  courier: Courier;
  doings: Doing[];
  gaveUp: Record<string, number>;
  seed: number;
  isOver(): boolean;
};

/** Everybody begins within so long. */
const startMs = 8_000;
/** Between two things somebody does. */
const restMs = { least: 3_000, most: 10_000 };

/** Resolves when everybody has finished what they were at when it was over. */
export async function liveDay(day: Day): Promise<void> {
  await Promise.all(day.members.map((member, number) => live(member, { ...day, number })));
}

async function live(member: Member, day: Day & { number: number }): Promise<void> {
  const { places, courier, doings, gaveUp, number } = day;
  const place = places.find(({ platform }) => platform.name === member.platform);
  if (!place) throw new Error(`There is no platform ${member.platform}.`);
  const random = createRandom(day.seed, `person ${number}`);
  const actor = createActor({ place, member, courier, random, doings, number });
  await actor.pauses(0, startMs);
  if (member.role === "manager") await tryTo(weekly, actor, gaveUp);
  while (!day.isOver()) {
    await tryTo(nextHabit(member, random), actor, gaveUp);
    if (!day.isOver()) await actor.pauses(restMs.least, restMs.most);
  }
}

function nextHabit({ role }: Member, random: Random): Habit {
  return random.pickWeighted(role === "rep" ? repHabits : managerHabits, ({ weight }) => weight);
}

async function tryTo(habit: Habit, actor: Actor, gaveUp: Day["gaveUp"]): Promise<void> {
  try {
    await habit.act(actor);
  } catch (error) {
    if (!(error instanceof InVain)) throw error;
    const what = `${habit.name}: ${error.message}`;
    gaveUp[what] = (gaveUp[what] ?? 0) + 1;
  }
}
