// Names the input that never ends: a loop that does not yield can be stopped from outside only.
import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

let last;
let at = Date.now();
parentPort?.on("message", (input) => {
  last = input;
  at = Date.now();
});
setInterval(() => {
  if (!last || Date.now() - at < workerData.mostMs) return;
  writeSync(2, `Never ended: ${JSON.stringify(last)}\n`);
  process.kill(process.pid, "SIGKILL");
}, 1_000);
