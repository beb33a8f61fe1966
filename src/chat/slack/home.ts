// The Home tab: published when somebody opens it, and again while they may be looking when something changed.
import { setTimeout } from "node:timers/promises";
import type { Card } from "../../core/card.ts";
import type { Language } from "../../core/model.ts";
import type { Clock } from "../../core/ports.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { SlackClient } from "./client.ts";
import { times } from "./limits.ts";
import { renderHome } from "./render/home.ts";
import type { Log } from "./transport/bolt-log.ts";
import { validateHome } from "./validate.ts";

/** Everybody's home in one workspace, by their Slack account. */
export type Homes = {
  /** Somebody looks at theirs. */
  opened(user: string): void;
  /** Something of theirs may have changed: shown soon, if they looked lately. */
  touched(user: string): void;
  stop(): void;
};

export type HomesOptions = {
  client: Pick<SlackClient, "publishHome">;
  clock: Clock;
  log: Log;
  languageOf(user: string): Promise<Language>;
  homeOf(user: string): Promise<Card[] | undefined>;
  everyMs?: number;
};

type Home = { openedAt: number; isStale: boolean; isBusy: boolean };

/** People whose homes are followed at once; beyond, the one opened longest ago is left as it is. */
const mostHomes = 10_000;

export function createHomes(options: HomesOptions): Homes {
  const { clock, everyMs = times.homeMs } = options;
  const homes = new Map<string, Home>();
  const stopping = new AbortController();

  /** Publishes until nothing has changed since, with a pause after each. */
  const follow = async (user: string, home: Home): Promise<void> => {
    home.isBusy = true;
    while (home.isStale && !stopping.signal.aborted) {
      home.isStale = false;
      await publish(user, options);
      const pause = { ref: false, signal: stopping.signal };
      await setTimeout(everyMs, undefined, pause).catch(() => {});
    }
    home.isBusy = false;
  };
  const show = (user: string, home: Home): void => {
    home.isStale = true;
    if (!home.isBusy) void follow(user, home);
  };

  return {
    opened(user) {
      const home = homes.get(user) ?? { openedAt: 0, isStale: false, isBusy: false };
      home.openedAt = clock();
      homes.delete(user);
      homes.set(user, home);
      if (homes.size > mostHomes) homes.delete(homes.keys().next().value ?? "");
      show(user, home);
    },
    touched(user) {
      const home = homes.get(user);
      if (home && clock() - home.openedAt <= times.homeWatchMs) show(user, home);
    },
    stop: () => stopping.abort(),
  };
}

/** A home that cannot be shown now stays as it was; it is asked for again when it is opened again. */
async function publish(user: string, { client, log, ...options }: HomesOptions): Promise<void> {
  try {
    const cards = await options.homeOf(user);
    const view = renderHome(cards, textsFor(await options.languageOf(user)));
    const problems = validateHome(view);
    if (problems.length > 0) log.error({ problems: problems.slice(0, 5) }, "a home is not right");
    await client.publishHome(user, view);
  } catch (error) {
    log.warn({ err: error }, "the Home tab was not shown");
  }
}
