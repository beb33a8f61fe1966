// The deals and touches of this installation, as discovery looks at them: one pass over the log, in parts, so that the bot
// goes on answering. Reads only.
import { groupBy } from "../../group-by.ts";
import type { Deal } from "../../model.ts";
import type { EventLog, Reader } from "../../ports.ts";
import { customersBy, lookUp, nobodyKnown } from "../live/who-is-who.ts";
import type { DiscoveryInput } from "./discover.ts";
import { createTrails, type JourneyDeal, type Trails } from "./trail.ts";

export type GatherServices = {
  read: Reader;
  events: Pick<EventLog, "after">;
  now: number;
  /** Lets others work in between. */
  pause: () => Promise<void>;
  onRead?: (touches: number) => void;
};

/** Touches read at once: some ten milliseconds. */
const partSize = 2_000;

/** Reads everything. */
export async function gatherJourneys(services: GatherServices): Promise<DiscoveryInput> {
  const deals = await journeyDeals(services.read);
  const trails = createTrails(deals);
  await followLog(services, trails);
  const { now, pause } = services;
  return { deals, trails, now, pause };
}

/** Every deal whose opening and customer are known. */
async function journeyDeals(read: Reader): Promise<JourneyDeal[]> {
  const all = await read.deals.find({});
  const leads = await read.leads.find({ id: all.flatMap(({ leadId }) => leadId ?? []) });
  const contactOf = new Map(leads.map(({ id, contactId }) => [id, contactId]));
  const accountIds = [...new Set(all.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = await read.accounts.find({ id: accountIds });
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const changes = groupBy(await read.stageChanges.find({}), ({ dealId }) => dealId);
  return all.flatMap((deal): JourneyDeal[] => {
    const contactId = contactOf.get(deal.leadId ?? "") ?? null;
    const customers = [deal.accountId, contactId].filter((id) => id !== null);
    if (deal.openedAt === null || customers.length === 0) return [];
    const account = accountOf.get(deal.accountId ?? "");
    return [
      {
        ...{ id: deal.id, label: labelOf(deal, account?.name), customers, ownerId: deal.ownerId },
        ...{ status: deal.status, openedAt: deal.openedAt, closedAt: deal.closedAt },
        ...{ segment: account?.industry ?? null, stage: deal.stage },
        ...{ amount: deal.amount, currency: deal.currency },
        stages: (changes.get(deal.id) ?? [])
          .map(({ at, to }) => ({ at, stage: to }))
          .sort((a, b) => a.at - b.at),
      },
    ];
  });
}

const labelOf = ({ name }: Deal, account = "") =>
  name.includes(account) ? name : `${name} · ${account}`;

async function followLog(
  { read, events, now, pause, onRead }: GatherServices,
  trails: Trails,
): Promise<void> {
  const who = nobodyKnown();
  const customerOf = customersBy(who);
  let position = 0;
  for (let seen = 0; ; ) {
    const part = await events.after(position, partSize);
    const touches = part.map(({ touch }) => touch).filter(({ at }) => at <= now);
    await lookUp(who, touches, read);
    for (const touch of touches) {
      trails.take(touch, [customerOf(touch, "contact"), customerOf(touch, "account")]);
    }
    seen += part.length;
    onRead?.(seen);
    const last = part.at(-1);
    if (!last || part.length < partSize) return;
    position = last.position;
    await pause();
  }
}
