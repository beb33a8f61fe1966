// What a card offers to write: the values, what they would count as, and the button or form.
import { sentence as say } from "../../../blocks.ts";
import { type Block, text } from "../../../card.ts";
import type { Spell } from "../../../identity/duplicates/company-name.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import type { Reading } from "../../../text/format.ts";
import { changesOf, type Fill, namesAgree, type Offer, statusFor } from "./find-offer.ts";

export type Offering = { person: Person; offer: Offer; key: string; spell: Spell };

/** The offer; a sentence alone where the customer has it all already, from somebody as sure. */
export function offerBlocks(unit: Unit, offering: Offering, reading: Reading): Block[] {
  const { offer, key, person, spell } = offering;
  const { finding, account } = offer;
  const { offer: texts } = reading.texts.checks;
  const params = { finding: JSON.stringify(finding) };
  if (!account) {
    const ref = unit.arm({ action: "company.fill", params, personId: person.id, cardKey: key });
    return [
      stands(finding.fill, reading),
      {
        ...{ t: "form", id: "company_fill" },
        fields: [
          {
            kind: "text",
            name: "customer",
            label: texts.which,
            hint: texts.whichHint,
            required: true,
          },
        ],
        submit: { id: "company.fill", label: texts.writeTo, ref, style: "primary" },
      },
    ];
  }
  const changes = changesOf(finding.fill, account);
  const status = statusFor(finding, account, spell);
  const isNew = Object.entries(changes).some(
    ([field, value]) => account[field as keyof Fill] !== value,
  );
  const { name: customer } = account;
  if (!isNew && status !== "verified") {
    return [...differing(offering, reading), say(reading.texts.checks.already({ customer }))];
  }
  const ref = unit.arm({
    ...{ action: "company.fill", params: { ...params, accountId: account.id } },
    ...{ personId: person.id, cardKey: key },
  });
  const { label: source } = finding.source;
  return [
    ...differing(offering, reading),
    say(status === "verified" ? texts.verified({ source }) : texts.stated),
    stands(changes, reading),
    ...replaced(changes, account, reading),
    { t: "actions", actions: [{ id: "company.fill", label: texts.write({ customer }), ref }] },
  ];
}

/** Values as fields of a card. */
export function stands(fill: Fill, { texts: { checks } }: Reading): Block {
  const items = Object.entries(fill).map(([field, value]) => ({
    label: checks.fields[field] ?? field,
    value: [text(String(value))],
  }));
  return { t: "fields", items };
}

function differing({ offer, spell }: Offering, { texts: { checks } }: Reading): Block[] {
  const { account, finding } = offer;
  const [theirs] = finding.names;
  if (!account || !theirs || namesAgree([account.name], finding.names, spell)) return [];
  return [say(checks.differs({ ours: account.name, theirs, source: finding.source.label }))];
}

function replaced(changes: Fill, account: Fill, { texts: { checks } }: Reading): Block[] {
  return Object.entries(changes).flatMap(([field, value]) => {
    const before = account[field as keyof Fill];
    if (before === null || before === undefined || before === value) return [];
    const name = checks.fields[field] ?? field;
    return [say(checks.offer.instead({ field: name, value: String(before) }))];
  });
}
