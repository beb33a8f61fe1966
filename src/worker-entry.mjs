// Where every worker thread begins, in plain JavaScript: a thread starts without what makes Node read TypeScript.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.file);
