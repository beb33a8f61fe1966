// Factor: how talks go between this rep and customers.
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { sumTalks, type Talk } from "../gathering/signals.ts";
import { type Column, defineFactor, once, toPercent, unknown } from "./factor.ts";
import { againstTeam, shrink } from "./track-record.ts";

/** Messages with this very customer weigh more than those with others: half their weight is there after five. */
const customerPrior = 5;
/** Tones that count as much as not knowing. */
const tonePrior = 5;

/**
 * How conversations go between this rep and customers, with this one first. Responsiveness: the share of what the rep
 * wrote or called that was answered within three days; this customer's share is drawn towards the rep's by a prior worth
 * 5, the rep's towards the team's by one worth 10 (partial pooling; Gelman and Hill, Data Analysis Using Regression,
 * chapter 12), and 50 is as the team does. Where calls and messages carry a sentiment, its mean, drawn towards 0.5,
 * counts as much as responsiveness.
 * Range 0..100. No data when the team has no conversation on record.
 */
export const communication = defineFactor({
  id: "communication",
  neutral: 50,
  measure({ talks }, rep, team) {
    const found = hear(rep, { talks, team });
    return found && { value: found.value, reason: () => ({ ...reasonOf(found), refs: [] }) };
  },
  column({ talks }, team) {
    const usual = usualColumn(team);
    if (!talks || talks.size === 0) return usual;
    const column = usual.slice();
    for (const [at, rep] of team.reps.entries())
      if (talks.has(rep.person.id)) column[at] = hear(rep, { talks, team })?.value ?? unknown;
    return column;
  },
});

type Heard = { talks?: LeadFacts["talks"]; team: TeamFacts };

function hear(rep: RepFacts, { talks, team }: Heard): Found | null {
  const everybody = teamTalk(team);
  if (everybody.sent === 0) return null;
  const base = everybody.answered / everybody.sent;
  const mine = rep.talk ?? sumTalks([]);
  const here = talks?.get(rep.person.id) ?? sumTalks([]);
  const usual = shrink({ hits: mine.answered, of: mine.sent, base });
  const share = shrink({ hits: here.answered, of: here.sent, base: usual, prior: customerPrior });
  const tone = toneOf([mine, here]);
  const responsiveness = againstTeam(share, base);
  const value = tone === null ? responsiveness : Math.round((responsiveness + tone) / 2);
  return { mine, here, base, tone, value };
}

/** Everybody's value for a customer they never spoke with. */
const usualColumn = once(
  (team: TeamFacts): Column =>
    Uint8Array.from(team.reps, (rep) => hear(rep, { team })?.value ?? unknown),
);

const teamTalk = once(
  ({ reps }: TeamFacts): Talk => sumTalks(reps.flatMap(({ talk }: RepFacts) => talk ?? [])),
);

function toneOf(talks: Talk[]): number | null {
  const { tones, toneSum } = sumTalks(talks);
  return tones === 0 ? null : toPercent((toneSum + tonePrior / 2) / (tones + tonePrior));
}

type Found = { mine: Talk; here: Talk; base: number; tone: number | null; value: number };

function reasonOf({ mine, here, base, tone }: Found) {
  const { sent, answered } = here.sent > 0 ? here : mine;
  const code = here.sent > 0 ? "communication_customer" : "communication";
  const heard = tone === null ? {} : { tone };
  return {
    code: sent > 0 ? code : "communication_team",
    params: { sent, answered, team: toPercent(base), ...heard },
  };
}
