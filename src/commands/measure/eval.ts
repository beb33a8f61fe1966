// Evaluations from the command line: how well a part does on data nobody tuned it on. Each adds its own options.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { addAskEval } from "../../evals/ask/command.ts";
import { addDedupeEval } from "../../evals/dedupe/command.ts";
import { addPathsEval } from "../../evals/paths/command.ts";
import { addPiiEval } from "../../evals/pii/command.ts";
import { addPlaceholdersEval } from "../../evals/placeholders/command.ts";
import { addQuestionsEval } from "../../evals/questions/command.ts";
import { addRetrievalEval } from "../../evals/retrieval/command.ts";
import { addScorerEval } from "../../evals/scorer/command.ts";
import { addStrategyEval } from "../../evals/strategy/command.ts";
import { addUpdatesEval } from "../../evals/updates/command.ts";

type AddEval = (parent: Command, terminal: Terminal) => void;

/** Each in src/evals/<name>.ts, which loads what it needs only when run. */
const evals: AddEval[] = [
  addAskEval,
  addDedupeEval,
  addPathsEval,
  addPiiEval,
  addPlaceholdersEval,
  addQuestionsEval,
  addRetrievalEval,
  addScorerEval,
  addUpdatesEval,
  addStrategyEval,
];

export function addEvals(program: Command, terminal: Terminal): void {
  const parent = program.command("eval").description("how well a part does, and where it is weak");
  for (const add of evals) add(parent, terminal);
}
