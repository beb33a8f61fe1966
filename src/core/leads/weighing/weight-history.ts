// Every version of the weights that was ever in force, and the way back to any of them.
import { type Action, type Card, type Inline, text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { WeightVersion } from "../../facts.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Store, Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { assertMayChange, changesBetween, segmentOf, titled } from "./draft.ts";
import { doneCard } from "./publish-weights.ts";
import { publishWeights } from "./weights.ts";

/** Versions shown, and those with a button. */
const [mostRows, mostButtons] = [20, 5];

/** Posts the versions, latest first. */
export async function showHistory(
  { store }: { store: Store },
  { person, params }: Ask,
): Promise<Effect> {
  const segment = segmentOf(params);
  const all = await store.read.weightVersions.find(
    { segment, state: ["published", "retired"] },
    { order: { by: "number", descending: true }, limit: 3 * mostRows },
  );
  // A proposal that nobody published was never in force.
  const versions = all.filter(({ publishedAt }) => publishedAt !== null).slice(0, mostRows + 1);
  const authors = await store.read.people.find({
    id: versions.flatMap((one) => one.authorId ?? []),
  });
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return async (unit) => {
    const reading = readingOf(person);
    const { history } = reading.texts.weights;
    const key = `weights_history:${unit.newId("message")}`;
    const rows = versions
      .slice(0, mostRows)
      .map((version, index) => toRow({ version, before: versions[index + 1], names }, reading));
    const past = versions.filter(({ state }) => state === "retired").slice(0, mostButtons);
    const actions = may(person, "weights.publish", {}, createOrg([], []))
      ? backActions(unit, { person, key, past })
      : [];
    const card: Card = {
      ...{ key, title: titled(history.title, segment, reading.texts), tone: "info" },
      summary: history.title,
      blocks: [
        { t: "table", columns: history.columns, rows, numeric: [0] },
        ...(actions.length > 0 ? [{ t: "actions" as const, actions }] : []),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Row = {
  version: WeightVersion;
  before: WeightVersion | undefined;
  names: ReadonlyMap<string, string>;
};

function toRow({ version, before, names }: Row, reading: Reading): Inline[][] {
  const { weights } = reading.texts;
  const { number, createdAt, authorId, reason } = version;
  const changes = before
    ? changesBetween(before.weights, version.weights, reading).join(" · ")
    : weights.history.first;
  return [
    [text(String(number))],
    [dateInline(createdAt, "both", reading.format)],
    [text(names.get(authorId ?? "") ?? weights.ringside)],
    [text(authorId ? (reason ?? "–") : "–")],
    [text(changes || weights.history.same)],
  ];
}

type Back = { person: Person; key: string; past: readonly WeightVersion[] };

function backActions(unit: Unit, { person, key, past }: Back): Action[] {
  const { history } = readingOf(person).texts.weights;
  const action = "weights.rollback";
  return past.map(({ id, number }) => ({
    ...{ id: action, label: history.back({ number }), confirm: history.confirm({ number }) },
    ref: unit.arm({ action, params: { versionId: id }, personId: person.id, cardKey: key }),
  }));
}

/** Publishes an old version anew. */
export function rollBack({ person, params }: Ask): Effect {
  assertMayChange(person);
  return async (unit) => {
    const { history, publish } = readingOf(person).texts.weights;
    const old = await unit.weightVersions.get(params.versionId ?? "");
    if (!old) throw new NotFound("gone", `No version ${params.versionId}.`);
    const published = await publishWeights(unit, {
      ...{ weights: old.weights, segment: old.segment },
      ...{ authorId: person.id, backtest: old.backtest },
      reason: history.reason({ number: old.number }),
    });
    const said = { number: old.number, published: published.number };
    const key = params.cardKey ?? `weights_back:${published.id}`;
    return doneCard({ key, title: history.done(said), after: publish.after });
  };
}
