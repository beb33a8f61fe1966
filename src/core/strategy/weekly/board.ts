// "strategies": what was published, with its verdict and how many took it on; for managers, who submitted this week.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { latestEffect } from "../adoption/effect-lines.ts";
import { sayAction } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import type { LaterEffect, StoredVerdict, Strategy } from "../stored.ts";
import { isRegistered, weekOf } from "./own-week.ts";
import { verdictCard } from "./verdict-card.ts";
import { readWords, type Words } from "./vocabulary.ts";

const mostRows = 10;
type Line = {
  strategy: Strategy;
  verdict: StoredVerdict | undefined;
  author: string;
  taken: number;
};

/** The board. */
export async function showBoard(services: StrategyServices, person: Person): Promise<Effect> {
  const { read } = services.store;
  const order = { by: "createdAt", descending: true } as const;
  const published = await read.strategies.find({ state: "published" }, { limit: mostRows, order });
  const own = await read.strategies.find({ authorId: person.id }, { limit: mostRows, order });
  const mine = own.filter(({ state }) => state !== "published");
  const lines = await linesOf(read, published);
  const ownLines = await linesOf(read, mine);
  const words = await readWords(services, person);
  const week = await weekBlocks(read, person, services.clock());
  return async (unit) => {
    const reading = readingOf(person);
    const { board } = reading.texts.strategy;
    const key = `strategies:${unit.newId("message")}`;
    const rows = (some: Line[]) => some.map((line) => toRow(line, words, reading));
    const columns = [...board.columns];
    const openable = [...lines, ...ownLines.filter(({ verdict }) => verdict)];
    const card: Card = {
      ...{ key, title: board.title, tone: "info", summary: board.title },
      blocks: [
        lines.length > 0
          ? { t: "table", columns, rows: rows(lines), numeric: [4] }
          : sentence(board.none),
        ...(ownLines.length > 0
          ? [
              sentence(board.mine),
              { t: "table", columns, rows: rows(ownLines), numeric: [4] } as Block,
            ]
          : []),
        ...openButtons(unit, { openable, person, key }),
        ...week,
        ...(person.role === "manager" ? [note(board.hint)] : []),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

async function linesOf(read: Reader, strategies: readonly Strategy[]): Promise<Line[]> {
  const ids = strategies.map(({ id }) => id);
  const verdicts = await read.verdicts.find(
    { strategyId: ids },
    { order: { by: "at", descending: true } },
  );
  const adoptions = await read.adoptions.find({ strategyId: ids, retiredAt: null });
  const takenBy = groupBy(adoptions, ({ strategyId }) => strategyId);
  const people = await read.people.find({ id: strategies.map(({ authorId }) => authorId) });
  return strategies.map((strategy) => ({
    strategy,
    verdict: verdicts.find(({ strategyId }) => strategyId === strategy.id),
    author: people.find(({ id }) => id === strategy.authorId)?.name ?? "–",
    taken: takenBy.get(strategy.id)?.length ?? 0,
  }));
}

function toRow({ strategy, verdict, author, taken }: Line, words: Words, reading: Reading) {
  const { board, verdict: verdicts } = reading.texts.strategy;
  const { claim, state } = strategy;
  const said = verdict && state !== "registered" ? verdicts[verdict.code] : board.states[state];
  const what = claim ? sayAction(claim, words.names, reading) : "–";
  return [strategy.week, author, what, said ?? state, String(taken)].map((cell): Inline[] => [
    text(cell),
  ]);
}

type Opening = { openable: readonly Line[]; person: Person; key: string };

function openButtons(unit: Unit, { openable, person, key }: Opening): Block[] {
  const { board } = readingOf(person).texts.strategy;
  const actions = openable.map(({ strategy }, index): Action => {
    const params = { strategyId: strategy.id };
    const armed = { action: "strategy.open", params, personId: person.id, cardKey: key };
    return { id: "strategy.open", label: board.show({ number: index + 1 }), ref: unit.arm(armed) };
  });
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}

/** Who submitted, without what: a verdict is its author's to publish. */
async function weekBlocks(read: Reader, person: Person, now: number): Promise<Block[]> {
  if (person.role !== "manager") return [];
  const { board } = readingOf(person).texts.strategy;
  const managers = await read.people.find({ role: "manager", active: true });
  const week = weekOf(person, now);
  const all = await read.strategies.find({ week });
  const stateOf = new Map(all.map((one) => [one.authorId, one]));
  const names = (isMeant: (strategy: Strategy | undefined) => boolean) =>
    managers
      .filter(({ id }) => isMeant(stateOf.get(id)))
      .map(({ name }) => name)
      .join(", ");
  const said = names((one) => one !== undefined && isRegistered(one));
  const nothing = names((one) => one?.state === "nothing");
  const open = names((one) => !one || (!isRegistered(one) && one.state !== "nothing"));
  const lines = [
    board.week({ week }),
    ...(said ? [board.said({ names: said })] : []),
    ...(nothing ? [board.nothing({ names: nothing })] : []),
    ...(open ? [board.open({ names: open })] : []),
  ];
  return lines.map(sentence);
}

type Found = {
  strategy: Strategy;
  verdict: StoredVerdict;
  author: Person;
  /** The last look at what it changed since it was switched on. */
  later: LaterEffect | undefined;
};

/** A strategy this person may see. Throws NotFound otherwise: the two look the same from outside. */
export async function findStrategy(read: Reader, person: Person, id = ""): Promise<Found> {
  const strategy = await read.strategies.get(id);
  const [verdict] = await read.verdicts.find(
    { strategyId: id },
    { order: { by: "at", descending: true }, limit: 1 },
  );
  const author = await read.people.get(strategy?.authorId ?? "");
  const isOpen =
    strategy?.authorId === person.id ||
    may(person, "strategy.read", { published: isOut(strategy) }, createOrg([], []));
  if (strategy && verdict && author && isOpen) {
    return { strategy, verdict, author, later: await latestEffect(read, id) };
  }
  throw new NotFound("gone", `No strategy ${id.slice(0, 40)} for ${person.id}.`);
}

/** What was published stays readable once it is retired. */
function isOut(strategy: Strategy | undefined): boolean {
  return strategy?.state === "published" || strategy?.state === "retired";
}

/** Opens one. */
export async function openStrategy(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  const found = await findStrategy(services.store.read, person, params.strategyId);
  const words = await readWords(services, person);
  return async (unit) => {
    unit.post({ to: person.id, card: verdictCard(unit, { ...found, reader: person, words }) });
    return {};
  };
}
