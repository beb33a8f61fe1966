// "weights" / 权重: what counts in assignment and how much, for everybody; managers change it from here.
import { type Action, type Block, type Card, text } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { WeightVersion } from "../../facts.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { factors } from "../factors.ts";
import { publishDefaults } from "../weights.ts";

/** Posts the weights in force. */
export function showWeights(person: Person): Effect {
  if (!may(person, "weights.read", {}, createOrg([], [])))
    throw new Refused("forbidden", `${person.role} may not read weights.`);
  return async (unit) => {
    const version = await publishDefaults(unit);
    const author = version.authorId ? await unit.people.get(version.authorId) : undefined;
    const reading = readingOf(person);
    const { weights } = reading.texts;
    const key = `weights:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: weights.title, tone: "info", summary: weights.title },
      subtitle: subtitleOf(version, author?.name ?? weights.ringside, reading),
      blocks: [
        ...tableOf(version, reading),
        { t: "context", text: [text(weights.explain)] },
        { t: "actions", actions: actionsFor(unit, person, key) },
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

function actionsFor(unit: Unit, person: Person, cardKey: string): Action[] {
  const { weights } = readingOf(person).texts;
  const arm = (action: string) => unit.arm({ action, params: {}, personId: person.id, cardKey });
  const history: Action = {
    id: "weights.history",
    label: weights.history.open,
    ref: arm("weights.history"),
  };
  if (!may(person, "weights.publish", {}, createOrg([], []))) return [history];
  return [
    {
      id: "weights.change",
      label: weights.change.open,
      style: "primary",
      ref: arm("weights.change"),
    },
    history,
  ];
}
