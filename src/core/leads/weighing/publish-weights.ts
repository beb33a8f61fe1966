// Publishing weights: a version with author and reason. Whoever began from weights that no longer count is told who
// changed what meanwhile, and decides again.
import { note, sentence } from "../../blocks.ts";
import type { Card, Outcome } from "../../card.ts";
import type { WeightVersion } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { noteWeightsOn } from "../../strategy/adoption/adopt.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import {
  assertMayChange,
  changesBetween,
  type Draft,
  fromParams,
  titled,
  toParams,
} from "./draft.ts";
import { publishWeights, weightsToChange } from "./weights.ts";

const mostReason = 500;

/** Asks for the reason. */
export function askPublish({ person, params }: Ask): Effect {
  assertMayChange(person);
  return async (unit) => {
    const { publish } = readingOf(person).texts.weights;
    const { cardKey = "", ...carried } = params;
    const action = "weights.publish.submit";
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey });
    const key = `weights_publish:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: publish.title, tone: "info", summary: publish.title },
      blocks: [
        {
          ...{ t: "form", id: "weights_publish" },
          fields: [{ kind: "text", name: "reason", label: publish.reason, required: true }],
          submit: { id: action, label: publish.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** Publishes, unless somebody was quicker. */
export function submitPublish({ person, params, values }: Answer): Effect {
  assertMayChange(person);
  return async (unit) => {
    const { publish } = readingOf(person).texts.weights;
    const reason = textOf(values, "reason").slice(0, mostReason);
    if (!reason) return { errors: { reason: publish.needed } };
    const draft = fromParams(params);
    const live = await weightsToChange(unit, draft.segment);
    const { cardKey = `weights_published:${live.id}` } = params;
    if (live.id !== draft.basedOn) return tellClash(unit, { person, draft, live, params });
    const proposal = await unit.weightVersions.get(params.proposalId ?? "");
    const { id: versionId, number } = await publishWeights(unit, {
      ...{ weights: draft.weights, segment: draft.segment, authorId: person.id, reason },
      backtest: proposal?.backtest ?? null,
    });
    if (proposal) await unit.weightVersions.update(proposal.id, { state: "retired" });
    const { strategyId } = params;
    if (strategyId) await noteWeightsOn(unit, person, { strategyId, versionId });
    const title = titled(publish.done({ number }), draft.segment, readingOf(person).texts);
    return doneCard({ key: cardKey, title, after: publish.after });
  };
}

type Done = { key: string; title: string; after?: string };

/** What stands where the question was; `after`: what follows from it. */
export function doneCard({ key, title, after }: Done): Outcome {
  const blocks = after ? [note(after)] : [];
  return { toast: title, card: { key, title, tone: "good", summary: title, blocks } };
}

type Clash = { person: Person; draft: Draft; live: WeightVersion; params: Ask["params"] };

async function tellClash(unit: Unit, { person, draft, live, params }: Clash): Promise<Outcome> {
  const { cardKey = `weights_clash:${live.id}`, proposalId, strategyId } = params;
  const proposed = { ...(proposalId ? { proposalId } : {}), ...(strategyId ? { strategyId } : {}) };
  const reading = readingOf(person);
  const { publish, ringside } = reading.texts.weights;
  const author = live.authorId ? await unit.people.get(live.authorId) : undefined;
  const base = await unit.weightVersions.get(draft.basedOn);
  const theirs = changesBetween(base?.weights ?? {}, live.weights, reading);
  const mine = changesBetween(live.weights, draft.weights, reading);
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey });
  const again = { ...proposed, ...toParams({ ...draft, basedOn: live.id }) };
  const said = {
    ...{ author: author?.name ?? ringside, number: live.number, reason: live.reason ?? "–" },
    changes: theirs.join(" · "),
  };
  const card: Card = {
    ...{ key: cardKey, title: publish.clashTitle, tone: "warn", summary: publish.clashTitle },
    blocks: [
      sentence(publish.clash(said)),
      sentence(publish.clashMine({ changes: mine.join(" · ") })),
      {
        t: "actions",
        actions: [
          {
            id: "weights.change",
            label: publish.theirs,
            style: "primary",
            ref: arm("weights.change", { segment: draft.segment }),
          },
          { id: "weights.publish", label: publish.mine, ref: arm("weights.publish", again) },
        ],
      },
    ],
  };
  return { toast: publish.clashTitle, card };
}
