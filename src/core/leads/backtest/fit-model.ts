// The chance of a win from the lead and who works it: the lead's own odds, and what fit adds to them.
import { dayMs } from "../../durations.ts";
import { fitLogistic, type Sparse, sigmoid, type Training } from "../../statistics/logistic.ts";
import { factors } from "../factors.ts";
import type { TeamFacts } from "../gathering/facts.ts";
import type { Decided, Prepared, Split } from "./history.ts";
import { fitLeadModel, type LeadModel } from "./lead-model.ts";
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

/** Prior precision of each coefficient per standard deviation of its factor: about 0.2 in log-odds. */
const ridge = 25;
/** Leads of each part that are looked at with every rep's factors; of more, as many are drawn evenly over time. */
const mostLeads = 2_000;
/** The team is looked at anew this often: what was decided since is not known yet, what is known stays true. */
const refreshMs = 14 * dayMs;
/** A lead learnt from must not have taught the record it is seen with: each fifth is seen with the other four. */
const folds = 5;

/** Learns from the earlier part and judges the later one, lead by lead with what was known when each arrived. */
export function fitAndJudge(split: Split, { isDated }: Prepared): FitModel {
  const { train, test } = split;
  const labels = labelsOf(train);
  const everybody = [...train, ...test];
  const taught = evenly(train, mostLeads);
  const seen = seeCrosswise(taught, { train, labels, isDated });
  const names = [...factors.map(({ id }) => id), ...namesOf(labels)];
  const spread = spreadOf(taught, seen, names.length);
  const coefficients = fitUpwards({
    rows: taught.map((lead, index) => toRow(seen[index]?.features.get(lead.repId), spread)),
    won: taught.map(({ won }) => won),
    offsets: Float64Array.from(seen, ({ own }) => own),
    ridge: new Float64Array(names.length).fill(ridge),
  });
  const weights = coefficients.map((each, at) => (spread[at] ? each / (spread[at] ?? 1) : 0));
  const weigh = (features: Float64Array) =>
    features.reduce((sum, value, at) => sum + (weights[at] ?? 0) * value, 0);
  const school = createSchool(train, labels);
  const known = (isDated ? everybody : train).map((lead) => ({
    lead,
    knownAt: isDated ? (lead.closedAt ?? Infinity) : lead.at,
  }));
  const teamOf = createTeamWatch({ known, leads: everybody, isDated });
  const learn = createLater(test, school, isDated);
  return {
    tests: evenly(test, mostLeads).map((lead) => {
      learn(lead.at);
      const { own, features } = see(lead, school, teamOf(lead));
      return { lead, own, added: new Map([...features].map(([id, each]) => [id, weigh(each)])) };
    }),
    coefficients: names.map((factor, at) => ({ factor, logOdds: weights[at] ?? 0 })),
  };
}

/** Words that more than one lead shares; whose customer it is says nothing about a rep. */
function labelsOf(train: readonly Decided[]): string[] {
  const names = new Set(train.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].filter((name) => name !== "account").sort();
}

const namesOf = (labels: readonly string[]) => [
  "record",
  ...labels.map((each) => `record_${each}`),
];

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const turn = (at: number) => Math.floor((at * most) / items.length);
  return items.length <= most ? [...items] : items.filter((_, at) => turn(at) !== turn(at - 1));
}

/** What a set of decided leads teaches: a lead's own odds, and every rep's record against them. */
type School = { leadModel: LeadModel; record: RepRecord };

function createSchool(train: readonly Decided[], labels: readonly string[]): School {
  const school = { leadModel: fitLeadModel(train), record: createRepRecord(labels) };
  for (const lead of train) teach(school, lead);
  return school;
}

function teach({ leadModel, record }: School, lead: Decided): void {
  const chance = sigmoid(leadModel.predict(lead));
  record.add({ lead, surprise: Number(lead.won) - chance, room: chance * (1 - chance) });
}

/** Later outcomes become known one by one, each at its own date. */
function createLater(test: readonly Decided[], school: School, isDated: boolean) {
  const dated = isDated ? test.filter(({ closedAt }) => closedAt !== null) : [];
  const coming = dated.sort((a, b) => (a.closedAt ?? 0) - (b.closedAt ?? 0));
  let next = 0;
  return (now: number): void => {
    for (; (coming[next]?.closedAt ?? now) < now; next += 1) teach(school, coming[next] as Decided);
  };
}

/** The team as it was when a lead arrived; asked in the order of their arrival. */
function createTeamWatch({ known, ...rest }: Past): (lead: Decided) => TeamFacts {
  const past = { ...rest, known: known.toSorted((a, b) => a.knownAt - b.knownAt) };
  let lookedAt = Number.NEGATIVE_INFINITY;
  let team: TeamFacts = { reps: [], licensed: new Set() };
  return ({ at }) => {
    if (at - lookedAt >= refreshMs) [lookedAt, team] = [at, teamAt(at, past)];
    return team;
  };
}

type Taught = { train: readonly Decided[]; labels: readonly string[]; isDated: boolean };

/**
 * Cross-fitting (Chernozhukov et al., The Econometrics Journal 21, 2018, section 3): each fifth is seen with all that
 * the other four say, early or late, so that a factor means as much where it is learnt as where it is judged.
 */
function seeCrosswise(taught: readonly Decided[], { train, labels, isDated }: Taught): Seen[] {
  const foldOf = new Map(train.map((lead, index) => [lead, index % folds]));
  const schools = Array.from({ length: folds }, (_, fold) => {
    const others = train.filter((lead) => foldOf.get(lead) !== fold);
    const known = others.map((lead) => ({ lead, knownAt: Number.NEGATIVE_INFINITY }));
    const teamOf = createTeamWatch({ known, leads: train, isDated });
    return { school: createSchool(others, labels), teamOf };
  });
  return taught.map((lead) => {
    const { school, teamOf } = schools[foldOf.get(lead) ?? 0] as (typeof schools)[number];
    return see(lead, school, teamOf(lead));
  });
}

/**
 * Coefficients that are none below 0, as weights are: a factor that counted against reps on the earlier part is left
 * out, and the others are fitted again.
 */
function fitUpwards(training: Training): Float64Array {
  const dropped = new Set<number>();
  for (;;) {
    const rows = training.rows.map((row) => without(row, dropped));
    const found = fitLogistic({ ...training, rows });
    const negative = [...found.keys()].filter((at) => (found[at] ?? 0) < 0);
    if (negative.length === 0) return found;
    for (const at of negative) dropped.add(at);
  }
}

function without({ at, by }: Sparse, dropped: ReadonlySet<number>): Sparse {
  const kept = [...at.keys()].filter((index) => !dropped.has(at[index] ?? 0));
  return { at: kept.map((index) => at[index] ?? 0), by: kept.map((index) => by[index] ?? 0) };
}

function see(lead: Decided, { leadModel, record }: School, team: TeamFacts): Seen {
  return { own: leadModel.predict(lead), features: compare(lead, team, record) };
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
