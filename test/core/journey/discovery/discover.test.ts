import { describe, expect, it } from "vitest";
import { discover } from "../../../../src/core/journey/discovery/discover.ts";
import { createTrails, momentsOf, pathOf } from "../../../../src/core/journey/discovery/trail.ts";
import { startCounting } from "../../../helpers/processor-time.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { type Doing, day, invent } from "./histories.ts";

const pages = ["product", "docs", "cases", "team", "news", "jobs"];
/** Pages looked at that go with nothing. */
const noise = ({ chance }: Doing) =>
  pages.flatMap((page, index) => (chance(0.5) ? [{ page, day: index + 1 }] : []));
const signsOf = (found: Awaited<ReturnType<typeof discover>>) =>
  found.winning.findings.map(({ signs, says, segment }) =>
    `${says} ${signs.join(" > ")} ${segment ?? ""}`.trim(),
  );

describe("what goes with winning", () => {
  it("is found where it is, with its odds, its interval and its sample", async () => {
    const found = await discover(
      invent({
        deals: 300,
        does: (doing) => [
          ...noise(doing),
          ...(doing.chance(doing.won ? 0.7 : 0.3) ? [{ page: "pricing", day: 9 }] : []),
        ],
      }),
    );
    const [first] = found.winning.findings;
    expect(first).toMatchObject({ signs: ["page.view:pricing"], says: "winning", segment: null });
    expect(first?.oddsRatio.low).toBeGreaterThan(2);
    expect((first?.having.of ?? 0) + (first?.others.of ?? 0)).toBe(found.comparison.compared);
    expect(first?.equallyBusy?.low).toBeGreaterThan(1);
  });

  it("is nothing where nothing does: of twenty histories at most a few say otherwise", async () => {
    const wrong = [];
    for (let seed = 1; seed <= 20; seed += 1) {
      const found = await discover(invent({ deals: 120, does: noise, seed }));
      expect(["nothing", "found"]).toContain(found.winning.verdict);
      wrong.push(...(found.winning.verdict === "found" ? [seed] : []));
    }
    // Three families of questions, each wrong one time in twenty at most.
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  it("is not that winners live longer and so have more touches", async () => {
    // A page a day at random, for as long as the deal lives; winners live three times as long.
    const history = invent({
      deals: 240,
      lives: (won) => (won ? 120 : 40),
      does: ({ won, chance }) =>
        Array.from({ length: won ? 120 : 40 }, (_, at) => at).flatMap((at) =>
          chance(0.03) ? [{ page: "pricing", day: at }] : [],
        ),
    });
    const found = await discover({ ...history, now: history.now + 100 * day });
    expect(signsOf(found)).toEqual([]);
    const looked = (won: boolean) => {
      const some = history.deals.filter(({ status }) => (status === "won") === won);
      const did = some.filter(({ id }) => history.trails.of(id).kinds.size > 0);
      return did.length / some.length;
    };
    expect(looked(true) - looked(false)).toBeGreaterThan(0.2);
  });

  it("of a pair says what the order tells beyond both, and nothing where it tells no more", async () => {
    const inOrder = await discover(
      invent({
        deals: 300,
        does: ({ won, chance }) => {
          const isForward = chance(won ? 0.75 : 0.25);
          return [
            { page: "cases", day: isForward ? 2 : 5 },
            { page: "pricing", day: isForward ? 5 : 2 },
          ];
        },
      }),
    );
    expect(signsOf(inOrder)).toContain("winning page.view:cases > page.view:pricing");
    const parts = await discover(
      invent({
        deals: 300,
        does: (doing) => [
          ...noise(doing),
          ...(doing.chance(doing.won ? 0.7 : 0.3) ? [{ page: "pricing", day: 9 }] : []),
        ],
      }),
    );
    expect(signsOf(parts).filter((signs) => signs.includes(">"))).toEqual([]);
  });

  it("in segments apart is told of each, though all together show nothing", async () => {
    const found = await discover(
      invent({
        deals: 400,
        does: (doing) => {
          const isFor = doing.won === (doing.index % 2 === 0);
          const looks = doing.chance(isFor ? 0.7 : 0.3) ? [{ page: "pricing", day: 9 }] : [];
          return [...noise(doing), ...looks];
        },
      }),
    );
    expect(signsOf(found).sort()).toEqual([
      "losing page.view:pricing medical",
      "winning page.view:pricing finance",
    ]);
  });

  it("leaves out what is the outcome by another name", async () => {
    const found = await discover(
      invent({
        deals: 200,
        does: (doing) => [
          ...noise(doing),
          ...(doing.won ? [{ type: "contract.signed", day: 20 }] : []),
        ],
      }),
    );
    expect(found.winning.tested.flatMap(({ signs }) => signs)).not.toContain("contract.signed");
  });
});

describe("bad input", () => {
  it("without history, with one outcome or without touches has its own answer", async () => {
    const nothing = { deals: [], trails: createTrails([]), now: 0, pause: async () => {} };
    expect(await discover(nothing)).toMatchObject({ winning: { verdict: "thin" }, paths: null });
    const history = invent({ deals: 100, does: noise });
    const won = history.deals.map((deal) => ({ ...deal, status: "won" as const }));
    expect((await discover({ ...history, deals: won })).winning.verdict).toBe("one_class");
    const silent = invent({ deals: 100, does: () => [] });
    expect((await discover(silent)).winning).toMatchObject({ verdict: "nothing", tested: [] });
    expect((await discover(invent({ deals: 20, does: noise }))).winning.verdict).toBe("thin");
  });

  it("of a hundred thousand touches of one customer is thinned, and told in a moment", async () => {
    const { deals, now, pause } = invent({ deals: 60, does: noise });
    const trails = createTrails(deals);
    const [deal] = deals;
    if (!deal) throw new Error("no deal");
    trails.take(aTouch("first", deal.openedAt - 100 * day), []);
    for (let index = 0; index < 100_000; index += 1) {
      const at = deal.openedAt + index * 40_000;
      trails.take(aTouch(`t${index}`, at, { props: { page: pages[index % 6] } }), ["acc_0"]);
    }
    const trail = trails.of(deal.id);
    expect(momentsOf(trail).length).toBeLessThan(7_000);
    expect(pathOf(trail, deal)).toHaveLength(300);
    const spentMs = startCounting();
    await discover({ deals, trails, now, pause });
    expect(spentMs()).toBeLessThan(5_000);
  });

  it("of kinds nobody knows is compared like any other", async () => {
    const found = await discover(
      invent({
        deals: 200,
        does: ({ won, chance }) =>
          chance(won ? 0.8 : 0.2) ? [{ type: "kiosk.visit", day: 1 }] : [],
      }),
    );
    expect(signsOf(found)).toEqual(["winning kiosk.visit"]);
  });
});
