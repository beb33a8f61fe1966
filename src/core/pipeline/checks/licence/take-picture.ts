// A picture was dropped: it may be a business licence. It is sent to nobody before its sender says so.
import { sentence } from "../../../blocks.ts";
import type { Block, Card } from "../../../card.ts";
import { dayMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import type { AssetStore, Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { forgetFile } from "../../../voice/forget-file.ts";
import type { CompanyServices } from "../company/services.ts";
import { isPdf, type LicenceReader, pictureTypeOf } from "./licence.ts";

export type LicenceServices = CompanyServices & {
  assets: AssetStore;
  /** Reads licences; without it pictures are answered with a sentence. */
  licences?: LicenceReader;
};

/** Bytes of one picture: what OpenAI's endpoint takes, and those that follow it. */
const maxBytes = 20 * 1024 * 1024;
/** A picture nobody decided about is gone after a day. */
const undecidedMs = dayMs;

type Dropped = { assetId: string; name: string };

/** Asks whether to read it; nothing for files that are no pictures, and for people who have no customers. */
export async function takePicture(
  services: LicenceServices,
  person: Person,
  { assetId }: Dropped,
): Promise<Effect | undefined> {
  if (person.role !== "rep" && person.role !== "manager") return undefined;
  const file = await services.assets.read(assetId);
  if (!file) return undefined;
  const { licences } = services;
  const { licences: texts } = readingOf(person).texts;
  const isPicture = pictureTypeOf(file.bytes) !== undefined;
  if (isPdf(file.bytes) && licences) return end(person, assetId, texts.pdf);
  if (!isPicture) return undefined;
  if (!licences) return end(person, assetId, texts.off);
  if (file.bytes.byteLength > maxBytes) {
    return end(person, assetId, texts.tooBig({ megabytes: maxBytes / 1024 / 1024 }));
  }
  return async (unit) => {
    unit.post({
      to: person.id,
      card: askCard(unit, { person, assetId, endpoint: licences.endpoint }),
    });
    forgetFile(unit, assetId, { afterMs: undecidedMs });
    return {};
  };
}

/** "Delete": it was something else. */
export function deletePicture({ person, params }: Ask): Effect {
  const { licences: texts } = readingOf(person).texts;
  return async (unit) => {
    forgetFile(unit, params.assetId ?? "");
    return { card: told(keyOf(params.assetId ?? ""), texts.deleted) };
  };
}

/** The card of a picture; what becomes of it stands in its place. */
export const keyOf = (assetId: string): string => `licence:${assetId}`;

/** A card of one sentence. */
export function told(key: string, title: string, tone: Card["tone"] = "info"): Card {
  return { key, title, tone, summary: title, blocks: [] };
}

function end(person: Person, assetId: string, sentence: string): Effect {
  return async (unit) => {
    unit.post({ to: person.id, card: told(keyOf(assetId), sentence, "warn") });
    forgetFile(unit, assetId);
    return {};
  };
}

type Asking = { person: Person; assetId: string; endpoint: string };

function askCard(unit: Unit, { person, assetId, endpoint }: Asking): Card {
  const { licences: texts } = readingOf(person).texts;
  const key = keyOf(assetId);
  const ref = (action: string) =>
    unit.arm({ action, params: { assetId }, personId: person.id, cardKey: key });
  const body: Block = sentence(texts.where({ endpoint }));
  return {
    ...{ key, title: texts.ask, tone: "info", summary: texts.ask },
    blocks: [
      body,
      {
        t: "actions",
        actions: [
          { id: "licence.read", label: texts.read, ref: ref("licence.read"), style: "primary" },
          { id: "licence.delete", label: texts.drop, ref: ref("licence.delete") },
        ],
      },
    ],
  };
}
