// The outside's process: the platforms, the people on them and the sources, none of which is ever killed. Started by fork.
import { type Courier, createCourier } from "./courier.ts";
import { liveDay } from "./day.ts";
import { startLarkPlace } from "./lark-place.ts";
import type { Place } from "./place.ts";
import { startSlackPlace } from "./slack-place.ts";
import { sendAll } from "./sources.ts";
import type { Answer, Ask, Asks, Doing, Ledger, Play } from "./wire.ts";

/** Once it is over, what still has no acknowledgement is brought again for so long. */
const lastChanceMs = 60_000;

let places: Place[] = [];
let aheadMs = 0;
let overAt: number | undefined;
let couriers: { chat: Courier; sources: Courier } | undefined;
let playing: Promise<Ledger> | undefined;

const clock = () => Date.now() + aheadMs;
const isOver = () => overAt !== undefined;
const lastAt = () => (overAt ?? Number.POSITIVE_INFINITY) + lastChanceMs;

async function prepare({ people, aheadMs: ahead }: Asks["prepare"]["ask"]) {
  aheadMs = ahead;
  const quarter = Math.floor(people / 4);
  const rest = people - 3 * quarter;
  places = [
    await startSlackPlace({ mode: "socket", people: rest, clock, team: "TSOAK00001" }),
    await startSlackPlace({ mode: "http", people: quarter, clock, team: "TSOAK00002" }),
    await startLarkPlace({ mode: "long", people: quarter, clock }),
    await startLarkPlace({ mode: "http", people: quarter, clock }),
  ];
  return places.map(({ platform }) => platform);
}

function begin(play: Play): null {
  const { base } = play;
  couriers = { chat: createCourier({ base, lastAt }), sources: createCourier({ base, lastAt }) };
  playing = runAll(play, couriers);
  // Whoever asks for the end hears of it.
  playing.catch(() => {});
  return null;
}

async function runAll(play: Play, { chat, sources }: NonNullable<typeof couriers>) {
  const doings: Doing[] = [];
  const gaveUp: Record<string, number> = {};
  const told = { touchIds: [], chains: {}, leads: [] };
  await Promise.all([
    liveDay({ ...play, places, courier: chat, doings, gaveUp, isOver }),
    sendAll({ ...play, courier: sources, told, clock, isOver }),
  ]);
  return { doings, gaveUp, told, acks: chat.acks, sourceAcks: sources.acks };
}

function tell(isUp: boolean): null {
  couriers?.chat.tell(isUp);
  couriers?.sources.tell(isUp);
  return null;
}

async function look() {
  const all = places.map(async (place) =>
    (await place.everything()).map((kept) => ({ platform: place.platform.name, ...kept })),
  );
  return (await Promise.all(all)).flat();
}

async function answer(asked: Ask): Promise<unknown> {
  switch (asked.name) {
    case "prepare":
      return prepare(asked.ask);
    case "begin":
      return begin(asked.ask);
    case "up":
      return tell(asked.ask.isUp);
    case "end":
      overAt = Date.now();
      return playing;
    case "look":
      return look();
  }
}

process.on("message", (asked: Ask) => {
  answer(asked).then(
    (result) => send({ id: asked.id, answer: result }),
    (error: unknown) => send({ id: asked.id, failed: String(error) }),
  );
});
// Nobody is left to ask.
process.on("disconnect", () => process.exit());

function send(message: Answer): void {
  process.send?.(message);
}
