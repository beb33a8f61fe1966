// Work that would block the event loop, in a thread of its own.
import { Worker } from "node:worker_threads";

export type WorkOptions = {
  /** A module that takes `workerData.input` and posts one message. */
  file: URL;
  input: unknown;
  /** Ends the thread at once; the promise then rejects with its reason. */
  signal?: AbortSignal;
};

const entry = new URL("worker-entry.mjs", import.meta.url);

/** Starts a thread, gives it `input`, and resolves with the one message it posts; rejects with what it throws. */
export function runWorker<Answer>({ file, input, signal }: WorkOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // No arguments of this process: its own loader would get in the way of the thread's.
    const worker = new Worker(entry, { execArgv: [], workerData: { file: file.href, input } });
    const stop = () => {
      reject(signal?.reason);
      worker.terminate().catch(reject);
    };
    signal?.addEventListener("abort", stop, { once: true });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal?.removeEventListener("abort", stop);
      reject(new Error(`a worker ended without an answer (${code})`));
    });
  });
}
