// "weights" / 权重: what counts in assignment and how much, for everybody; managers change it from here.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { WeightVersion } from "../../facts.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import type { Texts } from "../../text/en.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { factors } from "../factors.ts";
import { titled } from "./draft.ts";
import { everybody, weightsToChange } from "./weights.ts";

/** Posts the weights in force, for everybody or for one kind of customer. */
export function showWeights(person: Person, segment: string = everybody): Effect {
  if (!may(person, "weights.read", {}, createOrg([], [])))
    throw new Refused("forbidden", `${person.role} may not read weights.`);
  return async (unit) => {
    const version = await weightsToChange(unit, segment);
    const own = segment === everybody ? await ownSegments(unit) : [];
    const author = version.authorId ? await unit.people.get(version.authorId) : undefined;
    const reading = readingOf(person);
    const { weights } = reading.texts;
    const key = `weights:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: titled(weights.title, segment, reading.texts), tone: "info" },
      summary: weights.title,
      subtitle: subtitleOf(version, author?.name ?? weights.ringside, reading),
      blocks: [
        ...tableOf(version, reading),
        ...(own.length > 0 ? [ownLine(own, reading)] : []),
        note(weights.explain),
        { t: "actions", actions: actionsFor(unit, person, { key, segment, own }) },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function subtitleOf(
  { number, authorId, reason, createdAt }: WeightVersion,
  author: string,
  { texts, format }: Reading,
): string {
  const { weights } = texts;
  const said = weights.version({ number, author, day: format.day(createdAt) });
  return authorId && reason ? `${said} · ${reason}` : said;
}

function tableOf({ weights }: WeightVersion, { texts }: Reading): Block[] {
  const words = texts.weights;
  const rows = factors
    .map(({ id }) => ({ id, weight: weights[id] ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ id, weight }) => [
      [text(texts.leads.factors[id] ?? id)],
      [text(String(weight))],
      [text(words.about[id])],
    ]);
  return [{ t: "table", columns: words.columns, rows, numeric: [1] }];
}

/** Kinds of customers with weights of their own. */
async function ownSegments(unit: Unit): Promise<string[]> {
  const live = await unit.weightVersions.find({ state: "published" }, { order: { by: "segment" } });
  return live.map(({ segment }) => segment).filter((segment) => segment !== everybody);
}

function ownLine(own: readonly string[], { texts }: Reading): Block {
  const segments = own.join(" · ");
  return sentence(texts.weights.segments.own({ segments }));
}

/** Kinds of customers with a button of their own. */
const mostSegments = 3;

type Shown = { key: string; segment: string; own: readonly string[] };

function actionsFor(unit: Unit, person: Person, { key, segment, own }: Shown): Action[] {
  const { weights } = readingOf(person).texts;
  const arm = (action: string, about = segment) =>
    unit.arm({ action, params: { segment: about }, personId: person.id, cardKey: key });
  const others = own.slice(0, mostSegments).map(
    (one): Action => ({
      ...{ id: "weights.show", label: weights.segments.show({ segment: one }) },
      ref: arm("weights.show", one),
    }),
  );
  const history: Action = {
    id: "weights.history",
    label: weights.history.open,
    ref: arm("weights.history"),
  };
  if (!may(person, "weights.publish", {}, createOrg([], []))) return [history, ...others];
  return [
    {
      id: "weights.change",
      label: weights.change.open,
      style: "primary",
      ref: arm("weights.change"),
    },
    history,
    segment === everybody ? addAction(weights, arm) : endAction(weights, arm),
    ...others,
  ];
}

type Arm = (action: string) => string;

function addAction({ segments }: Texts["weights"], arm: Arm): Action {
  const id = "weights.segment";
  return { id, label: segments.open, ref: arm(id) };
}

function endAction({ segments }: Texts["weights"], arm: Arm): Action {
  const id = "weights.segment.end";
  return { id, label: segments.end, confirm: segments.endConfirm, ref: arm(id) };
}
