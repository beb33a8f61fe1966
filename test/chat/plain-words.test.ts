// A block in words alone: what a platform says when it takes no card.
import { expect, test } from "vitest";
import { filledIn, wordsOf } from "../../src/chat/plain-words.ts";
import { text } from "../../src/core/card.ts";

const toBar = ({ label, ratio }: { label: string; ratio: number }): string => `${label} ${ratio}`;

test("a form says what is filled in already, a choice by its label and a file not at all", () => {
  const fields: Parameters<typeof filledIn>[0] = [
    { kind: "text", name: "x", label: "Name", value: "Acme" },
    { kind: "text", name: "x", label: "Note" },
    {
      kind: "select",
      name: "stage",
      label: "Stage",
      options: [{ value: "p", label: "Proposal" }],
      value: "p",
    },
    { kind: "file", name: "x", label: "Paper" },
  ];
  expect(filledIn(fields)).toEqual([
    { label: "Name", words: "Acme" },
    { label: "Stage", words: "Proposal" },
  ]);
});

test("a folded part says all it holds, each platform with its own bar", () => {
  const words = wordsOf(
    {
      t: "more",
      title: "More",
      blocks: [
        { t: "text", text: [text("Hello")] },
        { t: "progress", label: "Done", ratio: 0.5 },
        { t: "divider" },
      ],
    },
    toBar,
  );
  expect(words.split("\n").filter(Boolean)).toEqual(["More", "Hello", "Done 0.5"]);
});
