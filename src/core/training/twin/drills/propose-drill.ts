// One answer at a time: its rep reads it, decides, and says whether their name may stand there; then their manager reviews it.
import { offerNudge } from "../../../attention/offer-nudge.ts";
import { note, sentence } from "../../../blocks.ts";
import { type Card, strong } from "../../../card.ts";
import { weekMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import { standingConsent } from "../../../people/consent.ts";
import { managerOf } from "../../../people/org.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { reviewCard } from "../../../strategy/debrief/cards.ts";
import type { PersonalKind } from "../../../strategy/debrief/personal/kinds.ts";
import { scheduleReminder } from "../../../strategy/debrief/review-script.ts";
import type { ScriptAsset } from "../../../strategy/debrief/stored.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { markBlanks } from "../../fill-in.ts";
import { buttonsOn } from "../../practice/buttons.ts";
import type { DrillDraft } from "./draft-drill.ts";
import { drillsOf } from "./drill.ts";
import { withoutWords } from "./drop-drills.ts";

/** As much as a debrief: worth a message of its own on a quiet day. */
const [repValue, managerValue] = [0.4, 0.6];

const proposalKey = ({ id }: Pick<ScriptAsset, "id">) => `drill:${id}`;

/** Shows a draft to its rep, unless one still waits or came this week: nobody is asked more often (ours). */
export async function proposeDrill(
  unit: Unit,
  workdays: Workdays,
  { person, draft }: { person: Person; draft: DrillDraft },
): Promise<void> {
  const known = await drillsOf(unit, person.id);
  const isFull = known.some(
    ({ state, createdAt }) => state === "draft" || createdAt > unit.now - weekMs,
  );
  if (isFull) return;
  const times = { createdAt: unit.now, updatedAt: unit.now };
  const asset: ScriptAsset = { ...draft.asset, ...times, id: unit.newId("script") };
  await unit.scriptAssets.put(asset);
  const card = proposalCard(unit, person, { asset, removed: draft.removed });
  await offerNudge(unit, workdays, { person, kind: "coaching", value: repValue, card });
}

type Proposal = { asset: ScriptAsset; removed: readonly PersonalKind[] };

function proposalCard(unit: Unit, person: Person, { asset, removed }: Proposal): Card {
  const { drills, debrief } = readingOf(person).texts;
  const key = proposalKey(asset);
  const button = buttonsOn(unit, { person, cardKey: key, own: { assetId: asset.id } });
  const kinds = [...new Set(removed)].map((kind) => debrief.blanks[kind]);
  const { draft } = debrief;
  const cleaned = draft.removed({ count: removed.length, kinds: kinds.join(draft.and) });
  const mark = (words: string) => markBlanks(words, asset.language);
  return {
    ...{ key, title: drills.proposal.title, tone: "info", summary: drills.proposal.title },
    blocks: [
      { t: "text", text: [strong(mark(asset.provenance.customer))] },
      ...asset.text.split("\n").map((line) => sentence(mark(line))),
      note(mark(asset.provenance.why)),
      note(removed.length > 0 ? cleaned : draft.clean),
      note(draft.check),
      note(drills.proposal.next),
      {
        t: "actions",
        actions: [
          button("drills.use", drills.proposal.unnamed, { style: "primary" }),
          button("drills.use_named", drills.proposal.named),
          button("drills.leave", drills.proposal.leave),
        ],
      },
    ],
  };
}

/** "Use it": on to the manager; without a manager nobody could review it. */
export function useAnswer(
  { workdays }: { workdays: Workdays },
  ask: Ask,
  { isNamed }: { isNamed: boolean },
): Effect {
  return onProposal(ask, async (unit, asset) => {
    const { person } = ask;
    const { proposal } = readingOf(person).texts.drills;
    const people = await unit.people.find({});
    const manager = managerOf(person, people, await unit.teams.find({}));
    if (!manager) return { toast: proposal.nobody };
    const sent: ScriptAsset = {
      ...{ ...asset, authorId: isNamed ? person.id : null, reviewerId: manager.id },
      updatedAt: unit.now,
    };
    await unit.scriptAssets.put(sent);
    scheduleReminder(unit, sent.id);
    const card = reviewCard(unit, manager, { asset: sent, rep: person.name });
    const offer = { person: manager, kind: "strategy", value: managerValue, card } as const;
    await offerNudge(unit, workdays, offer);
    return { card: closedCard(sent, proposal.sent({ name: manager.name })) };
  });
}

/** "Not this one": its words go, and it is not asked about again. */
export function leaveAnswer(ask: Ask): Effect {
  return onProposal(ask, async (unit, asset) => {
    await unit.scriptAssets.put(withoutWords(asset, unit.now));
    const { left } = readingOf(ask.person).texts.drills.proposal;
    return { card: closedCard(asset, left) };
  });
}

type Work = (unit: Unit, asset: ScriptAsset) => ReturnType<Effect>;

/** Only the rep's own, while it waits for them and they still agree. */
function onProposal({ person, params }: Ask, work: Work): Effect {
  return async (unit) => {
    const own = await drillsOf(unit, person.id);
    const asset = own.find(({ id }) => id === params.assetId);
    const waits = asset?.state === "draft" && asset.reviewerId === null;
    const agreed = await standingConsent(unit, person.id, "drills");
    if (!asset || !waits || !agreed) return { toast: readingOf(person).texts.chat.gone };
    return work(unit, asset);
  };
}

function closedCard(asset: ScriptAsset, title: string): Card {
  return { key: proposalKey(asset), title, tone: "good", summary: title, blocks: [] };
}
