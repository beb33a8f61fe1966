// A year of one rep's deals that are over, half of them called: what a claim about calls is tested on.
import type { StageChange } from "../../src/core/facts.ts";
import type { Account, Deal } from "../../src/core/model.ts";
import { testNow } from "./people.ts";
import { aTouch } from "./touches.ts";
import type { World } from "./world.ts";

const day = 86_400_000;

/** `from`: when the first was opened; `isEffective`: whether those that were called are mostly won. */
type Past = { from: number; prefix: string; isEffective: boolean };

/** One of Ana's deals that are over: those that were called are mostly won, the others mostly lost. */
function pastDeal(index: number, { from, prefix, isEffective }: Past) {
  const isCalled = index % 2 === 0;
  const openedAt = from + Math.floor(index / 4) * 4 * day;
  const calledAt = openedAt + 5 * day;
  const closedAt = calledAt + (10 + (index % 3)) * day;
  const isWon = isEffective && isCalled ? index % 8 !== 0 : index % 8 === 1;
  const end = isWon ? ("won" as const) : ("lost" as const);
  const ids = { id: `dea_${prefix}${index}`, accountId: `acc_${prefix}${index}` };
  const deal: Deal = {
    ...{ ...ids, name: `Deal ${index}`, leadId: null, productId: null, ownerId: "per_ana" },
    ...{ stage: end, status: end, amount: 1_000, currency: "EUR", budgetStatus: null },
    ...{ nextStep: null, nextStepDate: null, decisionMaker: null, competitor: null },
    ...{ lossReason: null, openedAt, closeDate: null, closedAt, createdAt: openedAt },
    updatedAt: closedAt,
  };
  const change: StageChange = {
    ...{ id: `stg_${prefix}${index}`, dealId: ids.id, from: "proposal", to: end, at: closedAt },
    ...{ actorId: null, source: "test", evidence: null },
  };
  const call = { accountId: ids.accountId, contactId: null, type: "call.made" };
  return {
    deal,
    change,
    touches: isCalled ? [aTouch(`call ${prefix}${index}`, calledAt, call)] : [],
  };
}

/** Puts 120 of them on record. */
export async function addCalledDeals({ ringside }: World, past: Partial<Past> = {}): Promise<void> {
  const about = { from: testNow - 200 * day, prefix: "", isEffective: true, ...past };
  const deals = Array.from({ length: 120 }, (_, index) => pastDeal(index, about));
  await ringside.records.write(async (unit) => {
    const acme = (await unit.accounts.get("acc_acme")) as Account;
    const accounts = deals.map(({ deal }) => ({ ...acme, id: deal.accountId ?? "" }));
    await unit.putRecords("account", accounts);
    await unit.putRecords(
      "deal",
      deals.map(({ deal }) => deal),
    );
    await unit.stageChanges.put(...deals.map(({ change }) => change));
  });
  await ringside.events.append(deals.flatMap(({ touches }) => touches));
}
