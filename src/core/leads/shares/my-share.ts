// "my share" / 我的份额: month by month what the leads somebody got were expected to bring, beside the team's median.
import { note } from "../../blocks.ts";
import { type Block, type Card, type Inline, text } from "../../card.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import { fromLocalTime, localTime } from "../../people/working-time.ts";
import type { Clock, Reader, Store } from "../../ports.ts";
import { medianOf } from "../../statistics/quantiles.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { shrink } from "../factors/track-record.ts";
import { fairnessFloor, type Got, type Share, sharesOf, standingOf } from "./share.ts";

/** This month and the two before it. */
const months = 3;
/** With fewer colleagues a median would be somebody's own number. */
const fewestOthers = 3;

export async function showShare(
  { store, clock }: { store: Store; clock: Clock },
  person: Person,
): Promise<Effect> {
  const { read } = store;
  const starts = monthStarts(clock(), person);
  const team = await teamOf(read, person);
  const currency = await currencyOf(read, person);
  const got = await gatherGot(read, { team, currency, from: starts.at(-1) ?? 0 });
  const rows = starts.map((from, index): Month => {
    const to = starts[index - 1] ?? Number.POSITIVE_INFINITY;
    const ids = team.map(({ id }) => id);
    const shares = sharesOf(
      ids,
      got.filter(({ at }) => at >= from && at < to),
    );
    const mine = shares.get(person.id) ?? { leads: 0, wins: 0, value: 0 };
    return { from, mine, median: medianOf([...shares.values()].map(({ value }) => value)) ?? 0 };
  });
  return async (unit) => {
    const isSmall = team.length <= fewestOthers;
    const key = `my_share:${unit.newId("message")}`;
    unit.post({
      to: person.id,
      card: shareCard(readingOf(person), { key, rows, currency, isSmall }),
    });
    return {};
  };
}

type Month = { from: number; mine: Share; median: number };

/** The beginnings of this month and those before it, where the person is; the latest first. */
function monthStarts(now: number, { timeZone }: Person): number[] {
  const [year = 0, month = 1] = localTime(now, timeZone).day.split("-").map(Number);
  return Array.from({ length: months }, (_, back) => {
    const day = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10);
    return fromLocalTime({ day, minutes: 0 }, timeZone);
  });
}

/** Reps of the same team. */
async function teamOf(read: Reader, person: Person): Promise<Person[]> {
  const reps = await read.people.find({ role: "rep", active: true });
  return reps.filter(({ id, teamId }) => id === person.id || (teamId && teamId === person.teamId));
}

/** The currency most of the person's deals are in. */
async function currencyOf(read: Reader, { id }: Person): Promise<string | null> {
  const deals = await read.deals.find({ ownerId: id });
  const counts = new Map<string, number>();
  for (const { currency } of deals)
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

type Asked = { team: Person[]; currency: string | null; from: number };

/** Every lead the team got from Ringside or a manager since then; not what they brought in, took or gave back. */
async function gatherGot(read: Reader, { team, currency, from }: Asked): Promise<Got[]> {
  const repIds = team.map(({ id }) => id);
  const offers = (
    await read.assignments.find({
      ...{ repId: repIds, state: ["offered", "accepted"], decidedAt: { gte: from } },
    })
  ).filter(({ authorId, repId }) => authorId !== repId);
  const leads = await read.leads.find({ id: offers.map(({ leadId }) => leadId) });
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]));
  const industryOf = await industries(read);
  const worth = createWorth(await closedDeals(read, industryOf), currency);
  return offers.map(({ repId, decidedAt, leadId }) => {
    const lead = leadOf.get(leadId);
    const industry = industryOf.get(lead?.accountId ?? "") ?? "";
    const own = lead?.budget && lead.currency === currency ? lead.budget : null;
    const isOther = lead?.currency !== null && lead?.currency !== currency;
    const amount = own ?? (isOther ? null : worth.amount(industry));
    return { repId, at: decidedAt, chance: worth.chance(industry), amount };
  });
}

async function industries(read: Reader): Promise<Map<string, string>> {
  const accounts = await read.accounts.find({});
  return new Map(accounts.map(({ id, industry }) => [id, industry ?? ""]));
}

type Closed = { won: boolean; industry: string; amount: number | null; currency: string | null };

async function closedDeals(read: Reader, industryOf: Map<string, string>): Promise<Closed[]> {
  const deals = await read.deals.find({ status: ["won", "lost"] });
  return deals.map(({ status, accountId, amount, currency }) => ({
    ...{ won: status === "won", industry: industryOf.get(accountId ?? "") ?? "", amount, currency },
  }));
}

/** What the team makes of leads in an industry: its own record there, drawn towards all of it while history is thin. */
function createWorth(closed: Closed[], currency: string | null) {
  const base = closed.length === 0 ? 0.5 : closed.filter(({ won }) => won).length / closed.length;
  const ofIndustry = groupBy(closed, ({ industry }) => industry);
  const amounts = (some: Closed[]) =>
    some.flatMap((deal) => (deal.won && deal.currency === currency ? (deal.amount ?? []) : []));
  const usual = medianOf(amounts(closed)) ?? 0;
  return {
    chance(industry: string): number {
      const some = ofIndustry.get(industry) ?? [];
      return shrink({ hits: some.filter(({ won }) => won).length, of: some.length, base });
    },
    amount: (industry: string) => medianOf(amounts(ofIndustry.get(industry) ?? [])) || usual,
  };
}

type Shown = { key: string; rows: Month[]; currency: string | null; isSmall: boolean };

function shareCard(
  { texts, format, language, timeZone }: Reading,
  { key, rows, currency, isSmall }: Shown,
): Card {
  const { share } = texts.ownership;
  const monthName = new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    ...{ year: "numeric", month: "long", timeZone },
  });
  const lines = rows.map(({ from, mine, median }): Inline[][] => [
    [text(monthName.format(from))],
    [text(String(mine.leads))],
    [text(format.number(mine.wins))],
    [text(format.money(mine.value, currency))],
    ...(isSmall ? [] : [[text(format.money(median, currency))]]),
    [text(median > 0 ? share.bands[standingOf(mine.value, median)] : share.none)],
  ]);
  const median = isSmall ? [] : [share.median];
  const [now] = rows;
  const isLow = now && now.median > 0 && standingOf(now.mine.value, now.median) === "below";
  const notes = [
    ...(isLow ? [share.low] : []),
    share.explain({ floor: Math.round(fairnessFloor * 100) }),
    ...(isSmall ? [share.few] : []),
  ];
  const columns = [share.month, share.leads, share.wins, share.value, ...median, share.standing];
  const blocks: Block[] = [
    { t: "table", columns, rows: lines, numeric: isSmall ? [1, 2, 3] : [1, 2, 3, 4] },
    note(notes.join("\n")),
  ];
  return { key, title: share.title, tone: isLow ? "warn" : "info", summary: share.title, blocks };
}
