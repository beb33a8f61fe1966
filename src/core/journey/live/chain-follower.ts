// The consumer that follows touches: each batch goes through the rules in force, and matches become actions in the
// transaction that moves the position on. What is half finished lives in memory and is rebuilt from the log: from what was
// saved last, or from its beginning. A match found again is known by its key, so that none is lost and none comes twice.
import { hourMs } from "../../durations.ts";
import type { Touch } from "../../model.ts";
import type { Clock, EventLog, Reader, Unit } from "../../ports.ts";
import { isAutomated } from "../automated.ts";
import {
  type Arrivals,
  type ArrivalsState,
  type Arrived,
  createArrivals,
} from "../chains/arrivals.ts";
import type { ChainMatch } from "../chains/engine.ts";
import { type RuleInForce, rulesInForce, rulesSignature } from "../rules-in-force.ts";
import { type Followed, joinVisitor, newlyLinked, noteJoined } from "./join-visitors.ts";
import type { TouchReads } from "./touches-of-customer.ts";
import { customersBy, lookUp, nobodyKnown, type WhoIsWho } from "./who-is-who.ts";

/** A touch at its place in the log; without one, only time has passed. */
export type LogEntry = { position: number; touch?: Touch };

/** What is half finished, as of a position. */
export type SavedChains = Followed & { position: number; arrivals: ArrivalsState };

/** Where it is kept between runs; losing it costs time, nothing else. */
export interface ChainMemory {
  load(): Promise<SavedChains | undefined>;
  save(saved: SavedChains): Promise<void>;
}

/** A match of a rule in force, and matches that something late undid. */
export type Outcome = { matches: Matched[]; withdrawn: Matched[] };
export type Matched = { inForce: RuleInForce; match: ChainMatch };

export type FollowerOptions = {
  read: Reader;
  events: EventLog;
  clock: Clock;
  memory: ChainMemory;
  /** The position up to which it is known who is who: what comes after waits. By default everything is known. */
  knownTo?: () => Promise<number>;
  /** What to write for what was found; undefined for nothing. */
  onFound(outcome: Outcome): Promise<((unit: Unit) => Promise<void>) | undefined>;
  /** Touches after which what is half finished is saved. */
  saveEvery?: number;
};

export type ChainFollower = {
  read(position: number, limit: number): Promise<LogEntry[]>;
  handle(entries: LogEntry[]): Promise<((unit: Unit) => Promise<void>) | undefined>;
  /** Saves what is half finished, as of the last position that was committed. */
  save(): Promise<void>;
};

type Live = Followed & {
  position: number;
  /** The rules as they were when they were last asked for. */
  signature: string;
  askedAt: number;
  inForce: Map<string, RuleInForce>;
  arrivals: Arrivals;
  who: WhoIsWho;
  /** Touches taken with somebody's history, before their turn: by id, when they arrived. */
  early: Map<string, number>;
  /** Found while rebuilding; the next batch hands them on. */
  found: Arrived[];
  unsaved: number;
  /** More is waiting in the log than was read: its clock is not the present yet. */
  isBehind: boolean;
};

const rebuildBatch = 2_000;
/** A change of rules is followed within this time: asking for all of them before each of many batches would cost more. */
const askAgainMs = 200;
const keptEarlyMs = 2 * hourMs;

export function createChainFollower(options: FollowerOptions): ChainFollower {
  const { memory, saveEvery = 100_000, knownTo = async () => Number.POSITIVE_INFINITY } = options;
  let live: Live | undefined;
  let committed = -1;
  const save = async (): Promise<void> => {
    if (!live || live.position !== committed || live.unsaved === 0) return;
    const { position, linkedTo, joined, arrivals } = live;
    live.unsaved = 0;
    await memory.save({ position, linkedTo, joined, arrivals: arrivals.save() });
  };
  return {
    save,
    async read(position, limit) {
      // Something between the two failed: the database says how far it really came.
      if (live?.position !== position) live = await rebuild(options, position);
      committed = position;
      if (live.unsaved >= saveEvery) await save();
      const upTo = await knownTo();
      const waiting = await options.events.after(position, limit);
      const entries = waiting.filter((entry) => entry.position <= upTo);
      live.isBehind = waiting.length === limit || entries.length < waiting.length;
      return entries.length > 0 ? entries : [{ position }];
    },
    async handle(entries) {
      if (!live) throw new Error("The chains were handed a batch that they did not read.");
      const { found } = live;
      live.found = [];
      found.push(await advance(live, options, entries));
      return options.onFound(toOutcome(live, found));
    },
  };
}

/** Starts from what was saved; from the beginning where nothing was, or nothing that can be read. */
async function rebuild(options: FollowerOptions, target: number): Promise<Live> {
  const { events, memory } = options;
  const saved = await memory.load();
  const usable = saved && saved.position <= target ? saved : undefined;
  const live = await start(options, usable);
  while (live.position < target) {
    const entries = (await events.after(live.position, rebuildBatch)).filter(
      ({ position }) => position <= target,
    );
    live.isBehind = true;
    if (entries.length > 0) live.found.push(await advance(live, options, entries));
    if (entries.length < rebuildBatch) live.position = target;
  }
  return live;
}

async function start({ read }: FollowerOptions, saved: SavedChains | undefined): Promise<Live> {
  const signature = await rulesSignature(read);
  const inForce = await rulesInForce(read);
  const rules = inForce.map(({ rule }) => rule);
  const who = nobodyKnown();
  const customerOf = customersBy(who);
  const begin = (from?: ArrivalsState) => createArrivals(rules, { customerOf, from });
  const fresh = { position: 0, linkedTo: 0, joined: new Map<string, string>() };
  const rest = {
    ...{ signature, who, inForce: byRule(inForce), early: new Map<string, number>() },
    ...{ found: [], unsaved: 0, isBehind: false, askedAt: 0 },
  };
  if (saved) {
    try {
      return { ...rest, ...saved, arrivals: begin(saved.arrivals) };
    } catch {
      // Of another version: the log has everything.
    }
  }
  return { ...rest, ...fresh, arrivals: begin() };
}

const byRule = (inForce: readonly RuleInForce[]) =>
  new Map(inForce.map((each) => [each.rule.id, each]));

/** Takes one batch: first the rules as they are now, then who became whom, then what happened, then the time. */
async function advance(
  live: Live,
  options: FollowerOptions,
  entries: readonly LogEntry[],
): Promise<Arrived> {
  await followRules(live, options);
  const touches = entries.flatMap(({ touch }) => (touch ? [touch] : []));
  const clock = live.isBehind ? (touches.at(-1)?.receivedAt ?? 0) : options.clock();
  const all: Arrived = { matches: [], withdrawn: [], late: [] };
  const { read, events } = options;
  await joinLinked(live, { read, events, now: clock }, all);
  const fresh = touches.filter((touch) => !live.early.delete(touch.id) && !isAutomated(touch));
  await lookUp(live.who, fresh, options.read);
  addTo(all, live.arrivals.take(fresh, clock));
  live.position = entries.at(-1)?.position ?? live.position;
  live.unsaved += touches.length;
  return all;
}

/** Rules switched on, off or changed since: the unchanged keep what they have half finished. */
async function followRules(live: Live, { read, clock }: FollowerOptions): Promise<void> {
  const sinceMs = clock() - live.askedAt;
  if (sinceMs > 0 && sinceMs < askAgainMs) return;
  live.askedAt = clock();
  const signature = await rulesSignature(read);
  if (signature === live.signature) return;
  const inForce = await rulesInForce(read);
  const rules = inForce.map(({ rule }) => rule);
  const from = live.arrivals.save();
  live.arrivals = createArrivals(rules, { customerOf: customersBy(live.who), from });
  Object.assign(live, { signature, inForce: byRule(inForce) });
}

type Looking = TouchReads & { now: number };

async function joinLinked(live: Live, looking: Looking, all: Arrived): Promise<void> {
  const { now } = looking;
  const rules = [...live.inForce.values()].map(({ rule }) => rule);
  for (const visitor of await newlyLinked(live, looking)) {
    const { arrivals, who } = live;
    const joined = await joinVisitor(visitor, { ...looking, arrivals, who, rules });
    noteJoined(live, visitor);
    addTo(all, joined);
    // What lies ahead in the log comes once more; what lies behind does not.
    for (const { id, receivedAt } of joined.taken) {
      if (receivedAt > now - keptEarlyMs) live.early.set(id, receivedAt);
    }
  }
  for (const [id, receivedAt] of live.early) {
    if (receivedAt < now - keptEarlyMs) live.early.delete(id);
  }
}

function addTo(all: Arrived, { matches, withdrawn }: Arrived): void {
  all.matches.push(...matches);
  all.withdrawn.push(...withdrawn);
}

/** What acts: of rules in force, since they are. Withdrawn ones matter where they were found. */
function toOutcome({ inForce }: Live, found: readonly Arrived[]): Outcome {
  const pick = (matches: readonly ChainMatch[]) =>
    matches.flatMap((match): Matched[] => {
      const rule = inForce.get(match.rule.id);
      return rule && match.at >= rule.activatedAt ? [{ inForce: rule, match }] : [];
    });
  return {
    matches: pick(found.flatMap(({ matches }) => matches)),
    withdrawn: pick(found.flatMap(({ withdrawn }) => withdrawn)),
  };
}
