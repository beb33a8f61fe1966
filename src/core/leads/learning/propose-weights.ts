// Once a week: do outcomes and disputes ask for other weights? Then a manager is asked; nothing switches itself on.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note, sentence } from "../../blocks.ts";
import type { Action, Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { WeightVersion } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Reader, Store, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { changesBetween, toParams } from "../weighing/draft.ts";
import { highestNumber, liveWeights, scheduleLearning } from "../weighing/weights.ts";
import { gatherLessons, gatherPreferred } from "./gather-lessons.ts";
import { type Learnt, learnWeights } from "./learn-weights.ts";

/** A proposal that is open or was turned down rests this long. */
const restMs = 28 * dayMs;
/** Above half of what competes for a manager's two messages: it changes every lead to come. */
const proposalValue = 0.7;

/** The job. */
export async function proposeWeights({
  store,
  workdays,
}: {
  store: Store;
  workdays: Workdays;
}): Promise<(unit: Unit) => Promise<void>> {
  const { read } = store;
  const live = await liveWeights(read);
  const lessons = await gatherLessons(read);
  const preferred = await gatherPreferred(read);
  const learnt = live ? learnWeights({ lessons, preferred, today: live.weights }) : null;
  const to = await highestManager(read);
  return async (unit) => {
    scheduleLearning(unit);
    if (!live || !learnt || !to || (await isResting(unit))) return;
    const proposal = await keep(unit, { live, learnt });
    const card = proposalCard(unit, { to, live, learnt, proposal });
    await offerNudge(unit, workdays, { person: to, kind: "insight", value: proposalValue, card });
  };
}

async function isResting(unit: Unit): Promise<boolean> {
  const since = unit.now - restMs;
  const recent = await unit.weightVersions.find({ reason: "learnt", createdAt: { gte: since } });
  return recent.length > 0;
}

async function highestManager(read: Reader): Promise<Person | undefined> {
  const managers = await read.people.find(
    { role: "manager", active: true },
    { order: { by: "id" } },
  );
  return managers.find(({ managerId }) => managerId === null) ?? managers[0];
}

type Found = { live: WeightVersion; learnt: Learnt };

/** A version like any other, but proposed: what was decided about it stays on record. */
async function keep(unit: Unit, { live, learnt }: Found): Promise<WeightVersion> {
  const proposal: WeightVersion = {
    ...{ id: unit.newId("weights"), number: (await highestNumber(unit)) + 1 },
    segment: live.segment,
    ...{ weights: learnt.weights, backtest: learnt.backtest, state: "proposed", authorId: null },
    ...{ reason: "learnt", basedOnId: live.id, createdAt: unit.now, publishedAt: null },
  };
  await unit.weightVersions.put(proposal);
  return proposal;
}

type Proposed = Found & { to: Person; proposal: WeightVersion };

function proposalCard(unit: Unit, { to, live, learnt, proposal }: Proposed): Card {
  const reading = readingOf(to);
  const { learning } = reading.texts.weights;
  const key = `weights_proposal:${proposal.id}`;
  const carried = {
    ...toParams({ weights: learnt.weights, basedOn: live.id, segment: live.segment }),
    proposalId: proposal.id,
  };
  const button = (id: string, label: string): Action => ({
    ...{ id, label },
    ref: unit.arm({ action: id, params: carried, personId: to.id, cardKey: key }),
  });
  const { gain, ...counts } = learnt.backtest;
  const [value, low, high] = [gain.value, gain.low, gain.high].map((each) => each.toFixed(3)) as [
    string,
    string,
    string,
  ];
  return {
    ...{ key, title: learning.title, tone: "info", summary: learning.title },
    blocks: [
      sentence(changesBetween(live.weights, learnt.weights, reading).join(" · ")),
      sentence(learning.why({ ...counts, value, low, high })),
      note(learning.caution),
      {
        t: "actions",
        actions: [
          button("weights.preview", learning.preview),
          { ...button("weights.publish", reading.texts.weights.preview.publish), style: "primary" },
          button("weights.dismiss", learning.dismiss),
        ],
      },
    ],
  };
}
