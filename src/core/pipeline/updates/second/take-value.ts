// The person chooses between two readings of a field, or takes what only the model found.
import { setConsent } from "../../../people/consent.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Answer, Effect } from "../../../use-case.ts";
import { changesSince } from "../changes.ts";
import { keepDraft, ownUpdate } from "../drafts.ts";
import type { UpdateServices } from "../services.ts";
import type { StageUpdate, UpdateBody } from "../stored.ts";
import { valuesOf } from "./compare-readings.ts";
import { asked } from "./read-along.ts";

type Services = Pick<UpdateServices, "contractFiles" | "readAlong">;

/** One tap: the value goes into the draft, and nowhere else. */
export function takeValue(services: Services, answer: Answer): Effect {
  return changeDraft(services, answer, async (update) => {
    const { field = "", side } = answer.params;
    return { ...update, understood: settle(update.understood, field, side ?? "") };
  });
}

/** Agrees that a model reads updates, this one first. */
export function agreeToSecond(services: Services, answer: Answer): Effect {
  const { person } = answer;
  return changeDraft(services, answer, async (update, unit) => {
    await setConsent(unit, { person, purpose: "update_model", agree: true });
    const { readAlong } = services;
    const isOffered = update.understood.second?.state === "offered";
    return readAlong && isOffered ? asked(unit, update, readAlong.endpoint) : update;
  });
}

type Change = (update: StageUpdate, unit: Unit) => Promise<StageUpdate>;

function changeDraft(services: Services, { person, params }: Answer, change: Change): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const before = await ownUpdate(unit, person, params.updateId);
    if (before.state !== "draft") return { toast: reading.texts.updates.closedBefore };
    const deal = await unit.deals.get(before.dealId ?? "");
    const changes = deal ? changesSince(before.understood.seen, deal, reading) : [];
    const update = await change(before, unit);
    return { card: await keepDraft(unit, services, { person, update, changes }) };
  };
}

/** A field that is settled already stays as it is. */
function settle(body: UpdateBody, field: string, side: string): UpdateBody {
  const open = body.second?.open.find((each) => each.field === field);
  const chosen = side === "ours" ? open?.ours : open?.theirs;
  if (!body.second || !open || !chosen) return body;
  return {
    ...body,
    values: { ...body.values, ...valuesOf(open.field, chosen) },
    words: { ...body.words, [open.field]: chosen.words },
    second: { ...body.second, open: body.second.open.filter((each) => each !== open) },
  };
}

/** What a card showed before the model answered: our reading, whole. */
export function oursAlone(body: UpdateBody): UpdateBody {
  const open = body.second?.open ?? [];
  const ours = open.map(({ field, ours: side }) => (side ? valuesOf(field, side) : {}));
  return { ...body, values: Object.assign({}, body.values, ...ours) };
}
