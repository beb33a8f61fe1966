// Faults on demand: the next calls that match go wrong in the way asked for.

export type Fault = {
  method?: string;
  path: RegExp;
  /** Does what was asked before failing: a 500 after accept. */
  after?: boolean;
  status?: number;
  body?: object;
  headers?: Record<string, string>;
  hang?: boolean;
  disconnect?: boolean;
  times?: number;
};

export type Faults = {
  add(fault: Fault): void;
  take(method: string, path: string): Fault | undefined;
};

export function createFaults(): Faults {
  const waiting: (Fault & { times: number })[] = [];
  return {
    add: (fault) => void waiting.push({ times: 1, ...fault }),
    take(method, path) {
      const found = waiting.find(
        (fault) => fault.times > 0 && fault.path.test(path) && (fault.method ?? method) === method,
      );
      if (found) found.times -= 1;
      return found;
    },
  };
}

/** A refusal as Lark writes it. */
export const refusal = (code: number, msg = "refused") => ({
  status: 400,
  body: { code, msg, error: { log_id: "log" } },
});
