// A twin as a radar beside an earlier one; every number also in words, with its interval.
import { type Block, text } from "../../card.ts";
import type { Texts } from "../../text/en.ts";
import { skills } from "../playbook.ts";
import type { Twin } from "./estimate.ts";

/** Fewer corners make no shape. */
const fewestCorners = 3;

export type Shapes = {
  before: Twin;
  after: Twin;
  names: { title: string; before: string; after: string };
};

/** The radar of the skills there is evidence on; none, nothing. The earlier shape is drawn where it is whole. */
export function radarBlocks(
  { before, after, names }: Shapes,
  { report, skills: words }: Texts,
): Block[] {
  const shown = skills.flatMap((skill) => {
    const now = after[skill];
    return now ? [{ name: words.names[skill] ?? skill, now, was: before[skill] }] : [];
  });
  if (shown.length === 0) return [];
  const lines = shown.map(({ name, now, was }) =>
    was
      ? report.skillChange({ skill: name, was: was.percent, ...now })
      : report.skillNow({ skill: name, ...now }),
  );
  const alt = `${names.title}: ${lines.join(" · ")}`;
  if (shown.length < fewestCorners) return [{ t: "context", text: [text(alt)] }];
  const earlier = shown.flatMap(({ was }) => was?.percent ?? []);
  const isWhole = earlier.length === shown.length;
  return [
    {
      t: "chart",
      chart: "radar",
      labels: shown.map(({ name }) => name),
      series: [
        ...(isWhole ? [{ name: names.before, values: earlier }] : []),
        { name: names.after, values: shown.map(({ now }) => now.percent) },
      ],
      max: 100,
      alt,
    },
  ];
}
