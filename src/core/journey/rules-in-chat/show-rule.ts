// One rule: what it waits for in words, its sliders, how it fares, and for managers what they can do with it.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { saidTo, sayRule, saySlider } from "../rules/say-rule.ts";
import { readSlider } from "../rules/sliders.ts";
import { findRule, type KnownRule, ruleName } from "./known-rules.ts";
import {
  type Firing,
  firingOf,
  type Lift,
  leastForLift,
  liftOf,
  type Usefulness,
  usefulnessOf,
} from "./rule-use.ts";
import type { RuleServices } from "./services.ts";

/** Posts the rule as it stands now. */
export async function showRule(services: RuleServices, { person, params }: Ask): Promise<Effect> {
  const facts = await gatherRule(services, params.ruleId ?? "");
  return async (unit) => {
    const key = `rule:${unit.newId("message")}`;
    unit.post({ to: person.id, card: ruleCard(unit, { person, key, ...facts }) });
    return {};
  };
}

type Facts = {
  known: KnownRule;
  author: string | null;
  firing: Firing;
  use: Usefulness;
  lift: Lift | undefined;
};

async function gatherRule(services: RuleServices, ruleId: string): Promise<Facts> {
  const { store, ruleFiles, clock } = services;
  const { read } = store;
  const known = await findRule(read, ruleFiles, ruleId);
  const now = clock();
  const { authorId = null } = known.version ?? {};
  const author = authorId ? await read.people.get(authorId) : undefined;
  return {
    known,
    author: author?.name ?? null,
    firing: await firingOf(read, { ruleId, now }),
    use: await usefulnessOf(read, { ruleId }),
    lift: await liftOf({ read, events: services.events }, { ...known, now }),
  };
}

type Drawn = Facts & { person: Person; key: string };

function ruleCard(unit: Unit, drawn: Drawn): Card {
  const { known, person, key } = drawn;
  const { rule, state } = known;
  const reading = readingOf(person);
  const { states, card } = reading.texts.rules;
  const name = ruleName(rule, person);
  const about = saidTo(rule.about, reading);
  return {
    ...{ key, title: name, tone: state === "on" ? "good" : "info", tags: [states[state]] },
    summary: card.summary({ name, state: states[state] }),
    ...(name === rule.id ? {} : { subtitle: rule.id }),
    blocks: [
      ...sayRule(rule, reading).map(sentence),
      ...(about ? [note(about)] : []),
      { t: "fields", items: [...sliderItems(known, reading), ...factItems(drawn, reading)] },
      ...(person.role === "manager"
        ? [{ t: "actions" as const, actions: ruleActions(unit, drawn) }]
        : []),
    ],
  };
}

type Item = Extract<Block, { t: "fields" }>["items"][number];
const item = (label: string, value: string): Item => ({ label, value: [text(value)] });

function sliderItems({ rule, source }: KnownRule, reading: Reading): Item[] {
  return rule.sliders.flatMap((slider) => {
    const value = readSlider(slider, source);
    const label = saidTo(slider.label, reading) ?? slider.id;
    return value === undefined ? [] : [item(label, saySlider(slider, value, reading))];
  });
}

function factItems({ known, author, firing, use, lift }: Drawn, reading: Reading): Item[] {
  const { card, list } = reading.texts.rules;
  const { number, time, day } = reading.format;
  const last = firing.lastAt === null ? list.never : `${day(firing.lastAt)} ${time(firing.lastAt)}`;
  const acted = use.done + use.useless + use.open;
  return [
    item(card.version, versionWords(known, author, reading)),
    item(card.fired, card.firedWords({ perWeek: number(firing.perWeek), last })),
    item(card.usefulness, acted === 0 ? card.noActions : card.useful(use)),
    item(card.holdOut, holdOutWords(known, reading)),
    ...(lift ? [item(card.lift, liftWords(lift, reading))] : []),
  ];
}

function versionWords(
  { version, origin, state }: KnownRule,
  author: string | null,
  reading: Reading,
) {
  const { card } = reading.texts.rules;
  if (!version) return origin === "own" ? card.ownFile : card.noVersion;
  const day = reading.format.day(version.createdAt);
  const { number } = version;
  const words = card.numbered({ number, author: author ?? card.ringside, day });
  return state === "on" ? `${words} · ${card.since({ day })}` : words;
}

function holdOutWords({ stored }: KnownRule, { texts, format }: Reading): string {
  const { card } = texts.rules;
  if (!stored || stored.holdOut === 0) return card.noHoldOut;
  const upTo = format.money(stored.holdOutUpTo ?? 0, stored.holdOutCurrency);
  return card.heldOut({ percent: format.number(stored.holdOut * 100), upTo });
}

function liftWords({ difference, acted, held }: Lift, { texts, format }: Reading): string {
  const { card } = texts.rules;
  if (!difference) return card.liftEarly({ acted, held, least: leastForLift });
  const points = (value: number) => format.number(value * 100);
  const [low, high] = [points(difference.low), points(difference.high)];
  return card.liftWords({ points: points(difference.value), low, high, acted, held });
}

type Button = { action: string; label: string; confirm?: string; style?: "primary" | "danger" };

/** What a manager can do with a rule in its state. */
function ruleActions(unit: Unit, { known, person, key }: Drawn): Action[] {
  const { card } = readingOf(person).texts.rules;
  const { rule, state, origin, stored } = known;
  const isOn = state === "on";
  const buttons: (Button | undefined)[] = [
    isOn
      ? { action: "rule.preview", label: card.preview }
      : { action: "rule.preview", label: card.on, style: "primary" },
    rule.sliders.length > 0 ? { action: "rule.change", label: card.change } : undefined,
    origin === "chat" ? { action: "rule.text", label: card.text } : undefined,
    isOn ? { action: "rule.off", label: card.off, confirm: card.offConfirm } : undefined,
    stored ? { action: "rule.hold", label: card.hold } : undefined,
    stored ? { action: "rule.history", label: card.history } : undefined,
    stored && state !== "retired"
      ? { action: "rule.retire", label: card.retire, confirm: card.retireConfirm, style: "danger" }
      : undefined,
  ];
  const params = { ruleId: rule.id };
  return buttons.flatMap((button) => {
    if (!button) return [];
    const { action, ...shown } = button;
    const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
    return [{ id: action, ref, ...shown }];
  });
}
