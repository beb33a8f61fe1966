import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/slack/limits.ts";
import { sizeOf } from "../../../src/chat/slack/render/fit.ts";
import { packForm, unpackForm } from "../../../src/chat/slack/render/form.ts";
import { renderHome } from "../../../src/chat/slack/render/home.ts";
import { renderModal } from "../../../src/chat/slack/render/modal.ts";
import { renderPlain } from "../../../src/chat/slack/render/plain.ts";
import { renderMessage, type SlackMessage, specials } from "../../../src/chat/slack/render.ts";
import { validateHome, validateMessage, validateView } from "../../../src/chat/slack/validate.ts";
import type { Card } from "../../../src/core/card.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { checkCall } from "../../emulators/slack/check.ts";
import { anyCard, anyForm } from "../../helpers/any-card.ts";

const look = { texts: textsFor("en"), images: new Map([["ast_1", "F1"]]) };

/** What a Slack that knows nothing of our own checks would say of it (test/emulators/slack/check.ts). */
function problemsOf({ text, blocks }: SlackMessage, views: Record<string, object>): string[] {
  const posted = checkCall("chat.postMessage", { text, blocks: JSON.stringify(blocks) });
  const shown = Object.entries(views).map(([method, view]) =>
    checkCall(method, { view: JSON.stringify(view) }),
  );
  return [posted, ...shown].flatMap(({ problems }) => problems);
}

const empty: Card = { key: "k", title: "T", tone: "info", summary: "S", blocks: [] };

/** Charts as core makes them, a value for every label; some too big, some with names or numbers Slack refuses. */
const anyChart = fc
  .record({
    chart: fc.constantFrom("bar" as const, "line" as const, "pie" as const, "radar" as const),
    names: fc.array(fc.string({ maxLength: 24 }), { minLength: 1, maxLength: 8 }),
    labels: fc.array(fc.string({ maxLength: 24 }), { minLength: 1, maxLength: 24 }),
    value: fc.oneof(
      { weight: 20, arbitrary: fc.integer({ min: -50, max: 9_000 }) },
      { weight: 1, arbitrary: fc.double() },
    ),
  })
  .map(({ chart, names, labels, value }): Card["blocks"][number] => ({
    ...{ t: "chart", chart, labels, alt: "In words" },
    series: (chart === "pie" ? names.slice(0, 1) : names).map((name, row) => ({
      name,
      values: labels.map((_, at) => value + row * at),
    })),
  }));

describe("any card", () => {
  it("becomes a message Slack takes, in every fallback (10,000 cards)", () => {
    fc.assert(
      fc.property(anyCard, fc.subarray([...specials]), (card, refused) => {
        const message = renderMessage(card, { ...look, without: new Set(refused) });
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

  it("has charts that Slack draws or takes as text, within its limits (10,000 charts)", () => {
    let drawn = 0;
    fc.assert(
      fc.property(fc.array(anyChart, { minLength: 1, maxLength: 3 }), (charts) => {
        const card: Card = { ...empty, blocks: charts };
        const message = renderMessage(card, look);
        expect(validateMessage(message)).toEqual([]);
        drawn += message.blocks.filter(({ type }) => type === "data_visualization").length;
      }),
      { numRuns: 10_000 },
    );
    expect(drawn).toBeGreaterThan(2_000);
  });

  it("is refused nowhere by a Slack with limits of its own", () => {
    fc.assert(
      fc.property(anyCard, fc.array(anyChart, { maxLength: 3 }), (given, charts) => {
        const card = { ...given, blocks: [...charts, ...given.blocks] };
        const views = {
          "views.open": renderModal(card, look),
          "views.publish": renderHome([card], look.texts),
        };
        expect(problemsOf(renderMessage(card, look), views)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("stands in a home Slack takes, among others", () => {
    fc.assert(
      fc.property(fc.array(anyCard, { maxLength: 4 }), (cards) => {
        expect(validateHome(renderHome(cards, look.texts))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("becomes a modal Slack takes", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(validateView(renderModal(card, look))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has forms that come back as they were packed", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(unpackForm(packForm(form))).toEqual(JSON.parse(JSON.stringify(form)));
      }),
    );
  });
});
