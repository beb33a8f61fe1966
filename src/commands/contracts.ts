// `contracts check`: what is wrong with contract files. `contracts export`: all that are in force, as Open Data Contract
// Standard. `contracts drift`: what outside systems changed against them. None changes anything.
import { type Command, Option } from "commander";
import type { Terminal } from "../cli.ts";

/** Adds the words and options of `contracts`. */
export function addContracts(program: Command, terminal: Terminal): void {
  const contracts = program
    .command("contracts")
    .description("golden fields: who may set them, how fresh they are, what proves them");
  contracts
    .command("check")
    .description("what is wrong with contracts, with file, line and fix")
    .argument("[path]", "a contract file or a folder of them; by default those that ship")
    .option("--json", "print one JSON object")
    .action((path, options) => runCheck(terminal, path, options));
  contracts
    .command("export")
    .description("the contracts in force, published versions included, as YAML")
    .addOption(
      new Option("--format <format>", "Open Data Contract Standard v3")
        .choices(["odcs"])
        .default("odcs"),
    )
    .option("--json", "print one JSON object instead of YAML")
    .action((options) => runExport(terminal, options));
  contracts
    .command("drift")
    .description("values that outside systems changed, by field and source")
    .option("--json", "print one JSON object")
    .action((options) => runDrift(terminal, options));
}

type Flags = { json?: boolean };

async function runCheck(terminal: Terminal, path: string | undefined, { json = false }: Flags) {
  const { checkContracts, toLines } = await import("./contracts/check-contracts.ts");
  const report = await checkContracts(path);
  if (json) terminal.json(report);
  else for (const line of toLines(report)) terminal.print(line);
  if (!report.ok) process.exitCode = 1;
}

async function runExport(terminal: Terminal, { json = false }: Flags): Promise<void> {
  const { contractsHere } = await import("./contracts/contracts-here.ts");
  const { toOdcs } = await import("../core/pipeline/contracts/to-odcs.ts");
  const known = await contractsHere(terminal.config());
  const document = toOdcs(
    known.map(({ contract, version }) => ({ contract, number: version?.number ?? 0 })),
  );
  if (json) {
    terminal.json(document);
    return;
  }
  const { stringify } = await import("yaml");
  terminal.print(stringify(document, { lineWidth: 100 }).trimEnd());
}

async function runDrift(terminal: Terminal, { json = false }: Flags): Promise<void> {
  const { reportDrift, toDriftLines } = await import("./contracts/report-drift.ts");
  const report = await reportDrift(terminal.config());
  if (json) terminal.json(report);
  else for (const line of toDriftLines(report)) terminal.print(line);
}
