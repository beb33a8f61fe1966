// The thread that compares a large customer base.
import { parentPort, workerData } from "node:worker_threads";
import { type ComparedRows, compareRows } from "./compare-rows.ts";

const { compared, wanted } = workerData.input as { compared: ComparedRows; wanted: number[] };
parentPort?.postMessage(compareRows(compared, wanted));
