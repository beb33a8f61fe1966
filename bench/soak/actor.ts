// One person of the soak: says, presses and looks as a person would, and remembers what was acknowledged.
import { setTimeout } from "node:timers/promises";
import type { Random } from "../../src/sample/random.ts";
import type { Courier } from "./courier.ts";
import type { OpenForm, Place, Shown, Spot } from "./place.ts";
import type { Doing, Member } from "./wire.ts";

export type Actor = {
  member: Member;
  random: Random;
  /** Resolves once it was acknowledged. */
  says(words: string, about?: About): Promise<void>;
  /** Presses, again if nobody answered, as people do; returns the id of the press that was acknowledged. */
  presses(spot: Spot, about: About): Promise<string>;
  fills(pressId: string, values: Record<string, string>, about: About): Promise<void>;
  /** The first message that `find` takes, looked for as long as a person is patient. */
  sees<Found>(find: Find<Found>, options?: { under?: string; what: string }): Promise<Found>;
  /** What is there now. */
  looks<Found>(find: Find<Found>): Promise<Found | undefined>;
  /** Messages they have answered, and do not answer otherwise later. */
  answered: Set<string>;
  pauses(least: number, most: number): Promise<void>;
  nextMark(): string;
};
/** In whose thread it is, what it is to the account, words nobody else said, the button it belongs to. */
type About = { under?: string; what?: string; mark?: string; ref?: string };
type Find<Found> = (messages: Shown[]) => Found | undefined;

/** What was waited for did not come; the account says whether it was lost. */
export class InVain extends Error {}

export type ActorParts = {
  place: Place;
  member: Member;
  courier: Courier;
  random: Random;
  doings: Doing[];
  number: number;
};

/** Of so many things said one is delivered twice at once. */
const twice = 0.05;
const lookEveryMs = 1_000;
/** Longer than the bot is ever dead, and than what waits for its pace. */
const patienceMs = 90_000;
const mostPresses = 120;

export function createActor({ place, member, courier, random, doings, number }: ActorParts): Actor {
  const { user, personId } = member;
  const { name: where } = place.platform;
  let said = 0;
  const note = (doing: Omit<Doing, "platform" | "user" | "personId">) => {
    doings.push({ ...doing, platform: where, user, personId });
  };
  const sees = async <Found>(find: Find<Found>, { under = "", what = "" } = {}) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; await setTimeout(lookEveryMs)) {
      const found = find(await place.shows(user, under || undefined));
      if (found !== undefined) return found;
    }
    throw new InVain(what);
  };
  return {
    ...{ member, random, sees, answered: new Set() },
    async says(words, { under, what = words, ...about } = {}) {
      said += 1;
      const id = `${number}x${said}x${where.replaceAll(" ", "")}`;
      const deliver = place.say(user, { words, id, under });
      const deliveries = [courier.bring({ kind: "say", where }, deliver)];
      if (random.chance(twice))
        deliveries.push(courier.tryOnce({ kind: "say again", where }, deliver));
      const [isTaken] = await Promise.all(deliveries);
      if (!isTaken) throw new InVain("an acknowledgement");
      note({ kind: "say", eventId: id, what, ...about });
    },
    async presses(spot, { what = "", ...about }) {
      for (let tries = 1; tries <= mostPresses; tries += 1) {
        const id = await place.newPressId(user);
        if (await courier.tryOnce({ kind: "press", where }, place.press(user, spot, id))) {
          note({ kind: "press", eventId: id, what, ...about, ref: spot.ref, tries });
          return id;
        }
        await setTimeout(lookEveryMs);
      }
      throw new InVain("an acknowledgement");
    },
    async fills(pressId, values, { what = "", ...about }) {
      const form = await openForm(place, user, pressId);
      const id = await place.newPressId(user);
      const isTaken = await courier.bring({ kind: "submit", where }, form.submit(values, id));
      if (!isTaken) throw new InVain("an acknowledgement");
      note({ kind: "submit", eventId: id, what, ...about });
    },
    looks: async (find) => find(await place.shows(user)),
    pauses: (least, most) => setTimeout(random.between(least, most)),
    // Looked for by its letters: none stands within another.
    nextMark: () => `q${number}x${said + 1}z`,
  };
}

async function openForm(place: Place, user: string, pressId: string): Promise<OpenForm> {
  for (let time = 0; time < 5; time += 1) {
    const form = await place.openedBy(user, pressId);
    if (form) return form;
    await setTimeout(lookEveryMs);
  }
  // Killed between the acknowledgement and the form: the person presses again another time.
  throw new InVain("a form");
}
