// The shipped library and its index, read once for all worlds of a test file.
import { createLog } from "../../src/log.ts";
import { openTraining, type Training } from "../../src/training.ts";
import { newFolder } from "./records.ts";

let shared: Training | undefined;

/** Shared by every world of this file; nothing is read before somebody asks. Tests that ask await `reload` first. */
export function sharedTraining(): Training {
  shared ??= openTraining({ dataDir: newFolder(), log: createLog({ level: "silent" }) });
  return shared;
}
