// A licence as it was read: every field, what its code is worth, and what could be written.
import { note, sentence } from "../../../blocks.ts";
import { type Card, text } from "../../../card.ts";
import type { Spell } from "../../../identity/duplicates/company-name.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { sayLine } from "../company/check-card.ts";
import { type Checked, holds } from "../company/checked.ts";
import type { Offer } from "../company/find-offer.ts";
import { offerBlocks } from "../company/offer-blocks.ts";
import { type Licence, licenceFields } from "./licence.ts";

export type LicenceView = {
  person: Person;
  licence: Licence;
  /** Its code; nothing where none could be read. */
  checked: Checked | undefined;
  offer: Offer | undefined;
  key: string;
  spell: Spell;
};

/** A code that does not add up is said to be wrong, and offered for nothing. */
export function licenceCard(unit: Unit, view: LicenceView): Card {
  const { person, licence, checked, offer, key, spell } = view;
  const reading = readingOf(person);
  const { licences: texts } = reading.texts;
  const isGood = checked !== undefined && holds(checked);
  const title = isGood ? texts.title : texts.doubtful;
  const items = licenceFields.map((field) => ({
    label: texts.fields[field] ?? field,
    value: [text(licence[field] ?? texts.unread)],
  }));
  const lines = (checked?.lines ?? []).map((line) => {
    const mark = { passed: "✓", failed: "✗", not_checked: "○" }[line.result];
    return sentence(`${mark} ${sayLine(line, reading)}`);
  });
  return {
    ...{ key, title, summary: title, tone: isGood ? "good" : "warn" },
    blocks: [
      { t: "fields", items },
      ...lines,
      ...(isGood ? [] : [sentence(texts.compare)]),
      ...(offer ? offerBlocks(unit, { person, offer, key, spell }, reading) : []),
      note(texts.how),
    ],
  };
}
