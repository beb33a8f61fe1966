// Everything that is evaluated about retrieval, as the one object that is printed.
import { cpus } from "node:os";
import { Refused } from "../../core/errors.ts";
import type { Language } from "../../core/model.ts";
import type { Library } from "../../core/training/library.ts";
import { readPlaybooks } from "../../sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../sources/playbooks/shipped.ts";
import { leaveOutLater } from "./blind.ts";
import {
  type DataFolder,
  findIntents,
  findPairs,
  findPassages,
  openDataFolder,
} from "./data-sets.ts";
import { type Part, parts } from "./parts.ts";
import {
  evaluateIntents,
  evaluatePairs,
  evaluatePassages,
  type IntentReport,
  type PairReport,
  type PassageReport,
} from "./public-sets.ts";
import { type Query, readQueries, readShippedQueries } from "./queries.ts";
import { evaluateShipped, type ShippedReport } from "./shipped.ts";

export type EvaluateOptions = {
  /** A folder of public sets. */
  data: string;
  /** Other queries than the shipped ones. */
  queries?: string;
  /** All parts by default. */
  only?: Part;
  /** Told what is being done. */
  note?: (line: string) => void;
};

/** Every figure is in [0, 1] but Spearman's, in [-1, 1]; each comes with its 95 % interval. */
export type RetrievalReport = {
  name: "retrieval";
  machine: { cores: number; node: string };
  shipped?: Partial<Record<Language, ShippedReport>>;
  /** As `shipped`, without the entries that were written after the queries had been judged. */
  blind?: Partial<Record<Language, ShippedReport>>;
  cmrc?: PassageReport;
  banking77?: IntentReport;
  stsb?: Partial<Record<Language, PairReport>>;
  notes: string[];
};

/** Runs the parts asked for; a set that is not there is a note. */
export async function evaluateRetrieval(options: EvaluateOptions): Promise<RetrievalReport> {
  const report: RetrievalReport = {
    name: "retrieval",
    machine: { cores: cpus().length, node: process.version },
    notes: [
      "R@k: share of queries with a relevant entry among the first k. Intervals: 95 %, percentile bootstrap, 1000 resamples, seeded; differences are paired.",
    ],
  };
  const asked = options.only ? [options.only] : parts;
  if (asked.includes("shipped")) await addShipped(report, options);
  if (asked.some((part) => part !== "shipped")) await addPublic(report, asked, options);
  return report;
}

async function addShipped(
  report: RetrievalReport,
  { queries: file, note }: EvaluateOptions,
): Promise<void> {
  note?.("the shipped library");
  const library = await readLibrary();
  report.notes.push(
    "shipped: a query the library has no entry for is in coverage and unanswered, not in the figures. weak: by hybrid's R@3, narrowed to the query's vertical.",
  );
  if (!file) {
    const judged = { library, queries: await readShipped() };
    report.shipped = evaluateShipped(judged);
    report.blind = evaluateShipped(await leaveOutLater(judged));
    report.notes.push(
      "blind: the shipped queries on the library without the entries written after their labels. shipped holds those entries, and is therefore flattered.",
    );
    return;
  }
  const queries = await readQueries(file);
  report.shipped = evaluateShipped({ library, queries });
  const unjudged = queries.filter(({ relevant }) => !relevant).length;
  if (unjudged === 0) return;
  report.notes.push(
    `${unjudged} of ${queries.length} queries have no labels: for them every entry of their tactic counts as relevant, which is a weaker test.`,
  );
}

async function readShipped(): Promise<Query[]> {
  return [...(await readShippedQueries("en")), ...(await readShippedQueries("zh"))];
}

async function readLibrary(): Promise<Library> {
  const { library, problems } = await readPlaybooks(shippedPlaybooks);
  const [first] = problems;
  if (!first) return library;
  const message = `The shipped playbooks have problems, first ${first.file}:${first.line}: ${first.message}. Run \`playbook check playbooks\`.`;
  throw new Refused("evals.library", message);
}

async function addPublic(
  report: RetrievalReport,
  asked: readonly Part[],
  options: EvaluateOptions,
): Promise<void> {
  const folder = await openDataFolder(options.data).catch((error: unknown) => {
    if (options.only || !(error instanceof Refused)) throw error;
    report.notes.push(`The public sets are left out: ${error.message}`);
    return undefined;
  });
  if (!folder) return;
  const { note } = options;
  if (asked.includes("cmrc")) await addPassages(report, folder, note);
  if (asked.includes("banking77")) await addIntents(report, folder, note);
  if (asked.includes("stsb")) await addPairs(report, folder, note);
}

type Note = EvaluateOptions["note"];

async function addPassages(report: RetrievalReport, folder: DataFolder, note: Note) {
  const set = await findPassages(folder);
  if (!set) return void report.notes.push(`cmrc: no JSON of passages in ${folder.path}.`);
  note?.(set.file);
  report.cmrc = evaluatePassages(set);
  report.notes.push(`cmrc: ${set.file}; intervals by drawing whole passages.`);
}

async function addIntents(report: RetrievalReport, folder: DataFolder, note: Note) {
  const set = await findIntents(folder);
  if (!set)
    return void report.notes.push(`banking77: no train.csv and test.csv in ${folder.path}.`);
  note?.(set.file);
  report.banking77 = evaluateIntents(set);
  report.notes.push(`banking77: ${set.file}; every known and every asked text, none left out.`);
}

async function addPairs(report: RetrievalReport, folder: DataFolder, note: Note) {
  report.stsb = {};
  for (const language of ["en", "zh"] as const) {
    const set = await findPairs(folder, language);
    if (!set) {
      report.notes.push(`stsb: no ${language} pairs (.tsv, .tsv.gz, .data) in ${folder.path}.`);
      continue;
    }
    note?.(set.file);
    report.stsb[language] = evaluatePairs(set);
    report.notes.push(
      `stsb ${language}: ${set.file}; vectors fitted on the asked sentences, never on scores.`,
    );
  }
}
