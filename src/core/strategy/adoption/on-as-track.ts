// A supported strategy as a talk track: words a manager writes, cleaned like those of a debrief, with its author's name.
import { heading, note, sentence } from "../../blocks.ts";
import type { Action, Block, Card, Field } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import { readLibrary } from "../../training/practice/open-brief.ts";
import { verticalNamed } from "../../training/verticals.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { cleanerFor, languageOf, linesOf, tacticOf } from "../debrief/draft-script.ts";
import type { DebriefServices } from "../debrief/services.ts";
import type { ScriptAsset } from "../debrief/stored.ts";
import type { StrategyServices } from "../services.ts";
import { adopt } from "./adopt.ts";
import { type Switchable, switchable } from "./switch-on.ts";

type Services = StrategyServices & DebriefServices;
type Words = { when: string; say: string; why: string; playbook: string };

const mostLength = 600;

/** Opens the form, with why it works as its author said it, or with what was written before. */
export async function onAsTrack(services: Services, ask: Ask): Promise<Effect> {
  const found = await switchable(services, ask, "talk_track");
  const { person, params } = ask;
  const verticals = verticalsOf(services);
  const { track } = readingOf(person).texts.strategyUse;
  if (verticals.length === 0) return async () => ({ toast: track.nowhere });
  const industry = found.claim.population.industry ?? "";
  const playbook = verticalNamed(industry, verticals) ?? verticals[0] ?? "";
  const start: Words = { when: "", say: "", why: reasonOf(found.strategy.text), playbook };
  const words = params.words ? (JSON.parse(params.words) as Words) : start;
  return async (unit) => ({ open: formCard(unit, { ask, words, verticals }) });
}

/** Why it works, of what the author said. */
function reasonOf(said: string): string {
  return (said.split(/\bbecause\b|因为|理由是/i)[1] ?? said).replace(/^[\s，,：:]+/, "").trim();
}

function verticalsOf(services: Pick<Services, "library">): string[] {
  const library = readLibrary(services);
  return [...new Set(library?.playbooks.map(({ vertical }) => vertical))].sort();
}

type Form = { ask: Ask; words: Words; verticals: readonly string[] };

function formCard(unit: Unit, { ask: { person, params }, words, verticals }: Form): Card {
  const { strategyUse, scripts, debrief } = readingOf(person).texts;
  const { track } = strategyUse;
  const action = "strategy.track.submit";
  const { strategyId = "", cardKey = "" } = params;
  const ref = unit.arm({ action, params: { strategyId }, personId: person.id, cardKey });
  const fields: Field[] = [
    { kind: "text", name: "when", label: track.when, required: true, value: words.when },
    { kind: "multiline", name: "say", label: track.say, required: true, value: words.say },
    { kind: "multiline", name: "why", label: track.why, required: true, value: words.why },
    {
      ...{ kind: "select", name: "playbook", label: debrief.review.playbook },
      options: verticals.map((value) => ({ value, label: scripts.verticals[value] ?? value })),
      value: words.playbook,
    },
  ];
  const key = `strategy_track:${unit.newId("message")}`;
  const submit = { id: action, label: track.preview, ref, style: "primary" as const };
  return {
    ...{ key, title: track.title, tone: "info", summary: track.title },
    blocks: [{ t: "form", id: "strategy_track", fields, submit }],
  };
}

/** The words as others will read them: cleaned, with their author. */
export async function submitTrack(services: Services, answer: Answer): Promise<Effect> {
  const found = await switchable(services, answer, "talk_track");
  const { person, values } = answer;
  const { track } = readingOf(person).texts.strategyUse;
  const written = ["when", "say", "why"].map((name) => textOf(values, name).slice(0, mostLength));
  const missing = ["when", "say", "why"].filter((_, index) => !written[index]);
  if (missing.length > 0) {
    const errors = Object.fromEntries(missing.map((name) => [name, track.missing]));
    return async () => ({ errors });
  }
  const clean = await cleanerFor(services.store.read, languageOf(written.join(" ")));
  const [when = "", said = "", why = ""] = written.map((words) => clean(words).text);
  const playbook = textOf(values, "playbook") || verticalsOf(services)[0] || "";
  const words: Words = { when, say: linesOf(said).join("\n"), why, playbook };
  return async (unit) => {
    unit.post({ to: person.id, card: previewCard(unit, { person, found, words }) });
    return {};
  };
}

type Preview = { person: Person; found: Switchable; words: Words };

function previewCard(unit: Unit, { person, found, words }: Preview): Card {
  const { strategyUse, scripts } = readingOf(person).texts;
  const { track } = strategyUse;
  const language = languageOf(words.say);
  const key = `strategy_track:${unit.newId("message")}`;
  const params = { strategyId: found.strategy.id, words: JSON.stringify(words) };
  const button = (action: string, label: string): Action => ({
    ...{ id: action, label },
    ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
  });
  const say = (line: string): Block => sentence(markBlanks(line, language));
  return {
    ...{ key, title: track.reads, tone: "info", summary: track.reads },
    blocks: [
      heading(markBlanks(words.when, language)),
      ...words.say.split("\n").map(say),
      note(scripts.why({ why: markBlanks(words.why, language) })),
      note(track.about({ author: found.author.name })),
      {
        t: "actions",
        actions: [
          { ...button("strategy.track.publish", track.publish), style: "primary" },
          button("strategy.on.talk_track", track.change),
        ],
      },
    ],
  };
}

/** Switches it on: from now on the team finds it. */
export async function publishTrack(services: Services, ask: Ask): Promise<Effect> {
  const found = await switchable(services, ask, "talk_track");
  const { person, params } = ask;
  if (!params.words) throw new Refused("gone", "The preview carries no words.");
  const words = JSON.parse(params.words) as Words;
  const { done } = readingOf(person).texts.strategyUse.track;
  const key = params.cardKey ?? `strategy_track:${found.strategy.id}`;
  return async (unit) => {
    const strategyId = found.strategy.id;
    const isOn = { strategyId, becomes: "talk_track", retiredAt: null } as const;
    if ((await unit.adoptions.count(isOn)) === 0) {
      const asset = toAsset(unit, { person, found, words });
      await unit.scriptAssets.put(asset);
      await adopt(unit, person, { strategyId, becomes: "talk_track", targetId: asset.id });
    }
    return { toast: done, card: { key, title: done, tone: "good", summary: done, blocks: [] } };
  };
}

function toAsset(unit: Unit, { person, found, words }: Preview): ScriptAsset {
  const { when, say, why, playbook } = words;
  const { strategy } = found;
  return {
    ...{ id: unit.newId("script"), playbook, language: languageOf(say), tactic: tacticOf(when) },
    ...{ scenario: null, text: say, state: "reviewed" },
    provenance: {
      ...{ debriefId: "", dealId: "", personId: strategy.authorId, outcome: "strategy" },
      ...{ when, customer: when, why, strategyId: strategy.id },
    },
    ...{ authorId: strategy.authorId, reviewerId: person.id },
    ...{ createdAt: unit.now, updatedAt: unit.now },
  };
}
