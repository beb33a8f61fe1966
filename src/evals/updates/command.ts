// `eval updates`: how well an update in a sentence is understood, without a model, in both languages.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { dropTracing } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import { printRates, type Rates } from "../rates.ts";
import type { ModelReport } from "./compare-model.ts";
import type { UpdatesReport } from "./evaluate.ts";

type Options = { file?: string | undefined; json?: boolean | undefined; model?: boolean };

/** Adds the words and options of `eval updates`. */
export function addUpdatesEval(parent: Command, terminal: Terminal): void {
  parent
    .command("updates")
    .description("updates in one sentence: what is understood against what was stated")
    .option("--file <file>", "cases as JSON lines; the shipped ones by default")
    .option("--model", "the connected model beside our reader, on the same cases")
    .option("--json", "print one JSON object")
    .action(async ({ json, file, model }: Options) => {
      if (model) return compareModel(terminal, { json, file });
      const { evaluateUpdates } = await import("./evaluate.ts");
      const report = await evaluateUpdates(file);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

async function compareModel(terminal: Terminal, { json, file }: Options): Promise<void> {
  const { model } = terminal.config();
  if (!model) {
    const message = "No model is connected. Set MODEL_BASE_URL in .env, or leave --model out.";
    throw new Refused("updates.model", message);
  }
  const { toConnectModel } = await import("../../model/connect-model.ts");
  dropTracing();
  const { compareWithModel } = await import("./compare-model.ts");
  const report = await compareWithModel(toConnectModel(model)({}).readAlong, file);
  if (json) return terminal.json(report);
  for (const line of toModelLines(report)) terminal.print(line);
}

function toModelLines({ cases, failures, byField, agreement, ...all }: ModelReport): string[] {
  const counts = (of: Record<string, number>) =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  return [
    `${cases} cases, ${all.model.model} at ${all.model.host}; without a reading: ${counts(failures) || "none"}`,
    printRates("our reader", all.reader),
    printRates("the model", all.reads),
    printRates("what both say", all.bothSay),
    counts(agreement),
    ...Object.entries(byField).flatMap(([name, { reader, reads }]) => [
      printRates(`  ${name}`, reader),
      printRates("    the model", reads),
    ]),
  ];
}

function toLines(report: UpdatesReport): string[] {
  const { cases, byField, byLang, split, severalDeals, misses, ...all } = report;
  return [
    printRates(`${cases} cases`, all),
    ...Object.entries(byLang).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...Object.entries<Rates>(split ?? {}).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...Object.entries(byField).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...Object.entries(severalDeals ?? {}).flatMap(([name, half]) =>
      "split" in half
        ? [printRates(`  several: ${name}`, half.split), printRates("    values", half.values)]
        : [],
    ),
    ...misses.map(
      ({ id, field, expected, got }) => `  ${id} ${field}: ${expected ?? "–"}, read ${got ?? "–"}`,
    ),
  ];
}
