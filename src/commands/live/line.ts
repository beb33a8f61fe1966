// What a check with real calls found, line by line.

/** `unchecked`: only a person can see whether it works. */
export type LiveLine = {
  what: string;
  state: "ok" | "broken" | "unchecked";
  why: string;
  /** What to do; only where something can be done. */
  fix?: string;
};

/** One workspace or tenant, asked for real. */
export type LiveReport = {
  surface: "slack" | "lark";
  /** The workspace or app, as far as the platform named it. */
  workspace?: string;
  name?: string;
  lines: LiveLine[];
};

/** Runs one check; whatever it throws is the reason it is broken. */
export async function checkLine(
  what: string,
  check: () => Promise<string>,
  fix?: string,
): Promise<LiveLine> {
  try {
    return { what, state: "ok", why: await check() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { what, state: "broken", why, ...(fix ? { fix } : {}) };
  }
}
