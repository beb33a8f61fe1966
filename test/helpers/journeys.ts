// Deals with touches for conversations about what behaviour tells: sixty that have ended, and one that has fallen silent.
import type { StageChange } from "../../src/core/facts.ts";
import type { Account, Deal, Touch } from "../../src/core/model.ts";
import { recordDefaults } from "../../src/core/records/defaults.ts";
import { testNow } from "./people.ts";
import { aTouch } from "./touches.ts";
import type { World } from "./world.ts";

const day = 86_400_000;
const usualPages = ["product", "docs", "cases", "team"];
const count = 60;

/**
 * Won and lost in turn. Whoever was won looked at prices on the third day, of those lost one in five; whoever was lost fell
 * silent two weeks before, the others kept coming. Acme's open deal, Ana's, goes on like the others, then back and forth
 * over the cases, and then nothing for twenty days.
 */
export async function withJourneys({ ringside }: World, ownerId = "per_ana"): Promise<void> {
  const accounts = Array.from({ length: count }, (_, index): Account => anAccount(index));
  const deals = Array.from({ length: count }, (_, index) => endedDeal(index));
  const acme: Deal = {
    ...endedDeal(count),
    ...{ id: "dea_acme", name: "Acme Medical seats", accountId: "acc_acme", ownerId },
    ...{ status: "open", stage: "negotiation", amount: 90_000, currency: "EUR" },
    ...{ openedAt: testNow - 60 * day, closedAt: null },
  };
  await ringside.records.write(async (unit) => {
    await unit.putRecords("account", accounts);
    await unit.putRecords("deal", [...deals, acme]);
    await unit.stageChanges.put(...[...deals, acme].map(inNegotiation));
  });
  await ringside.events.append([
    aTouch("first", testNow - 500 * day, { contactId: "con_nobody" }),
    ...deals.flatMap((deal, index) => endedTouches(deal, index)),
    ...acmeTouches(),
  ]);
  await ringside.drain();
}

function anAccount(index: number): Account {
  const times = { createdAt: testNow, updatedAt: testNow };
  const name = `Company ${index}`;
  return {
    ...recordDefaults.account,
    ...times,
    id: `acc_${index}`,
    name,
    nameKey: name,
  } as Account;
}

function endedDeal(index: number): Deal {
  const isWon = index % 2 === 0;
  const openedAt = testNow - (300 - 2 * index) * day;
  return {
    ...recordDefaults.deal,
    ...{ id: `dea_${index}`, name: `Deal ${index}`, accountId: `acc_${index}`, ownerId: null },
    ...{ stage: isWon ? "won" : "lost", status: isWon ? "won" : "lost", openedAt },
    ...{ closedAt: openedAt + 50 * day, createdAt: openedAt, updatedAt: openedAt },
  } as Deal;
}

function inNegotiation({ id, openedAt }: Deal): StageChange {
  const to = { dealId: id, from: null, to: "negotiation", at: openedAt ?? 0 };
  return { id: `stg_${id}`, ...to, actorId: null, source: "test", evidence: null };
}

function endedTouches({ id, openedAt, accountId }: Deal, index: number): Touch[] {
  const isWon = index % 2 === 0;
  const visits = Array.from({ length: isWon ? 25 : 17 }, (_, visit) =>
    page(`${id}-${visit}`, (openedAt ?? 0) + visit * 2 * day, {
      ...{ page: usualPages[visit % 4] ?? "", accountId },
    }),
  );
  const looks = isWon || index % 10 === 1;
  const price = page(`${id}-price`, (openedAt ?? 0) + 3 * day, { page: "pricing", accountId });
  return looks ? [...visits, price] : visits;
}

function acmeTouches(): Touch[] {
  const visit = (name: string, ago: number, at: string) =>
    page(`acme-${name}`, testNow - ago * day, { page: at, accountId: "acc_acme" });
  return [
    ...Array.from({ length: 12 }, (_, index) =>
      visit(`${index}`, 58 - 2 * index, usualPages[index % 4] ?? ""),
    ),
    ...["cases", "cases", "team", "cases", "cases", "cases", "cases"].map((at, index) =>
      visit(`odd-${index}`, 33 - 2 * index, at),
    ),
  ];
}

type Where = { page: string; accountId: string | null };

function page(id: string, at: number, { page: name, accountId }: Where): Touch {
  return aTouch(id, at, { props: { page: name }, contactId: null, accountId, anonymousId: null });
}
