// The only reader of process.env. Every variable is described once, in `settings`: reading, refusing and
// .env.example (test/config.test.ts compares it) all come from there.
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { parseEnv } from "node:util";
import { z } from "zod";
import { Refused } from "./core/errors.ts";

/** Variables by name, as process.env has them. */
export type Env = Record<string, string | undefined>;

/** One variable: how it is read, and the words a person needs to set it. */
type Setting<Value> = {
  what: string;
  expects: string;
  where: string;
  fallback: string;
  read: z.ZodType<Value, string>;
};

const setting = <Value>(one: Setting<Value>): Setting<Value> => one;

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);
const oneOf = <Word extends string>(...words: Word[]) =>
  z.string().toLowerCase().pipe(z.enum(words));
const hostName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;

const settings = {
  DATA_DIR: setting({
    what: "The folder that holds everything Ringside keeps: records, touches, files.",
    expects: "a path, from the folder Ringside starts in or absolute",
    where: "Any folder on a local disk that only Ringside writes to; it is made when missing.",
    fallback: "./data",
    read: z.string(),
  }),
  CHAT_PORT: setting({
    what: "Port of the local chat, which only this machine can reach.",
    expects: "a number from 0 to 65535 (0 takes any free port)",
    where: "Any port no other program uses; not the same as HTTP_PORT.",
    fallback: "3000",
    read: port,
  }),
  HTTP_PORT: setting({
    what: "Port of the public listener: health, metrics and the API.",
    expects: "a number from 0 to 65535 (0 takes any free port), or off",
    where:
      "The port your reverse proxy forwards to; off when nothing outside needs to reach Ringside.",
    fallback: "3001",
    read: z.union([port, oneOf("off")]),
  }),
  HTTP_HOST: setting({
    what: "Address the public listener binds to. Beyond 127.0.0.1, put a TLS proxy in front.",
    expects: "an IP address or host name of this machine, without port or http://",
    where: "127.0.0.1 behind a proxy on this machine; 0.0.0.0 in a container or for every network.",
    fallback: "127.0.0.1",
    read: z.string().refine((host) => isIP(host) > 0 || isHostName(host)),
  }),
  LOCAL_CHAT: setting({
    what: "Whether the local chat page runs.",
    expects: "on, off or auto (on until Slack or Lark is connected)",
    where: "Your choice: whoever can use this machine can speak as anybody there.",
    fallback: "auto",
    read: oneOf("on", "off", "auto"),
  }),
  LOG_LEVEL: setting({
    what: "How much is logged to stderr.",
    expects: "fatal, error, warn, info, debug, trace or silent",
    where: "Your choice: debug shows every request (method, route and status only).",
    fallback: "info",
    read: oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent"),
  }),
  SAMPLE_TEAM: setting({
    what: "Whether an empty data folder is filled with a sample team to try things with.",
    expects: "auto (only when the folder is empty) or off",
    where: "Your choice: off before you import your own people.",
    fallback: "auto",
    read: oneOf("auto", "off"),
  }),
} as const;

type Name = keyof typeof settings;
type Values = { [Key in Name]: z.output<(typeof settings)[Key]["read"]> };
const names = Object.keys(settings) as Name[];

/** What the operator decided, read and checked. */
export type Config = {
  dataDir: string;
  chatPort: number;
  httpPort: number | "off";
  httpHost: string;
  localChat: "on" | "off" | "auto";
  logLevel: Values["LOG_LEVEL"];
  sampleTeam: "auto" | "off";
  /** Sentences about variables that look like a misspelling of ours, for the log at start. */
  warnings: string[];
};

/** Reads the variables; an empty one counts as not set. Refuses with one `bad_env` that names every wrong one. */
export function readConfig(env: Env = process.env): Config {
  const problems: string[] = [];
  const values = Object.fromEntries(
    names.map((name) => [name, readOne(name, given(env, name), problems)]),
  ) as Values;
  if (portsClash(values)) {
    problems.push(`HTTP_PORT is ${values.HTTP_PORT}, as CHAT_PORT is. Set one to another port.`);
  }
  if (problems.length > 0) throw new Refused("bad_env", [headline, ...problems].join("\n- "));
  return {
    dataDir: values.DATA_DIR,
    chatPort: values.CHAT_PORT,
    httpPort: values.HTTP_PORT,
    httpHost: values.HTTP_HOST,
    localChat: values.LOCAL_CHAT,
    logLevel: values.LOG_LEVEL,
    sampleTeam: values.SAMPLE_TEAM,
    warnings: findMisspelt(env),
  };
}

const headline = "Fix these variables in .env or in the environment, then start again:";

/** The variables of a .env file under those of `env`, which win where they are not empty. No file: just `env`. */
export function readEnv(file = ".env", env: Env = process.env): Env {
  const fromFile = parseEnv(readText(file));
  const set = Object.entries(env).filter(([, value]) => value?.trim());
  return { ...fromFile, ...Object.fromEntries(set) };
}

/** The text of .env.example: every variable with its explanation and default. */
export function renderEnvExample(): string {
  const entries = names.map((name) => {
    const { what, expects, where, fallback } = settings[name];
    return `# ${what}\n# Expects ${expects}.\n# ${where}\n${name}=${fallback}\n`;
  });
  const head =
    "# Copy to .env and change what you need; an empty value means the default shown here.\n";
  return [head, ...entries].join("\n");
}

function given(env: Env, name: Name): string | undefined {
  return env[name]?.trim() || undefined;
}

function readOne(name: Name, value: string | undefined, problems: string[]): unknown {
  const { expects, where, fallback, read } = settings[name];
  const result = read.safeParse(value ?? fallback);
  if (result.success) return result.data;
  problems.push(`${name} is "${shorten(value ?? "")}" but expects ${expects}. ${where}`);
  return undefined;
}

function portsClash({ LOCAL_CHAT, CHAT_PORT, HTTP_PORT }: Values): boolean {
  // 0 takes a free port each; and a wrong value, which has its own message, is undefined here.
  return LOCAL_CHAT !== "off" && Boolean(HTTP_PORT) && HTTP_PORT === CHAT_PORT;
}

const shorten = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

// Digits and dots alone would be a mistyped address, not a name.
const isHostName = (host: string) => hostName.test(host) && !/^[\d.]+$/.test(host);

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, ""); // editors on Windows may start it with a mark
  } catch (error) {
    const { code: reason } = error as NodeJS.ErrnoException;
    if (reason === "ENOENT") return "";
    throw new Refused(
      "bad_env_file",
      `${file} cannot be read (${reason}). Make it a readable file.`,
    );
  }
}

function findMisspelt(env: Env): string[] {
  const unknown = Object.keys(env).filter((name) => !(name in settings));
  return unknown.flatMap((name) => {
    const meant = names.find((ours) => distance(name.toUpperCase(), ours) <= 2);
    return meant ? [`${name} is not a variable of Ringside and does nothing. Is it ${meant}?`] : [];
  });
}

/** Edits (insert, delete, replace one character) that turn one word into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at += 1) {
      const replaced = (row[at] ?? 0) + (letter === to[at] ? 0 : 1);
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
