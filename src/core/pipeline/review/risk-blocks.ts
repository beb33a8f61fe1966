// The radar with its reasons in words: what is high stands open, the rest is folded away.
import { note, sentence } from "../../blocks.ts";
import type { Block } from "../../card.ts";
import { type BasisReading, sayBasis } from "../brief/basis.ts";
import type { Risk } from "./risks.ts";

/** From here on a dimension is worth a line of its own. Ours. */
const high = 50;
/** Fewer corners make no shape. */
const fewestCorners = 3;

export function riskBlocks(risks: readonly Risk[], view: BasisReading): Block[] {
  const { briefing } = view.reading.texts;
  const ranked = risks.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1));
  const isHigh = ({ value }: Risk) => value !== null && value >= high;
  const rest = ranked.filter((risk) => !isHigh(risk));
  const title = briefing.lowRisks({ count: rest.length });
  return [
    ...radarBlocks(risks, view),
    ...ranked.filter(isHigh).map((risk) => lineOf(risk, view)),
    ...(rest.length > 0
      ? [{ t: "more", title, blocks: rest.map((risk) => lineOf(risk, view)) } as const]
      : []),
  ];
}

/** What is not known is no corner, rather than a low one. */
function radarBlocks(risks: readonly Risk[], { reading }: BasisReading): Block[] {
  const { briefing } = reading.texts;
  const known = risks.flatMap(({ id, value }) =>
    value === null ? [] : [{ name: briefing.risks.names[id] ?? id, value }],
  );
  const values = known.map(({ name, value }) => `${name} ${value}`).join(" · ");
  const alt = briefing.radarAlt({ values });
  if (known.length < fewestCorners) return [note(alt)];
  const series = [{ name: briefing.series, values: known.map(({ value }) => value) }];
  return [
    { t: "chart", chart: "radar", labels: known.map(({ name }) => name), series, max: 100, alt },
  ];
}

function lineOf({ id, value, why, params, bases }: Risk, view: BasisReading): Block {
  const { briefing } = view.reading.texts;
  const said = briefing.risk({
    name: briefing.risks.names[id] ?? id,
    value: value === null ? briefing.notKnown : String(value),
    why: briefing.risks.why[why]?.(params) ?? "",
  });
  const source = bases.map((basis) => sayBasis(basis, view)).join(" · ");
  return sentence(said + (source ? briefing.based({ source }) : ""));
}
