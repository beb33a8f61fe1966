// Several apps of one platform as one surface, plugged in and taken out while everything runs.
import { Refused, RetryLater } from "../core/errors.ts";
import type { Surface } from "../core/model.ts";
import type { ChatAdapter, ChatSurface, TaskBook } from "./adapter.ts";

export type Switchboard = {
  /** One per platform that has a connection, whatever became of it: a live list. */
  surfaces: ChatSurface[];
  /** The same by platform, for the sender: live too. */
  adapters: Partial<Record<Surface, ChatAdapter>>;
  /** Adds a connection, and returns it. */
  plug(id: string, surface: ChatSurface): ChatSurface;
  /** Stops a connection and takes it out. */
  unplug(id: string): Promise<void>;
  plugged(id: string): ChatSurface | undefined;
};

/** A connection nobody knows of while another is down may be that one's: so much later is time enough to ask again. */
const awayMs = 60_000;

export function createSwitchboard(): Switchboard {
  const surfaces: ChatSurface[] = [];
  const adapters: Switchboard["adapters"] = {};
  const plugged = new Map<string, ChatSurface>();
  const of = (name: Surface) =>
    [...plugged.values()].filter(({ adapter }) => adapter.surface === name);

  return {
    surfaces,
    adapters,
    plugged: (id) => plugged.get(id),
    plug(id, surface) {
      plugged.set(id, surface);
      const { surface: name } = surface.adapter;
      if (adapters[name]) return surface;
      const platform = createPlatform(surface, () => of(name));
      surfaces.push(platform);
      adapters[name] = platform.adapter;
      return surface;
    },
    async unplug(id) {
      const surface = plugged.get(id);
      plugged.delete(id);
      await surface?.stop();
      const name = surface?.adapter.surface;
      if (!name || of(name).length > 0) return;
      delete adapters[name];
      surfaces.splice(
        surfaces.findIndex(({ adapter }) => adapter.surface === name),
        1,
      );
    },
  };
}

/** `model` is any of them: what it says of its platform holds for all. */
function createPlatform({ adapter: model }: ChatSurface, all: () => ChatSurface[]): ChatSurface {
  const adapters = () => all().map(({ adapter }) => adapter);
  return {
    adapter: {
      ...model,
      send: (to, card, key) => ask(all(), ({ send }) => send(to, card, key)),
      update: (ref, card) => ask(all(), ({ update }) => update(ref, card)),
      ...(model.find ? { find: (to, key) => ask(all(), async ({ find }) => find?.(to, key)) } : {}),
      ...(model.tasks ? { tasks: askForTasks(all) } : {}),
      whoIs: (address) => ask(all(), ({ whoIs }) => whoIs(address)),
      async findAccount(person) {
        for (const one of adapters()) {
          const found = await one.findAccount(person);
          if (found) return found;
        }
        return undefined;
      },
    },
    async start() {
      await Promise.all(all().map((one) => one.start()));
    },
    async stop() {
      await Promise.allSettled(all().map((one) => one.stop()));
    },
    state: () => stateOf(all()),
    fetch: (request) => fetchFrom(all(), request),
  };
}

function askForTasks(all: () => ChatSurface[]): TaskBook {
  const askBook = <Answer>(call: (book: TaskBook) => Promise<Answer>) =>
    ask(all(), async ({ tasks }) => {
      if (tasks) return call(tasks);
      throw new Refused("tasks.nowhere", "This platform has no task lists.");
    });
  return {
    add: (to, content, key) => askBook((book) => book.add(to, content, key)),
    change: (place, content) => askBook((book) => book.change(place, content)),
    remove: (place) => askBook((book) => book.remove(place)),
    read: (place) => askBook((book) => book.read(place)),
  };
}

/** Asks each until one knows the connection that is asked about. */
async function ask<Answer>(
  all: ChatSurface[],
  call: (adapter: ChatSurface["adapter"]) => Promise<Answer>,
): Promise<Answer> {
  let unknown: Refused | undefined;
  for (const { adapter } of all) {
    try {
      return await call(adapter);
    } catch (error) {
      if (!isUnknown(error)) throw error;
      unknown = error;
    }
  }
  const down = all.map((one) => one.state()).find(({ ok }) => !ok);
  if (down) throw new RetryLater(down.why, { afterMs: awayMs });
  throw unknown ?? new Refused("chat.not-connected", "Nothing is connected there any more.");
}

/** What an adapter says of a connection that is none of its own. */
function isUnknown(error: unknown): error is Refused {
  return error instanceof Refused && /\.unknown-(workspace|connection)$/.test(error.code);
}

/** While one works there is a way in and out; the sentence names every one. */
function stateOf(all: ChatSurface[]): { ok: boolean; why: string } {
  const states = all.map((one) => one.state());
  return { ok: states.some(({ ok }) => ok), why: states.map(({ why }) => why).join("; ") };
}

/** The one whose secret signed a request takes it. */
async function fetchFrom(all: ChatSurface[], request: Request): Promise<Response> {
  const takers = all.flatMap(({ fetch }) => fetch ?? []);
  let answer = new Response(null, { status: 404 });
  for (const [index, take] of takers.entries()) {
    const isLast = index === takers.length - 1;
    answer = await take(isLast ? request : request.clone());
    // 401: another app's signature; 403: this app's, but of another workspace or app.
    if (answer.status !== 401 && answer.status !== 403) return answer;
  }
  return answer;
}
