import { describe, expect, it } from "vitest";
import type { Action, Card } from "../../../../src/core/card.ts";
import type { Consent } from "../../../../src/core/facts.ts";
import { type Purpose, purposes } from "../../../../src/core/people/consent.ts";
import { privacyCard, type Shown } from "../../../../src/core/people/privacy/privacy-card.ts";
import { textsFor } from "../../../../src/core/text/texts.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";

const unit = { arm: () => "act_1" };
const person = aPerson("per_ana", { language: "en" });
const day = 86_400_000;
const retention = { practice: day, calls: day, messages: day, looks: day };

function cardOf({
  agreed = [],
  endpoints = {},
}: {
  agreed?: Purpose[];
  endpoints?: Shown["endpoints"];
}) {
  const consents = new Map(agreed.map((purpose) => [purpose, consentTo(purpose)]));
  const counts = { sessions: 2, turns: 14 };
  return privacyCard(unit, { person, key: "privacy:1", consents, counts, retention, endpoints });
}

const consentTo = (purpose: Purpose): Consent => ({
  ...{ id: `con_${purpose}`, personId: person.id, purpose, wording: "2026-11" },
  ...{ grantedAt: testNow, withdrawnAt: null },
});

const labels = ({ blocks }: Card) =>
  blocks
    .flatMap((block) => (block.t === "actions" ? block.actions : []))
    .map(({ label }: Action) => label);

describe("the privacy card", () => {
  it("says each consent once: as the button that changes it", () => {
    const card = cardOf({ agreed: ["practice"] });
    const words = JSON.stringify(card);
    for (const purpose of ["practice", "calls", "buddy"] as const) {
      const name = textsFor("en").people.purposes[purpose] ?? "";
      expect(words.split(name)).toHaveLength(2);
    }
  });

  it("puts what stands first, to be withdrawn", () => {
    expect(labels(cardOf({ agreed: ["drills"] }))[0]).toMatch(/^Withdraw: let answers of mine/);
  });

  it("does not ask for what nothing is connected to", () => {
    const shown = labels(cardOf({})).join("\n");
    expect(shown).not.toContain("chat model");
    expect(shown).toContain("Agree: keep my practice");
  });

  it("can always take back what stands, connected or not", () => {
    const shown = labels(cardOf({ agreed: [...purposes] }));
    expect(shown.filter((label) => label.startsWith("Withdraw: "))).toHaveLength(purposes.length);
  });

  it("sums up what is kept, and folds the table away", () => {
    const more = cardOf({}).blocks.find(({ t }) => t === "more");
    expect(more).toMatchObject({ title: "16 entries of 2 kinds, and for how long" });
  });
});
