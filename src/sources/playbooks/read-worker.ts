// A thread that reads the library: parsing a megabyte of YAML would hold up everybody who talks.
import { parentPort, workerData } from "node:worker_threads";
import { type LibraryFolders, readLibrary } from "./read-library.ts";

parentPort?.postMessage(await readLibrary(workerData.input as LibraryFolders));
