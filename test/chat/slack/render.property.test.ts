import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sizeOf } from "../../../src/chat/slack/fit.ts";
import { limits } from "../../../src/chat/slack/limits.ts";
import { renderModal } from "../../../src/chat/slack/modal.ts";
import { renderMessage } from "../../../src/chat/slack/render.ts";
import { packForm, unpackForm } from "../../../src/chat/slack/render-form.ts";
import { renderPlain } from "../../../src/chat/slack/render-plain.ts";
import { validateMessage, validateView } from "../../../src/chat/slack/validate.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { anyCard, anyForm } from "../../helpers/any-card.ts";

const look = { texts: textsFor("en"), images: new Map([["ast_1", "F1"]]) };

describe("any card", () => {
  it("becomes a message Slack takes, in every fallback (10,000 cards)", () => {
    fc.assert(
      fc.property(anyCard, fc.boolean(), (card, basic) => {
        const message = renderMessage(card, { ...look, basic });
        expect(validateMessage(message)).toEqual([]);
        expect(sizeOf(message.blocks)).toBeLessThanOrEqual(13_000);
        for (const form of Object.values(message.forms)) {
          expect(form.length).toBeLessThanOrEqual(limits.formMetadata);
        }
        const plain = renderPlain(card, look);
        expect(plain.length).toBeLessThanOrEqual(limits.fallbackText);
        expect(plain).not.toMatch(/<[!@]/);
      }),
      { numRuns: 10_000 },
    );
  }, 240_000);

  it("becomes a modal Slack takes", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(validateView(renderModal(card, look))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  it("has forms that come back as they were packed", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(unpackForm(packForm(form))).toEqual(JSON.parse(JSON.stringify(form)));
      }),
    );
  });
});
