// The `doctor` command: what is found here, and with --live what the platforms and the model answer.
import type { Terminal } from "../cli.ts";
import type { Config } from "../config.ts";
import { createLog } from "../log.ts";
import { type Diagnosis, diagnose, toLines } from "./doctor/diagnose.ts";
import type { LiveLine } from "./live/line.ts";

type Flags = { json?: boolean; live?: boolean };

/** Prints the state of every part; the exit code is 1 when one is broken. */
export async function runDoctor(
  terminal: Terminal,
  { json = false, live = false }: Flags,
): Promise<void> {
  const diagnosis = await diagnose(terminal.config);
  const { lines, ...report } = live ? await addLive(diagnosis, terminal) : toReport(diagnosis);
  if (json) terminal.json(report);
  else for (const line of lines) terminal.print(line);
  if (!report.ok) process.exitCode = 1;
}

const toReport = (diagnosis: Diagnosis) => ({ ...diagnosis, lines: toLines(diagnosis) });

async function addLive(diagnosis: Diagnosis, terminal: Terminal) {
  const found = toReport(diagnosis);
  // Without a configuration nobody knows whom to ask.
  if (!diagnosis.parts.some(({ part, state }) => part === "configuration" && state === "ok")) {
    return { ...found, live: [] };
  }
  // Loaded only here: it brings both platforms' SDKs with it.
  const { diagnoseLive, toLiveLine, toLiveLines } = await import("./live/diagnose-live.ts");
  const config = terminal.config();
  terminal.note("Asking every platform and the model …");
  const [connections, model] = await Promise.all([
    diagnoseLive(config, createLog({ level: "silent" })),
    askModel(config),
  ]);
  const asked = [...connections.flatMap((one) => one.lines), ...model];
  const isWell = asked.every(({ state }) => state !== "broken");
  const lines = [...found.lines, ...toLiveLines(connections), ...model.flatMap(toLiveLine)];
  return { ...found, ok: found.ok && isWell, live: connections, model, lines };
}

async function askModel({ model }: Config): Promise<LiveLine[]> {
  if (!model) return [];
  const { checkModel } = await import("./live/model.ts");
  return [await checkModel(model)];
}
