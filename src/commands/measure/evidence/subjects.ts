// What the evidence page is about: every benchmark and evaluation, what it compares with, and what it does not show.
import { minuteMs } from "../../../core/durations.ts";
import type { Path } from "./figures.ts";

export type Subject = {
  /** As it is called on the command line: "bench fit". */
  name: string;
  /** What was measured. */
  what: string;
  /** What it is compared with. */
  against: string;
  /** Where the numbers of the page stand in its JSON. */
  figures: readonly Path[];
  doesNotShow: string;
  /** Longer than it takes on two busy cores. */
  timeoutMs: number;
};

const evals: readonly Subject[] = [
  {
    name: "eval ask",
    what: "Questions to the data in English and Chinese: the query that is read against the one meant.",
    against: "Queries written by hand beside each question. `fresh` was written after the reader.",
    figures: [["precision"], ["recall"], ["wrong"], ["bySplit", "*"]],
    doesNotShow: "Questions of real users: ours wrote all of them. No intervals are computed.",
    timeoutMs: 5 * minuteMs,
  },
  {
    name: "eval dedupe",
    what: "Which records are one, found without labels.",
    against: "True ids; an exact key, and likeness of words.",
    figures: [
      ["sets", "*", "heldOut", "f1"],
      ["sets", "*", "baselines", "*", "f1"],
      ["scale", "seconds"],
    ],
    doesNotShow: "Chinese company lists: the public sets are English.",
    timeoutMs: 10 * minuteMs,
  },
  {
    name: "eval paths",
    what: "Telling lost cases from won ones by their path so far, and naming those that slip away.",
    against: "Length, last event and frequency; for slipping, a fixed number of silent days.",
    figures: [
      ["data", "cases"],
      ["slipping", "own", "*"],
      ["slipping", "fixed", "*"],
    ],
    doesNotShow: "Sales: the log is of loan applications, the nearest public one with outcomes.",
    timeoutMs: 10 * minuteMs,
  },
  {
    name: "eval pii",
    what: "Names, numbers and amounts removed from scripts.",
    against: "Sentences with planted items; `held-out` was written after the rules.",
    figures: [["sets", "*"]],
    doesNotShow:
      "Names no list knows, and hospitals by their short names: see the misses in the JSON.",
    timeoutMs: 2 * minuteMs,
  },
  {
    name: "eval placeholders",
    what: "Placeholders in fields told from real values that look odd.",
    against: "Labels; `heldOut` was not looked at while the rules were made.",
    figures: [["split", "*"]],
    doesNotShow: "Other languages than English and Chinese.",
    timeoutMs: 2 * minuteMs,
  },
  {
    name: "eval questions",
    what: "What the customer without a model answers to questions in a rep's own words.",
    against:
      "Labels by people who saw only what a rep sees; beside it, whatever shares most words.",
    figures: [["split", "*", "ours"], ["baseline"]],
    doesNotShow: "Talks: the questions stand alone, and their writers are not sales reps.",
    timeoutMs: 2 * minuteMs,
  },
  {
    name: "eval retrieval",
    what: "Finding the talk track that answers an objection: by words, by vectors, by both.",
    against: "Labelled queries, and public sets of the same kinds.",
    figures: [
      ["blind", "*", "hybrid"],
      ["blind", "*", "bm25"],
    ],
    doesNotShow: "Objections of real customers: ours wrote the queries.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "eval scorer",
    what: "The deterministic score of a talk.",
    against:
      "People's labels and the outcome of public dialogues, in the half nothing was tuned on.",
    figures: [["agreement", "outcome"]],
    doesNotShow: "Sales talks of three industries: the public dialogues ask for donations.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "eval strategy",
    what: "The test of claims: false “supported”, and how often a real effect is found.",
    against: "Invented teams whose truth is known; a plain comparison of who did and who did not.",
    figures: [
      ["scenarios", "*", "supported"],
      ["family", "corrected"],
      ["family", "uncorrected"],
    ],
    doesNotShow: "Real teams, where what drives both action and outcome may be unrecorded.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "eval updates",
    what: "Updates said in one sentence: what is understood.",
    against: "What was meant, written by hand; `heldOut` and `second` were not looked at before.",
    figures: [["split", "*"]],
    doesNotShow: "Voice notes as a speech service writes them down.",
    timeoutMs: 10 * minuteMs,
  },
];

const benches: readonly Subject[] = [
  {
    name: "bench api",
    what: "10,000 leads by API while people chat.",
    against: "The same chat alone, in the same run.",
    figures: [["ours"], ["ours", "chat"], ["ratios"]],
    doesNotShow: "A network between the client and the bot.",
    timeoutMs: 15 * minuteMs,
  },
  {
    name: "bench chains",
    what: "Touches a second at 10, 100 and 1,000 rules.",
    against: "zen-engine, json-rules-engine and SQLite, in the same run.",
    figures: [["ours"], ["ratios"]],
    doesNotShow: "The same question asked of all: the peers do less (see the notes).",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "bench chat",
    what: "500 people press and type at once, through both platforms' SDKs.",
    against:
      "Nothing comparable runs here: the measure is three seconds, what Slack and Lark wait.",
    figures: [["ackP50Ms"], ["ackP99Ms"], ["ackMaxMs"], ["delivered"], ["lost"], ["duplicated"]],
    doesNotShow: "The platforms themselves: they are emulated on the same machine.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "bench fit",
    what: "10,000 leads × 200 reps × 12 factors, and their division under capacities.",
    against: "Plain objects and a plain read of the same bytes, in the same run.",
    figures: [["ours", "*", "p50"], ["ratios"]],
    doesNotShow: "Whether the fit predicts wins: that is `backtest` on your own history.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "bench ingest",
    what: "Touches over HTTP, acknowledged when they are on disk.",
    against: "express with one insert for each request, in the same run.",
    figures: [["ratios"]],
    doesNotShow: "Several machines: one process owns the data.",
    timeoutMs: 20 * minuteMs,
  },
  {
    name: "bench quarter",
    what: "Ninety days of twelve reps and two managers: messages, taps, fairness, broken promises.",
    against: "The same quarter with every nudge sent at once, in the same run.",
    figures: [
      ["ours", "unsolicitedPerDay", "*"],
      ["ours", "tapsPerDay"],
      ["ours", "actionRates"],
      ["ours", "leads"],
      ["ours", "fairness", "*"],
      ["ours", "violations"],
      ["ratios"],
    ],
    doesNotShow: "What real people do: the simulated ones act with chances of our own choosing.",
    timeoutMs: 30 * minuteMs,
  },
  {
    name: "bench retrieval",
    what: "The nearest of 100,000 talk tracks.",
    against: "hnswlib with a filter, and brute force, in the same run.",
    figures: [["ratios", "*", "*"]],
    doesNotShow: "A library that large written by people: the entries are dealt out anew.",
    timeoutMs: 30 * minuteMs,
  },
  {
    name: "bench soak",
    what: "Ten minutes of 200 people, half of them Chinese, on both platforms and at all jobs at once, while the bot is killed every 20 to 40 s: what was acknowledged and then lost, done twice or stuck; memory.",
    against:
      "Nothing comparable runs here: wanted are 0, 0, 0, flat memory, and acknowledged within 1 s.",
    figures: [
      ["ours"],
      ["ours", "kills"],
      ["ours", "checked"],
      ["ours", "ack"],
      ["ours", "sourceAck"],
      ["ours", "memory"],
      ["ours", "load"],
    ],
    doesNotShow:
      "Loss of power: only the process is killed. The platforms themselves: they are emulated on the same machine.",
    timeoutMs: 30 * minuteMs,
  },
  {
    name: "bench stage-card",
    what: "From a call's end at the telephony to the rep's card.",
    against: "The two seconds that were asked for.",
    figures: [["ours"], ["ratios"]],
    doesNotShow: "The platforms themselves: they are emulated on the same machine.",
    timeoutMs: 15 * minuteMs,
  },
];

/** Every subject, in the order of the page. */
export const subjects: readonly Subject[] = [...evals, ...benches];
