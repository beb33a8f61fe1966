// The card of "discover": what goes with winning, whose path is unusual, who is slipping away; each a tap from acting on it.
import { heading, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { sayPath } from "../paths/path-card.ts";
import { slippingBlocks } from "../slipping/list-card.ts";
import type { Discovery } from "./discover.ts";
import { findingBlocks, mostFindings } from "./findings-blocks.ts";
import { toRuleForm } from "./kind-words.ts";

type View = { person: Person; found: Discovery; key: string };

/** Deals of each kind on one card; "slipping" and "path …" show more. */
const mostDeals = 3;

export function discoverCard(unit: Pick<Unit, "arm">, view: View): Card {
  const { person, found, key } = view;
  const reading = readingOf(person);
  const { findings, path, slipping } = reading.texts.discovery;
  const { compared, won } = found.comparison;
  return {
    ...{ key, title: findings.title, subtitle: findings.subtitle({ deals: compared, won }) },
    ...{ tone: "info", summary: findings.summary },
    blocks: [
      ...findingBlocks(found, reading),
      ...buttonBlock(ruleButtons(unit, view, reading)),
      { t: "divider" },
      heading(path.heading),
      ...pathBlocks(found, reading),
      ...buttonBlock(pathButtons(unit, view, reading)),
      heading(slipping.heading),
      ...slippingBlocks(found.slipping, reading, mostDeals),
    ],
  };
}

const buttonBlock = (actions: Action[]): Block[] =>
  actions.length > 0 ? [{ t: "actions", actions }] : [];

/** Each pattern as a rule: the form comes filled in, and shows its back-test before anything is switched on. */
function ruleButtons(unit: Pick<Unit, "arm">, { person, found, key }: View, reading: Reading) {
  const { findings: words } = reading.texts.discovery;
  return found.winning.findings.slice(0, mostFindings).map((finding, index): Action => {
    const params = toRuleForm(finding, reading);
    const ref = unit.arm({ action: "rule.new", params, personId: person.id, cardKey: key });
    return { id: `discover.rule.${index + 1}`, label: words.makeRule({ number: index + 1 }), ref };
  });
}

function pathBlocks({ paths }: Discovery, reading: Reading): Block[] {
  const { path: words } = reading.texts.discovery;
  if (!paths) return [sentence(words.thin)];
  const shown = paths.unusual.slice(0, mostDeals);
  if (shown.length === 0) return [sentence(words.none)];
  return shown.map(({ deal, judged }, index) => ({
    t: "text",
    text: [strong(`${index + 1}  ${deal.label}`), text(`  ${sayPath(judged, reading)}`)],
  }));
}

function pathButtons(unit: Pick<Unit, "arm">, { person, found, key }: View, reading: Reading) {
  const { path: words } = reading.texts.discovery;
  return (found.paths?.unusual ?? []).slice(0, mostDeals).map(({ deal }, index): Action => {
    const params = { dealId: deal.id };
    const ref = unit.arm({ action: "path.open", params, personId: person.id, cardKey: key });
    return { id: `discover.path.${index + 1}`, label: words.open({ number: index + 1 }), ref };
  });
}
