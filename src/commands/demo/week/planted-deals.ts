// A year of one rep's deals with something planted in it, so that a test has something to find: the story says so aloud.
import { dayMs } from "../../../core/durations.ts";
import type { Change } from "../../../core/gate/gate.ts";
import type { Person, Touch } from "../../../core/model.ts";
import { operator } from "../../../core/people/actor.ts";
import type { Stage } from "../stage.ts";

const count = 120;

/** Half of them called five days in; of those seven in eight won, of the others one in eight. */
export async function plantDeals({ ringside, sample }: Stage, rep: Person): Promise<number> {
  const now = ringside.clock();
  const [like] = sample.accounts.filter(({ ownerId }) => ownerId === rep.id);
  if (!like) throw new Error(`${rep.name} has no account.`);
  const all = Array.from({ length: count }, (_, index) => plan(index, now));
  const changes = all.flatMap(({ index, ...deal }): Change[] => {
    const { id: _, ...account } = like;
    const accountId = `acc_story_${index}`;
    const about = { name: `${like.name} ${index + 1}`, accountId, ownerId: rep.id };
    const end = { stage: deal.end, status: deal.end };
    const times = { openedAt: deal.openedAt, closedAt: deal.closedAt };
    const worth = { amount: 20_000, currency: "EUR" };
    return [
      { kind: "account", id: accountId, create: true, set: { ...account, name: about.name } },
      {
        ...{ kind: "deal", id: `dea_story_${index}`, create: true },
        set: { ...about, ...end, ...times, ...worth },
      },
    ];
  });
  await ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "story" } as const;
    const [refusal] = await ringside.gate.apply(unit, { ...by, changes });
    if (refusal) throw new Error(`The story's deals do not load: ${refusal.message}`);
    const own = await unit.stageChanges.find({
      dealId: all.map(({ index }) => `dea_story_${index}`),
    });
    await unit.stageChanges.remove(...own.map(({ id }) => id));
    await unit.stageChanges.put(
      ...all.map(({ index, closedAt, end }) => ({
        ...{ id: `stg_story_${index}`, dealId: `dea_story_${index}`, from: "proposal", to: end },
        ...{ at: closedAt, actorId: null, source: "story", evidence: null },
      })),
    );
  });
  await ringside.events.append(all.filter(({ isCalled }) => isCalled).map(toCall));
  return count;
}

type Plan = {
  index: number;
  isCalled: boolean;
  openedAt: number;
  calledAt: number;
  closedAt: number;
  end: "won" | "lost";
};

function plan(index: number, now: number): Plan {
  const isCalled = index % 2 === 0;
  const openedAt = now - 200 * dayMs + Math.floor(index / 4) * 4 * dayMs;
  const calledAt = openedAt + 5 * dayMs;
  const closedAt = calledAt + (10 + (index % 3)) * dayMs;
  const isWon = isCalled ? index % 8 !== 0 : index % 8 === 1;
  return { index, isCalled, openedAt, calledAt, closedAt, end: isWon ? "won" : "lost" };
}

function toCall({ index, calledAt: at }: Plan): Touch {
  return {
    ...{ id: `tch_story_${index}`, contactId: null, anonymousId: null, type: "call.made" },
    ...{ accountId: `acc_story_${index}`, props: {}, at, receivedAt: at, source: "story" },
  };
}
