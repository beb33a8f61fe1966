// Scores dialogues and measures the agreement with people, twice over to show that the same words get the same score.
import { Refused } from "../../core/errors.ts";
import type { Library } from "../../core/training/library.ts";
import { findPlaybook } from "../../core/training/library.ts";
import { languageOf } from "../../core/training/moves/text.ts";
import type { Rulebook, Score } from "../../core/training/scorer/model.ts";
import { toRulebook, universalRulebook } from "../../core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../core/training/scorer/score.ts";
import { verticalNamed } from "../../core/training/verticals.ts";
import { readPlaybooks } from "../../sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../sources/playbooks/shipped.ts";
import { readCases } from "../json-lines.ts";
import { type Agreement, agreeWithLabels, agreeWithOutcome } from "./agreement.ts";
import { type Dialogue, dialogueLine } from "./dialogues.ts";
import { measureOwnSets, type OwnSets } from "./own-sets.ts";
import { halfOf, persuasionFolder, readPersuasion } from "./persuasion.ts";

/** What `eval scorer` prints. */
export type ScorerReport = {
  data: string;
  dialogues: (Pick<Score, "score" | "skills" | "customerSentiment"> & {
    id: string;
    breaches: number[];
  })[];
  agreement: Agreement;
  /** The same on the half the words were tuned on; only for the data they were tuned on. */
  tunedHalf?: Agreement;
  /** Our own labelled sentences, measured when no file is given. */
  own?: OwnSets;
};

/** Scores the dialogues of a file, or those of PersuasionForGood beside the project. */
export async function evaluateScorer({ data }: { data?: string }): Promise<ScorerReport> {
  const { library } = await readPlaybooks(shippedPlaybooks);
  if (data) {
    return { data, ...evaluate(await readCases(data, dialogueLine), library) };
  }
  const all = await readPersuasion(persuasionFolder).catch(() => missing(persuasionFolder));
  const half = (name: string) => all.filter(({ id }) => halfOf(id) === name);
  const tuned = evaluate(half("tuned"), library);
  const source = `${persuasionFolder}, the half nothing was tuned on`;
  const own = await measureOwnSets(library);
  const heldOut = evaluate(half("held-out"), library);
  return { data: source, ...heldOut, tunedHalf: tuned.agreement, own };
}

function missing(path: string): never {
  throw new Refused("eval.data", `${path} cannot be read. Give dialogues with --data FILE.`);
}

function evaluate(
  dialogues: readonly Dialogue[],
  library: Library,
): Pick<ScorerReport, "dialogues" | "agreement"> {
  const rulebookOf = toRulebooks(library);
  const run = () => dialogues.map((each) => scoreTranscript(each.turns, rulebookOf(each)));
  const scores = run();
  const identical = JSON.stringify(run()) === JSON.stringify(scores);
  const scored = dialogues.map((dialogue, at) => ({ dialogue, score: scores[at] as Score }));
  return {
    dialogues: scored.map(({ dialogue, score }) => ({
      id: dialogue.id,
      score: score.score,
      skills: score.skills,
      breaches: [...new Set(score.breaches.map(({ turn }) => turn))],
      customerSentiment: score.customerSentiment,
    })),
    agreement: {
      testRetest: { identical, dialogues: dialogues.length },
      outcome: agreeWithOutcome(scored),
      ...agreeWithLabels(dialogues),
    },
  };
}

/** A dialogue of a known vertical is scored by its rubric, any other by what holds for every sale. */
function toRulebooks(library: Library): (dialogue: Dialogue) => Rulebook {
  const made = new Map<string, Rulebook>();
  const verticals = [...new Set(library.playbooks.map(({ vertical }) => vertical))];
  return ({ lang, vertical, turns }) => {
    const language =
      lang ??
      languageOf(
        turns
          .map(({ text }) => text)
          .join("\n")
          .slice(0, 2_000),
      );
    const named = vertical ? verticalNamed(vertical, verticals) : undefined;
    const key = `${language} ${named ?? ""}`;
    const playbook = named ? findPlaybook(library, { vertical: named, language }) : undefined;
    const own = library.playbooks.filter((each) => each.language === language);
    const compliance = own.flatMap((each) => each.compliance);
    const rulebook =
      made.get(key) ?? (playbook ? toRulebook(playbook) : universalRulebook(language, compliance));
    made.set(key, rulebook);
    return rulebook;
  };
}
