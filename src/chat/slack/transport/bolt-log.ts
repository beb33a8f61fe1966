// Bolt's logger on ours. Its debug lines hold whole payloads, so they are never asked for.
import { LogLevel } from "@slack/bolt";

type Fields = Record<string, unknown>;

/** What this adapter logs through: facts by name, then one sentence. */
export type Log = {
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

/** What Bolt says goes out as warnings at most: what matters of it reaches us as an error too. */
export function createBoltLog(log: Log) {
  const say = (...words: unknown[]) => log.warn({ from: "bolt" }, words.map(String).join(" "));
  return {
    debug: () => {},
    info: () => {},
    warn: say,
    error: say,
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
