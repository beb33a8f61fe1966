// The chance of a win from the lead and who works it: the lead's own odds, and what fit adds to them.
import { factors } from "../factors.ts";
import type { TeamFacts } from "../facts.ts";
import type { Decided, Prepared, Split } from "./history.ts";
import { fitLeadModel } from "./lead-model.ts";
import { fitLogistic, type Sparse, sigmoid } from "./logistic.ts";
import { createRepRecord, type RepRecord } from "./rep-record.ts";
import { type Past, teamAt, toLeadFacts } from "./team-then.ts";

/** One later lead: its own odds, and what each rep who was there adds to them. */
export type Judged = { lead: Decided; own: number; added: ReadonlyMap<string, number> };

export type FitModel = {
  tests: Judged[];
  /** Change in log-odds from the least to the most of a factor; 0 where the history has no data for it. */
  coefficients: { factor: string; logOdds: number }[];
};

/** Factor values of a rep are compared with their colleagues' at that moment, so that they cannot stand for time. */
type Seen = { own: number; features: Map<string, Float64Array> };

/** Prior precision of each coefficient per standard deviation of its factor: about 0.14 in log-odds. */
const ridge = 50;
/** Leads of each part that are looked at with every rep's factors; of more, as many are drawn evenly over time. */
const mostLeads = 2_000;
/** The team is looked at anew this often: what was decided since is not known yet, what is known stays true. */
const refreshMs = 14 * 86_400_000;

/** Learns from the earlier part and judges the later one, lead by lead with what was known when each arrived. */
export function fitAndJudge({ train, test }: Split, { isDated }: Prepared): FitModel {
  const leadModel = fitLeadModel(train);
  const labels = labelsOf(train);
  const look = createWatch({ train, test, isDated }, { leadModel, labels });
  const taught = evenly(train, mostLeads);
  const seen = taught.map(look);
  const names = [
    ...factors.map(({ id }) => id),
    "record",
    ...labels.map((each) => `record_${each}`),
  ];
  const spread = spreadOf(taught, seen, names.length);
  const coefficients = fitLogistic({
    rows: taught.map((lead, index) => toRow(seen[index]?.features.get(lead.repId), spread)),
    won: taught.map(({ won }) => won),
    offsets: Float64Array.from(seen, ({ own }) => own),
    ridge: new Float64Array(names.length).fill(ridge),
  });
  const weigh = (features: Float64Array) =>
    features.reduce(
      (sum, value, at) => sum + ((coefficients[at] ?? 0) * value) / (spread[at] || 1),
      0,
    );
  return {
    tests: evenly(test, mostLeads).map((lead) => {
      const { own, features } = look(lead);
      return { lead, own, added: new Map([...features].map(([id, each]) => [id, weigh(each)])) };
    }),
    coefficients: names.map((factor, at) => ({
      factor,
      logOdds: spread[at] ? (coefficients[at] ?? 0) / (spread[at] ?? 1) : 0,
    })),
  };
}

/** Words that more than one lead shares; whose customer it is says nothing about a rep. */
function labelsOf(train: readonly Decided[]): string[] {
  const names = new Set(train.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].filter((name) => name !== "account").sort();
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return items.filter(
    (_, at) =>
      Math.floor((at * most) / items.length) !== Math.floor(((at - 1) * most) / items.length),
  );
}

type Learnt = { leadModel: ReturnType<typeof fitLeadModel>; labels: string[] };
type Parts = { train: Decided[]; test: Decided[]; isDated: boolean };

/** Looks at leads in the order in which they arrived, each with what was known by then. */
function createWatch({ train, test, isDated }: Parts, { leadModel, labels }: Learnt) {
  const known = (isDated ? [...train, ...test] : train)
    .map((lead) => ({ lead, knownAt: isDated ? (lead.closedAt ?? Infinity) : lead.at }))
    .sort((a, b) => a.knownAt - b.knownAt);
  const past: Past = { known, leads: [...train, ...test], isDated };
  const record = createRepRecord(labels);
  const own = (lead: Decided) => leadModel.predict(lead);
  let [next, lookedAt] = [0, Number.NEGATIVE_INFINITY];
  let team: TeamFacts = { reps: [], licensed: new Set() };
  return (lead: Decided): Seen => {
    const isStale = lead.at - lookedAt >= refreshMs;
    if (isStale) [lookedAt, team] = [lead.at, teamAt(lead.at, past)];
    for (; (known[next]?.knownAt ?? Infinity) < lead.at; next += 1) {
      const { lead: closed } = known[next] as (typeof known)[number];
      const chance = sigmoid(own(closed));
      record.add({
        lead: closed,
        surprise: Number(closed.won) - chance,
        room: chance * (1 - chance),
      });
    }
    return { own: own(lead), features: compare(lead, team, record) };
  };
}

/** Every rep's factors for a lead, each less the mean of everybody who was there. */
function compare(lead: Decided, team: TeamFacts, record: RepRecord): Map<string, Float64Array> {
  const facts = toLeadFacts(lead);
  const features = new Map(
    team.reps.map((rep) => [
      rep.person.id,
      Float64Array.from([
        ...factors.map(
          (factor) => (factor.measure(facts, rep, team)?.value ?? factor.neutral) / 100,
        ),
        ...record.look(lead, rep.person.id),
      ]),
    ]),
  );
  const all = [...features.values()];
  const width = all[0]?.length ?? 0;
  for (let at = 0; at < width; at += 1) {
    const mean = all.reduce((sum, each) => sum + (each[at] ?? 0), 0) / all.length;
    for (const each of all) each[at] = (each[at] ?? 0) - mean;
  }
  return features;
}

function spreadOf(leads: readonly Decided[], seen: readonly Seen[], width: number): Float64Array {
  const spread = new Float64Array(width);
  for (const [index, { repId }] of leads.entries()) {
    const features = seen[index]?.features.get(repId);
    for (let at = 0; at < width; at += 1)
      spread[at] = (spread[at] ?? 0) + (features?.[at] ?? 0) ** 2;
  }
  // Below this nothing differs between reps: no data, not a faint signal.
  return spread.map((sum) => {
    const deviation = Math.sqrt(sum / Math.max(1, leads.length));
    return deviation > 1e-6 ? deviation : 0;
  });
}

function toRow(features: Float64Array | undefined, spread: Float64Array): Sparse {
  const at: number[] = [];
  const by: number[] = [];
  for (const [column, value] of (features ?? []).entries()) {
    const deviation = spread[column] ?? 0;
    if (deviation === 0 || value === 0) continue;
    at.push(column);
    by.push(value / deviation);
  }
  return { at, by };
}
