// A thread that fits an index on documents and writes it: fitting takes seconds, which nobody who talks may wait.
import { parentPort, workerData } from "node:worker_threads";
import type { BuildInput } from "./build-index.ts";
import { fitIndex } from "./fit-index.ts";
import { memoryOf } from "./index-file.ts";
import { writeIndex } from "./index-folder.ts";
import { usualDimensions } from "./retriever.ts";

const { folder, documents, key, remoteRows } = workerData.input as BuildInput;
const data = fitIndex(documents, { dimensions: usualDimensions });
const index = writeIndex(folder, { key, data, ...(remoteRows ? { remoteRows } : {}) });
parentPort?.postMessage(index, memoryOf(index));
