// Runs a write command: by the process that owns the data folder if there is one, else here.
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import { callCommand } from "../../store/command-socket/socket.ts";
import { readLock } from "../../store/process-lock.ts";

export type WriteRequest = { command: string; args: unknown };
export type RunOptions = { config: Config; log: Log; onProgress?: (line: unknown) => void };

export async function runWrite(
  request: WriteRequest,
  { config, log, onProgress = () => {} }: RunOptions,
): Promise<unknown> {
  const owner = readLock(config.dataDir);
  if (owner.held && owner.info) return callCommand(owner.info.socket, request, onProgress);
  // The whole product takes a second to load: only where it has to run here.
  const { runHere, withRingside } = await import("./run-here.ts");
  return withRingside({ config, log }, (ringside) => runHere(request, ringside, onProgress));
}
