// The card of what became of a strategy: who uses it and as what, what it changed since, and what it can become.
import { note, sentence as say } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { sayAction, sayClaim } from "../say-claim.ts";
import type { Adoption } from "../stored.ts";
import { laterLines, liftLine } from "./effect-lines.ts";
import { kindsFor, type Made } from "./kinds.ts";
import type { TeamUse, Use } from "./read-use.ts";

/** For one reader: managers get what they can switch. */
export function useCard(unit: Unit, reader: Person, use: Use): Card {
  const reading = readingOf(reader);
  const { strategyUse: words } = reading.texts;
  const { strategy, author } = use;
  const { claim } = strategy;
  const key = `strategy_use:${unit.newId("message")}`;
  const action = claim ? sayAction(claim, use.words.names, reading) : "";
  const title = words.title({ action });
  const day = reading.format.day(strategy.publishedAt ?? unit.now);
  return {
    ...{ key, title, tone: "info", summary: reading.texts.strategy.board.title },
    blocks: [
      ...(claim ? [say(sayClaim(claim, use.words.names, reading))] : []),
      note(words.credit({ author: author.name, day })),
      ...teamLines(use, reading).map(say),
      ...effectLines(use, reading).map(note),
      ...offerBlocks(unit, { reader, use, key }),
    ],
  };
}

function teamLines({ teams }: Use, { texts }: Reading): string[] {
  const { strategyUse: words } = texts;
  if (teams.length === 0) return [words.nobody];
  return teams.map(({ team, adoptions }: TeamUse) => {
    const people = new Set(adoptions.map(({ personId }) => personId)).size;
    const kinds = [...new Set(adoptions.map(({ becomes }) => becomes))];
    const made = kinds.flatMap((kind) => words.kinds[kind] ?? []).join(words.and);
    return words.team({ team: team?.name ?? words.noTeam, people, made });
  });
}

function effectLines({ strategy, later, lift, adoptions }: Use, reading: Reading): string[] {
  const said = laterLines(strategy, later, reading);
  const { never } = reading.texts.strategyUse.later;
  const waiting = adoptions.length > 0 ? [never] : [];
  return [...(said.length > 0 ? said : waiting), ...liftLine(lift, reading)];
}

type Offering = { reader: Person; use: Use; key: string };

/** What it is on as, with the way off; what else it can become, with the way to a preview. */
function offerBlocks(unit: Unit, offering: Offering): Block[] {
  const { reader, use } = offering;
  const made = use.adoptions.filter(({ becomes }) => becomes !== "habit");
  const isManager = reader.role === "manager" && use.strategy.state === "published";
  const free = isManager ? freeKinds(use, made) : [];
  const actions = [
    ...playButton(unit, offering),
    ...free.map((kind) => onButton(unit, offering, kind)),
    ...(isManager ? made.flatMap((one) => offButtons(unit, offering, one)) : []),
    ...retireButton(unit, offering),
  ];
  return [
    ...made.map((one) => note(onLine(one, offering))),
    ...(isManager ? [say(offerLine(offering, free))] : []),
    ...(actions.length > 0 ? [{ t: "actions", actions } satisfies Block] : []),
  ];
}

/** What it can still become: only what the data supports. */
function freeKinds({ strategy, verdict }: Use, made: readonly Adoption[]): Made[] {
  if (!strategy.claim || verdict.code !== "supported") return [];
  return kindsFor(strategy.claim).filter((kind) => !made.some(({ becomes }) => becomes === kind));
}

function offerLine({ reader, use }: Offering, free: readonly Made[]): string {
  const { strategyUse: words } = readingOf(reader).texts;
  if (use.verdict.code !== "supported") return words.onlySupported;
  const fits = use.strategy.claim ? kindsFor(use.strategy.claim) : [];
  if (fits.length === 0) return words.noneFits;
  return free.length > 0 ? words.offer : words.allOn;
}

function onLine({ becomes, personId, at }: Adoption, { reader, use }: Offering): string {
  const { texts, format } = readingOf(reader);
  const { strategyUse: words } = texts;
  const name = use.names.get(personId ?? "") ?? "–";
  return words.on({ kind: words.kinds[becomes] ?? becomes, name, day: format.day(at) });
}

type Arming = { action: string; label: string; params?: Record<string, string> };

function button(unit: Unit, { reader, use, key }: Offering, arming: Arming): Action {
  const { action, label, params = {} } = arming;
  const carried = { strategyId: use.strategy.id, ...params };
  const armed = { action, params: carried, personId: reader.id, cardKey: key };
  return { id: action, label, ref: unit.arm(armed) };
}

function onButton(unit: Unit, offering: Offering, kind: Made): Action {
  const { offers } = readingOf(offering.reader).texts.strategyUse;
  return button(unit, offering, { action: `strategy.on.${kind}`, label: offers[kind] ?? kind });
}

function offButtons(unit: Unit, offering: Offering, { id, becomes, targetId }: Adoption): Action[] {
  const { strategyUse: words } = readingOf(offering.reader).texts;
  const label = words.off({ kind: words.kinds[becomes] ?? becomes });
  const hold = { action: "rule.hold", label: words.later.hold, params: { ruleId: targetId } };
  return [
    button(unit, offering, { action: "strategy.off", label, params: { adoptionId: id } }),
    ...(becomes === "chain" ? [button(unit, offering, hold)] : []),
  ];
}

/** Whoever sells can play what is on as a scenario. */
function playButton(unit: Unit, offering: Offering): Action[] {
  const { reader, use } = offering;
  const isOn = use.adoptions.some(({ becomes }) => becomes === "scenario");
  const sells = reader.role === "rep" || reader.role === "manager";
  if (!isOn || !sells) return [];
  const label = readingOf(reader).texts.strategyUse.scenario.play;
  return [button(unit, offering, { action: "strategy.play", label })];
}

/** The author's alone: a strategy is withdrawn by whoever claimed it. */
function retireButton(unit: Unit, offering: Offering): Action[] {
  const { reader, use } = offering;
  if (use.strategy.authorId !== reader.id || use.strategy.state !== "published") return [];
  const label = readingOf(reader).texts.strategyUse.fading.retire;
  return [button(unit, offering, { action: "strategy.retire", label })];
}
