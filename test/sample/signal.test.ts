// Each signal is measured on eight samples and averaged: one draw of 400 deals is as noisy as a real team's history.
import { describe, expect, it } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { createSample, type Sample } from "../../src/sample/create-sample.ts";
import { type RepRow, repTable } from "../../src/sample/tables/rep-table.ts";
import { type Industry, industries } from "../../src/sample/traits.ts";

const now = Date.UTC(2026, 2, 11, 10, 30);
const beforeMs = 14 * 86_400_000;
const views = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => viewOf(createSample({ now, seed })));

describe("the factors find what was planted", () => {
  it("win rates by industry follow the reps' strengths", () => {
    expect(average((view) => strengthCorrelation(view, "industry"))).toBeGreaterThan(0.6);
  });

  it("win rates by size follow the reps' strengths", () => {
    expect(average((view) => strengthCorrelation(view, "size"))).toBeGreaterThan(0.35);
  });

  it("wins are more frequent in declared industries", () => {
    const gap = (view: View) =>
      winRate(view.closed.filter(declared)) - winRate(not(view, declared));
    expect(average(gap)).toBeGreaterThan(0.1);
  });

  it("is not certain: even strong reps lose and weak ones win", () => {
    const strong = (each: Seen) => each.rep.strengths.industry[each.industry] >= 0.5;
    const weak = (each: Seen) => each.rep.strengths.industry[each.industry] <= -0.5;
    expect(average((view) => winRate(view.closed.filter(strong)))).toBeLessThan(0.75);
    expect(average((view) => winRate(view.closed.filter(weak)))).toBeGreaterThan(0.2);
  });

  it.each(industries)("customers in %s behave otherwise before wins than before losses", (each) => {
    const deals = (view: View) => view.closed.filter(({ industry }) => industry === each);
    expect(average((view) => wonGap(deals(view), telling[each]))).toBeGreaterThan(0.025);
  });

  it("what tells a win in one industry tells nothing in the others", () => {
    const others = (view: View) => view.closed.filter(({ industry }) => industry !== "finance");
    expect(average((view) => wonGap(others(view), telling.finance))).toBeLessThan(0.01);
  });

  it("customers stay longer on pages before wins", () => {
    const dwell = (deals: Seen[]) => mean(deals.flatMap(({ dwellSeconds }) => dwellSeconds));
    const gap = (view: View) => dwell(view.closed.filter(won)) - dwell(not(view, won));
    expect(average(gap)).toBeGreaterThan(10);
  });

  it("reps who are good with watchers win after videos, those good with readers after papers", () => {
    const videos = ["video.progress"];
    const papers = ["file.download whitepaper", "page.view docs"];
    const wins = (view: View, style: "watcher" | "reader") =>
      view.closed.filter((each) => won(each) && each.rep.strengths.style[style] > 0.5);
    const lead = (kinds: string[], first: "watcher" | "reader", second: "watcher" | "reader") =>
      average((view) => share(wins(view, first), kinds) - share(wins(view, second), kinds));
    expect(lead(videos, "watcher", "reader")).toBeGreaterThan(0.02);
    expect(lead(papers, "reader", "watcher")).toBeGreaterThan(0.02);
  });

  it("each rep's first contact comes as fast as planted", () => {
    const reps = repTable.filter((rep) => rep.closed >= 30);
    const planted = ranks(reps.map((rep) => rep.firstContactHours));
    const measured = (view: View) =>
      ranks(
        reps.map((rep) =>
          median(view.closed.filter((each) => each.rep === rep).map(({ delayMs }) => delayMs)),
        ),
      );
    expect(average((view) => correlation(planted, measured(view)))).toBeGreaterThan(0.9);
  });

  it("fast answers win more", () => {
    const gap = (view: View) => {
      const middle = median(view.closed.map(({ delayMs }) => delayMs));
      const fast = (each: Seen) => each.delayMs < middle;
      return winRate(view.closed.filter(fast)) - winRate(not(view, fast));
    };
    expect(average(gap)).toBeGreaterThan(0.05);
  });

  it("confirmed budgets win more than none", () => {
    const withBudget = (view: View, status: string) =>
      view.closed.filter(({ deal }) => deal.budgetStatus === status);
    const gap = (view: View) =>
      winRate(withBudget(view, "confirmed")) - winRate(withBudget(view, "none"));
    expect(average(gap)).toBeGreaterThan(0.08);
  });

  it("customers whose scores are good buy again more often", () => {
    const repeat = (view: View, happy: boolean) =>
      view.closed.filter(({ score }) => score !== undefined && score >= 8 === happy);
    expect(
      average((view) => winRate(repeat(view, true)) - winRate(repeat(view, false))),
    ).toBeGreaterThan(0.03);
  });
});

/** A closed deal with what can be seen around it. */
type Seen = {
  deal: Deal;
  rep: RepRow;
  industry: Industry;
  size: string;
  /** From the opening to the owner's first call or e-mail. */
  delayMs: number;
  /** The account's touches from two weeks before the opening to the end. */
  touches: string[];
  dwellSeconds: number[];
  /** The account's last score before the opening. */
  score: number | undefined;
};
type View = { closed: Seen[] };

const telling: Record<Industry, string[]> = {
  finance: ["page.view pricing", "file.download quote"],
  manufacturing: ["video.progress", "file.download brochure"],
  medical: ["page.view docs", "file.download whitepaper"],
};

function viewOf(sample: Sample): View {
  const closed = sample.deals.filter(({ status }) => status !== "open");
  return { closed: closed.map((deal) => see(deal, sample)) };
}

function see(deal: Deal, sample: Sample): Seen {
  const account = sample.accounts.find(({ id }) => id === deal.accountId);
  const rep = repTable.find(({ key }) => `per_sample_${key}` === deal.ownerId);
  const contactId = sample.leads.find(({ id }) => id === deal.leadId)?.contactId;
  if (!account || !rep) throw new Error(`${deal.id} hangs in the air.`);
  const opened = deal.openedAt ?? 0;
  const of = sample.touches.filter(({ accountId }) => accountId === account.id);
  const answer = of.find(
    (each) =>
      each.contactId === contactId && each.props.personId === deal.ownerId && each.at >= opened,
  );
  const around = of.filter(
    ({ at, props }) =>
      props.personId === undefined && at >= opened - beforeMs && at <= (deal.closedAt ?? now),
  );
  const scored = of.findLast(({ type, at }) => type === "survey.score" && at < opened);
  return {
    deal,
    rep,
    industry: account.industry as Industry,
    size: account.segment ?? "",
    delayMs: (answer?.at ?? Number.POSITIVE_INFINITY) - opened,
    touches: around.map(({ type, props }) => `${type} ${props.page ?? props.kind ?? ""}`.trim()),
    dwellSeconds: around
      .filter(({ type }) => type === "page.view")
      .map(({ props }) => Number(props.dwellSeconds)),
    score: scored && Number(scored.props.score),
  };
}

function won({ deal }: Seen) {
  return deal.status === "won";
}

function declared({ rep, industry }: Seen) {
  return rep.industries.includes(industry);
}

function not(view: View, test: (each: Seen) => boolean) {
  return view.closed.filter((each) => !test(each));
}

function winRate(deals: Seen[]) {
  return deals.filter(won).length / deals.length;
}

/** How large a part of the touches around these deals is of these kinds. */
function share(deals: Seen[], kinds: string[]) {
  const touches = deals.flatMap((each) => each.touches);
  return touches.filter((kind) => kinds.includes(kind)).length / touches.length;
}

function wonGap(deals: Seen[], kinds: string[]) {
  return (
    share(deals.filter(won), kinds) -
    share(
      deals.filter((each) => !won(each)),
      kinds,
    )
  );
}

/** Between a strength and the win rate where it applies, over rep x trait cells with enough deals. */
function strengthCorrelation(view: View, group: "industry" | "size") {
  const cells = repTable.flatMap((rep) =>
    Object.entries(rep.strengths[group]).map(([trait, strength]) => ({
      strength,
      deals: view.closed.filter((each) => each.rep === rep && each[group] === trait),
    })),
  );
  const filled = cells.filter(({ deals }) => deals.length >= 8);
  return correlation(
    filled.map(({ strength }) => strength),
    filled.map(({ deals }) => winRate(deals)),
  );
}

function average(measure: (view: View) => number) {
  return mean(views.map(measure));
}

function mean(values: number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: number[]) {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

function ranks(values: number[]) {
  return values.map((value) => values.filter((other) => other < value).length);
}

function correlation(xs: number[], ys: number[]) {
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, index) => (x - mx) * ((ys[index] ?? my) - my)));
  const spread = (values: number[], middle: number) =>
    Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
  return covariance / (spread(xs, mx) * spread(ys, my));
}
