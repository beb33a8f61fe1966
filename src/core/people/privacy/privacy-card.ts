// The privacy card: what was agreed, what is kept and for how long, what leaves, and how to take or delete it.
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
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

const dayMs = 86_400_000;

/** The card, with its buttons armed. */
export function privacyCard(unit: Unit, shown: Shown): Card {
  const reading = readingOf(shown.person);
  const { privacy } = reading.texts;
  return {
    key: shown.key,
    title: privacy.title,
    tone: "info",
    summary: privacy.summary,
    blocks: [
      say(privacy.intro),
      ...consentBlocks(unit, shown, reading),
      say(privacy.kept),
      ...keptBlocks(shown, reading),
      { t: "actions", actions: ownActions(unit, shown, reading) },
      say(privacy.leavesTitle),
      ...leavingLines(shown.endpoints, reading).map(note),
      note(privacy.platform),
      note(privacy.backups),
    ],
  };
}

function consentBlocks(unit: Unit, shown: Shown, { texts, format }: Reading): Block[] {
  const { privacy, people } = texts;
  const { person, key, consents } = shown;
  const actions = purposes.map((purpose): Action => {
    const name = people.purposes[purpose] ?? purpose;
    const action = consents.has(purpose) ? "consent.withdraw" : "consent.grant";
    const words = consents.has(purpose) ? privacy.withdraw : privacy.agree;
    const ref = unit.arm({ action, params: { purpose }, personId: person.id, cardKey: key });
    return { id: `${action}.${purpose}`, label: words({ purpose: name }), ref };
  });
  const items = purposes.map((purpose) => {
    const consent = consents.get(purpose);
    const value = consent ? privacy.yes({ day: format.day(consent.grantedAt) }) : privacy.no;
    return { label: people.purposes[purpose] ?? purpose, value: [text(value)] };
  });
  return [
    { t: "fields", items },
    { t: "actions", actions },
  ];
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

function ownActions(unit: Unit, { person, key, counts }: Shown, { texts }: Reading): Action[] {
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

const say = (words: string): Block => ({ t: "text", text: [text(words)] });
const note = (words: string): Block => ({ t: "context", text: [text(words)] });
