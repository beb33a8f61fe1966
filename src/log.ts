// Logs: JSON lines on stderr that carry ids, never secrets or what people wrote.
import { type DestinationStream, type Level, destination as openDestination, pino } from "pino";

type Fields = Record<string, unknown>;

/** What a part of Ringside logs through: facts by name, then one sentence. */
export type Log = {
  debug(fields: Fields, message: string): void;
  info(fields: Fields, message: string): void;
  warn(fields: Fields, message: string): void;
  error(fields: Fields, message: string): void;
};

/** A log that can name the part it is used in: `log.child({ part: "outbox" })`. */
export type ParentLog = Log & { child(bindings: Fields): ParentLog };

export type LogOptions = {
  level: Level | "silent";
  /** By default stderr: stdout belongs to a command's own output. */
  destination?: DestinationStream;
  /** One readable line each instead of JSON, for a person at a terminal. */
  pretty?: boolean;
};

export function createLog({ level, destination, pretty = false }: LogOptions): ParentLog {
  const stream = destination ?? openDestination({ dest: 2, sync: true });
  const base = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      // `clean` has serialized errors already; pino's own serializer would copy every property of them.
      serializers: { err: (value: unknown) => value },
    },
    pretty ? { write: (line) => stream.write(renderLine(line)) } : stream,
  );
  return wrap(base);
}

type Base = {
  isLevelEnabled(level: string): boolean;
  child(bindings: Fields): Base;
} & Log;

// Fields are cleaned before pino sees them: its `redact` knows exact paths only, and skips child bindings' depth.
function wrap(base: Base): ParentLog {
  const at = (level: keyof Log) => (fields: Fields, message: string) => {
    if (base.isLevelEnabled(level)) base[level](cleanFields(fields, 0), scrub(message));
  };
  return {
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    child: (bindings) => wrap(base.child(cleanFields(bindings, 0))),
  };
}

const hidden = "[hidden]";
const maxDepth = 6;
const maxItems = 50;
const maxText = 1_000;

// The last word of a name decides: accessToken, api_key and X-Api-Key are hidden; keyId and bodyBytes are not.
const secretWords =
  /^(token|secret|password|passwd|passphrase|authorization|key|cookie|credential|email|mail|phone|mobile|text|body)s?$/;

function isSecret(name: string): boolean {
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  const lastWord =
    words
      .split(/[^a-z\d]+/)
      .filter(Boolean)
      .at(-1) ?? "";
  return secretWords.test(lastWord);
}

function cleanFields(fields: object, depth: number): Fields {
  const entries = Object.entries(fields).slice(0, maxItems);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      isSecret(name) && value != null ? hidden : cleanValue(value, depth + 1),
    ]),
  );
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return scrub(value);
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth > maxDepth) return "[deep]";
  return cleanObject(value, depth);
}

function cleanObject(value: object, depth: number): unknown {
  if (value instanceof Error) return serializeError(value, depth);
  if (value instanceof Date) return value;
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (value instanceof Map || value instanceof Set) return `[${value.size} items]`;
  if (!Array.isArray(value)) return cleanFields(value, depth);
  return value.slice(0, maxItems).map((item) => cleanValue(item, depth + 1));
}

/** An allow list: HTTP clients hang requests, configs and headers on their errors, tokens included. */
function serializeError(error: Error, depth: number): Fields {
  const { code, status, statusCode } = error as {
    code?: unknown;
    status?: unknown;
    statusCode?: unknown;
  };
  return {
    type: error.name,
    message: scrub(error.message),
    ...(isPlain(code) ? { code: scrub(String(code)) } : {}),
    ...(isPlain(status ?? statusCode) ? { status: scrub(String(status ?? statusCode)) } : {}),
    // The frames only: the head of a stack repeats the message in full.
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    ...(error.cause === undefined ? {} : { cause: cleanValue(error.cause, depth + 1) }),
  };
}

const isPlain = (value: unknown) => typeof value === "string" || typeof value === "number";

// A last net under sentences and messages of others: credentials with a known shape, e-mail addresses,
// query strings, telephone numbers with their country.
const shapes: [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${hidden}`],
  [/\b(rsk_|sk-|xox[a-z]-|xapp-|[tu]-g)[\w-]{8,}/g, hidden],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+/g, hidden],
  [/(https?:\/\/[^\s?#"']+)\?[^\s"']*/g, `$1?${hidden}`],
  // An address without its host, as routes and errors have it; and a name and password before the host.
  [/([?&][\w-]{0,40}(?:secret|token|key|sign|signature|password)=)[^\s&"']+/gi, `$1${hidden}`],
  [/(:\/\/)[^\s/@"']{1,200}@/g, `$1${hidden}@`],
  [/(?<![\w.])\+\d[\d ().-]{6,20}\d/g, hidden],
];

function scrub(text: string): string {
  const short = text.length > maxText ? `${text.slice(0, maxText)}…` : text;
  return shapes.reduce((kept, [shape, instead]) => kept.replace(shape, instead), short);
}

/** One line for a person: time, level, sentence, then the rest as name=value. */
function renderLine(line: string): string {
  const { time, level, msg, ...rest } = JSON.parse(line) as Fields;
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const head = `${String(time).slice(11, 19)} ${String(level).toUpperCase().padEnd(5)} ${String(msg)}`;
  // A terminal obeys control characters, so none may come out of a message.
  return `${[head, ...facts].join(" ").replace(/\p{Cc}/gu, " ")}\n`;
}
