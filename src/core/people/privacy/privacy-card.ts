// The privacy card: what was agreed, what is kept and for how long, what leaves, and how to take or delete it.
import { heading, note, sentence as say } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Consent } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { describeModelLeaving } from "../../training/model-leaving.ts";
import { type Purpose, purposes } from "../consent.ts";
import { countOwn, type KeptCounts, keptKindNames, keptKinds, type Retention } from "./kept.ts";
import type { Endpoints } from "./services.ts";

/** What the card says. */
export type Shown = {
  person: Person;
  key: string;
  /** The consents that stand. */
  consents: ReadonlyMap<Purpose, Consent>;
  counts: KeptCounts;
  retention: Retention;
  endpoints: Endpoints;
};

type Arming = Pick<Unit, "arm">;

/** The card, with its buttons armed. */
export function privacyCard(unit: Arming, shown: Shown): Card {
  const reading = readingOf(shown.person);
  const { privacy } = reading.texts;
  return {
    key: shown.key,
    title: privacy.title,
    tone: "info",
    summary: privacy.summary,
    blocks: [
      say(privacy.intro),
      ...agreedBlocks(unit, shown, reading),
      ...openBlocks(unit, shown, reading),
      heading(privacy.leavesTitle),
      ...leavingLines(shown.endpoints, reading).map(note),
      heading(privacy.kept),
      { t: "more", title: keptTitle(shown, reading), blocks: keptBlocks(shown, reading) },
      { t: "actions", actions: ownActions(unit, shown, reading) },
      note(privacy.platform),
      note(privacy.backups),
    ],
  };
}

/** What stands, with its day, and under each how to take it back: said once, by the button. */
function agreedBlocks(unit: Arming, shown: Shown, reading: Reading): Block[] {
  const { privacy } = reading.texts;
  const standing = purposes.filter((purpose) => shown.consents.has(purpose));
  if (standing.length === 0) return [];
  const days = standing.map((purpose) => shown.consents.get(purpose)?.grantedAt ?? 0);
  const since = [...new Set(days.map((at) => reading.format.day(at)))].join(" · ");
  return [
    heading(privacy.agreed({ since })),
    { t: "actions", actions: consentButtons(unit, shown, { reading, of: standing }) },
  ];
}

/** What could be agreed to: nothing about a model where none is connected. */
function openBlocks(unit: Arming, shown: Shown, reading: Reading): Block[] {
  const { consents, endpoints } = shown;
  const open = purposes.filter((each) => !consents.has(each) && isUsable(each, endpoints));
  if (open.length === 0) return [];
  return [
    heading(reading.texts.privacy.open),
    { t: "actions", actions: consentButtons(unit, shown, { reading, of: open }) },
  ];
}

/** Voice is asked for in any case: a voice note is taken at all only from those who agreed. */
function isUsable(purpose: Purpose, { modelEndpoint }: Endpoints): boolean {
  const isOfModel = purpose === "update_model" || purpose === "practice_model";
  return !isOfModel || modelEndpoint !== undefined;
}

type Buttons = { reading: Reading; of: readonly Purpose[] };

function consentButtons(
  unit: Arming,
  { person, key, consents }: Shown,
  { reading: { texts }, of }: Buttons,
): Action[] {
  const { privacy, people } = texts;
  return of.map((purpose): Action => {
    const name = people.purposes[purpose] ?? purpose;
    const action = consents.has(purpose) ? "consent.withdraw" : "consent.grant";
    const words = consents.has(purpose) ? privacy.withdraw : privacy.agree;
    const ref = unit.arm({ action, params: { purpose }, personId: person.id, cardKey: key });
    return { id: `${action}.${purpose}`, label: words({ purpose: name }), ref };
  });
}

function keptTitle({ counts }: Shown, { texts, format }: Reading): string {
  const many = keptKindNames.map((kind) => counts[kind] ?? 0).filter((count) => count > 0);
  const entries = format.number(many.reduce((sum, count) => sum + count, 0));
  return texts.privacy.keptTitle({ entries, kinds: many.length });
}

function keptBlocks({ counts, retention }: Shown, { texts, format }: Reading): Block[] {
  const { privacy } = texts;
  const there = keptKindNames.filter((kind) => (counts[kind] ?? 0) > 0);
  if (there.length === 0) return [say(privacy.none)];
  const rows = there.map((kind): Inline[][] => {
    const { until } = keptKinds[kind];
    const days = until === null ? null : Math.round(retention[until] / dayMs);
    return [
      [text(privacy.kinds[kind] ?? kind)],
      [text(format.number(counts[kind] ?? 0))],
      [text(days === null ? privacy.whileHere : privacy.days({ days }))],
    ];
  });
  const { what, many, until } = privacy.columns;
  return [{ t: "table", columns: [what, many, until], rows, numeric: [1] }];
}

function ownActions(unit: Arming, { person, key, counts }: Shown, { texts }: Reading): Action[] {
  const { exportButton, deleteButton, deleteConfirm } = texts.privacy;
  const arm = (action: string) =>
    unit.arm({ action, params: {}, personId: person.id, cardKey: key });
  const take: Action = { id: "privacy.export", label: exportButton, ref: arm("privacy.export") };
  if (countOwn(counts) === 0) return [take];
  const ref = arm("privacy.delete");
  const remove: Action = {
    ...{ id: "privacy.delete", label: deleteButton, ref },
    ...{ style: "danger", confirm: deleteConfirm },
  };
  return [take, remove];
}

/** One sentence for each place words go to; one alone where there is none. */
function leavingLines(endpoints: Endpoints, { texts }: Reading) {
  const { speech, embedder, modelEndpoint, licences, company } = endpoints;
  const { privacy, checks } = texts;
  const registers = company?.registers.map(({ host }) => host) ?? [];
  const lines = [
    ...(modelEndpoint ? describeModelLeaving(modelEndpoint, texts) : []),
    ...(speech ? [privacy.speech({ endpoint: speech.endpoint })] : []),
    ...(embedder ? [privacy.embedder({ endpoint: embedder.id })] : []),
    ...(licences ? [texts.licences.leaves({ endpoint: licences.endpoint })] : []),
    ...(company?.names ? [checks.leavesNames] : []),
    ...(registers.length > 0 ? [checks.leavesCodes({ hosts: registers.join(", ") })] : []),
  ];
  return lines.length > 0 ? lines : [privacy.leavesNothing];
}
