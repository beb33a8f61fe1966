// The shipped library and its index, shared by all worlds of a test file: reading both takes a second.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "../../src/log.ts";
import { openTraining, type Training } from "../../src/wiring/training.ts";

let shared: Training | undefined;

/**
 * Nothing is read before somebody asks; tests that ask await `reload` first. The index is kept between runs, and
 * built again when the library changes.
 */
export function sharedTraining(): Training {
  const dataDir = join(tmpdir(), "ringside-shared-training");
  shared ??= openTraining({ dataDir, log: createLog({ level: "silent" }) });
  return shared;
}
