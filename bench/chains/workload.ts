// What the chains benchmark runs on: rules and touches of a web shop's size, the same at every run.
import type { Rule, Step } from "../../src/core/journey/rules/rule.ts";
import { ruleSchema } from "../../src/core/journey/rules/schema.ts";
import type { Touch } from "../../src/core/model.ts";

export const customers = 100_000;
const startAt = Date.UTC(2026, 0, 1);
const spanMs = 30 * 86_400_000;

const pages = names("page", 40);
const features = names("feature", 20);
const campaigns = names("campaign", 20);
const kinds = ["whitepaper", "brochure", "quote", "case", "price-list", "manual"];
const videos = names("video", 10);

type Draw = ReturnType<typeof createDraw>;

/** What customers do, how often, and with which properties. */
const behaviours: { share: number; type: string; props(draw: Draw): Touch["props"] }[] = [
  {
    share: 0.5,
    type: "page.view",
    props: (draw) => ({ page: draw.of(pages), dwellSeconds: draw.below(300) }),
  },
  {
    share: 0.15,
    type: "page.leave",
    props: (draw) => ({ page: draw.of(pages), dwellSeconds: draw.below(120) }),
  },
  { share: 0.13, type: "email.open", props: (draw) => ({ campaign: draw.of(campaigns) }) },
  { share: 0.06, type: "email.click", props: (draw) => ({ campaign: draw.of(campaigns) }) },
  { share: 0.05, type: "file.download", props: (draw) => ({ kind: draw.of(kinds) }) },
  {
    share: 0.05,
    type: "video.progress",
    props: (draw) => ({ video: draw.of(videos), percent: draw.below(101) }),
  },
  { share: 0.05, type: "product.feature.used", props: (draw) => ({ feature: draw.of(features) }) },
  { share: 0.01, type: "meeting.booked", props: () => ({}) },
];

/** What rules ask for; the values are those touches have. */
const demands: ((draw: Draw) => object)[] = [
  (draw) => ({
    touch: "page.view",
    where: { page: draw.of(pages), dwellSeconds: { gt: 30 * draw.below(8) } },
  }),
  (draw) => ({ touch: "page.view", where: { page: draw.of(pages) } }),
  (draw) => ({ touch: "page.leave", where: { page: draw.of(pages) } }),
  (draw) => ({ touch: "file.download", where: { kind: draw.of(kinds) } }),
  (draw) => ({
    touch: "video.progress",
    where: { video: draw.of(videos), percent: { gte: 10 * draw.below(10) } },
  }),
  (draw) => ({ touch: "email.click", where: { campaign: draw.of(campaigns) } }),
  (draw) => ({ touch: "product.feature.used", where: { feature: draw.of(features) } }),
];

/** Rules of two to four steps: half in order; a third with `unless`, a fifth with an absence, a fifth per account. */
export function createRules(count: number): Rule[] {
  return createRuleSources(count).map((source) => ruleSchema.parse(source));
}

/** The same rules, as they are written. */
export function createRuleSources(count: number) {
  const draw = createDraw(7);
  return Array.from({ length: count }, (_, index) => {
    const steps: object[] = Array.from({ length: 2 + draw.below(3) }, () => ({
      ...draw.of(demands)(draw),
      times: draw.below(5) === 0 ? 2 : 1,
    }));
    if (draw.below(5) === 0) steps.push({ absent: "meeting.booked", for: "48h" });
    return {
      id: `rule-${index}`,
      scope: draw.below(5) === 0 ? "account" : "contact",
      within: `${1 + draw.below(14)}d`,
      match: draw.below(2) === 0 ? "all" : "sequence",
      steps,
      unless: draw.below(3) === 0 ? [{ touch: "meeting.booked" }] : [],
      cooldown: "7d",
    };
  });
}

/** Touches in order, in batches of as many as a consumer reads at once; a fifth of the customers do most. */
export function* createBatches(touches: number): Generator<Touch[]> {
  const draw = createDraw(11);
  for (let first = 0; first < touches; first += batchSize) {
    const batch = Array.from({ length: Math.min(batchSize, touches - first) }, (_, index) =>
      createTouch(first + index, { share: (first + index) / touches, draw }),
    );
    // As they come from a log: new objects, new strings.
    yield JSON.parse(JSON.stringify(batch)) as Touch[];
  }
}

const batchSize = 1_000;

function createTouch(number: number, { share, draw }: { share: number; draw: Draw }): Touch {
  const at = startAt + Math.floor(share * spanMs);
  const customer = Math.floor(customers * draw.share() ** 2);
  const { type, props } = draw.weighted(behaviours);
  return {
    id: `tch_${number}`,
    contactId: `con_01J9Z0QK${customer}`,
    anonymousId: null,
    accountId: `acc_01J9Z0QK${Math.floor(customer / 4)}`,
    ...{ type, at, receivedAt: at, props: props(draw), source: "bench" },
  };
}

/** Only ever the first step of some rule in order, so that nothing is ever complete. */
export function* createFlood(rules: readonly Rule[], touches: number): Generator<Touch[]> {
  const draw = createDraw(13);
  const firsts = rules.filter(({ match }) => match === "sequence").map(({ steps }) => steps[0]);
  for (const batch of createBatches(touches)) {
    yield batch.map((touch) => {
      const { touch: type, where } = draw.of(firsts) as Step;
      const wanted = where.filter(({ op }) => op === "eq").map(({ prop, value }) => [prop, value]);
      return {
        ...touch,
        type,
        props: { dwellSeconds: 299, percent: 100, ...Object.fromEntries(wanted) },
      };
    });
  }
}

/** Numbers that look random and are the same every time (mulberry32, Tommy Ettinger, public domain). */
function createDraw(seed: number) {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    share,
    below,
    of: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    weighted: <Value extends { share: number }>(values: readonly Value[]): Value => {
      let left = share();
      const found = values.find((value) => {
        left -= value.share;
        return left < 0;
      });
      return found ?? (values[0] as Value);
    },
  };
}

function names(stem: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${stem}-${index}`);
}
