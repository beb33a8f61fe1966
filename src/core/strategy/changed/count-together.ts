// Questions asked at the same moment go to the databases in one run: starting one takes longer than most of them.
import type { AskData, Counted, CountRequest } from "../../ask/counting.ts";

type Waiting = {
  requests: readonly CountRequest[];
  resolve: (counted: Counted[]) => void;
  reject: (error: unknown) => void;
};

/** The same data; what is asked before the next turn is counted together. Who is refused, all are. */
export function countTogether(data: AskData): AskData {
  let waiting: Waiting[] = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    try {
      const counted = await data.count(batch.flatMap(({ requests }) => requests));
      let from = 0;
      for (const { requests, resolve } of batch) {
        resolve(counted.slice(from, from + requests.length));
        from += requests.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return {
    ...data,
    count: (requests) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) queueMicrotask(() => void flush());
        waiting.push({ requests, resolve, reject });
      }),
  };
}
