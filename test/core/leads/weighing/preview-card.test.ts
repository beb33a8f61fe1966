import { expect, it } from "vitest";
import { previewCard } from "../../../../src/core/leads/weighing/preview-card.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { aPerson } from "../../../helpers/people.ts";

const move = (leadId: string, fromId: string, toId: string) => ({ leadId, fromId, toId });
const preview = {
  ...{ key: "k", segment: "", before: {}, after: { load: 100 } },
  names: new Map([
    ["led_1", "Acme"],
    ["led_2", "Far Works"],
    ["per_ana", "Ana"],
    ["per_lei", "Lei"],
    ["per_far", "Fay"],
    ["per_fern", "Fern"],
  ]),
  own: new Set(["per_ana", "per_lei"]),
  result: {
    ...{ leads: 9, fairness: { before: 1, after: 1 }, wins: null },
    moves: [move("led_1", "per_ana", "per_lei"), move("led_2", "per_far", "per_fern")],
  },
};

it.each([
  ["en", "1 of them in another team"],
  ["zh", "其中 1 条属于其他团队"],
] as const)(
  "names the leads of one's own people only, and counts the others (%s)",
  (language, line) => {
    const card = previewCard(preview, readingOf(aPerson("per_mia", { language })), () => "act_1");
    const said = JSON.stringify(card.blocks);
    expect(said).toContain("Acme");
    expect(said).toContain(line);
    expect(said).not.toMatch(/Far Works|Fay|Fern/);
  },
);
