// The only reader of process.env. Every variable is described once, in settings.ts: reading, refusing and
// .env.example (test/config.test.ts compares it) all come from there.
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import type { z } from "zod";
import { editDistance } from "./core/edit-distance.ts";
import { Refused } from "./core/errors.ts";
import type { OwnershipTimes } from "./core/leads/ownership/times.ts";
import type { Retention } from "./core/people/privacy/kept.ts";
import { type CrmConfig, crmNeeds, crmOf } from "./settings/crm.ts";
import { sourceVariables } from "./settings/sources.ts";
import { settings } from "./settings.ts";

/** Variables by name, as process.env has them. */
export type Env = Record<string, string | undefined>;

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
  /** Undefined: not connected. Without an app token it listens for signed HTTP. */
  slack?: { botToken: string; appToken?: string; signingSecret?: string };
  /** Undefined: not connected. With an encrypt key it listens for HTTP callbacks. */
  lark?: {
    appId: string;
    appSecret: string;
    domain: "feishu" | "lark";
    encryptKey?: string;
    verificationToken?: string;
    cardInAck: boolean;
    maxTables: number;
  };
  /** Undefined: voice notes are not turned into text. */
  speech?: { baseUrl: string; apiKey: string; model: string };
  /** Undefined: pictures of business licences are not read. */
  vision?: { baseUrl: string; apiKey: string; model: string };
  /** Who is asked when somebody checks a company: name servers, and registers by their addresses. */
  checks: { dns: boolean; gleifUrl?: string; viesUrl?: string };
  /** Undefined: talk tracks are found by vectors fitted on the library. */
  embedding?: { baseUrl: string; apiKey: string; model: string };
  /** Undefined: the embedded customer plays in practice. */
  model?: {
    baseUrl: string;
    apiKey: string;
    model: string;
    temperature: number | undefined;
    timeoutMs: number;
  };
  /** How long offers, protection and the pool take. */
  ownership: Pick<OwnershipTimes, "acceptMs" | "untakenMs" | "protectMs" | "othersFirstMs">;
  /** How long what is kept of people stays. */
  retention: Retention;
  /** Words of a meeting's title that make it a deal review. */
  reviewTitles: readonly string[];
  /** Pages that cards link to. Undefined: no public address, and cards carry pictures. */
  pages?: { publicUrl: string; lifeMs: number };
  sources: {
    /** How the outside calls us; undefined: as each request says. */
    publicUrl?: string;
    /** Web sites whose pages may send touches. */
    origins: string[];
    /** By source; one without a secret is off. */
    secrets: Partial<Record<keyof typeof sourceVariables, string>>;
    ga4Folder?: string;
  };
  /** The CRMs that confirmed changes are written to. */
  crm: CrmConfig;
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
  problems.push(...findIncomplete(values));
  if (problems.length > 0) throw new Refused("bad_env", [headline, ...problems].join("\n- "));
  return {
    dataDir: values.DATA_DIR,
    chatPort: values.CHAT_PORT,
    httpPort: values.HTTP_PORT,
    httpHost: values.HTTP_HOST,
    localChat: values.LOCAL_CHAT,
    logLevel: values.LOG_LEVEL,
    sampleTeam: values.SAMPLE_TEAM,
    ...slackOf(values),
    ...larkOf(values),
    ...speechOf(values),
    ...visionOf(values),
    checks: checksOf(values),
    ...embeddingOf(values),
    ...modelOf(values),
    ownership: {
      acceptMs: values.LEAD_ACCEPT_HOURS,
      untakenMs: values.LEAD_UNTAKEN_DAYS,
      protectMs: values.LEAD_PROTECT_DAYS,
      othersFirstMs: values.LEAD_OTHERS_FIRST_DAYS,
    },
    retention: {
      practice: values.RETENTION_PRACTICE_DAYS,
      calls: values.RETENTION_CALLS_DAYS,
      messages: values.RETENTION_MESSAGES_DAYS,
      looks: values.RETENTION_LOOKS_DAYS,
    },
    reviewTitles: values.REVIEW_TITLES,
    ...pagesOf(values),
    sources: sourcesOf(values),
    crm: crmOf(values),
    warnings: findMisspelt(env),
  };
}

function slackOf(values: Values): Pick<Config, "slack"> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = values;
  if (!botToken) return {};
  return {
    slack: {
      botToken,
      ...(SLACK_APP_TOKEN ? { appToken: SLACK_APP_TOKEN } : {}),
      ...(SLACK_SIGNING_SECRET ? { signingSecret: SLACK_SIGNING_SECRET } : {}),
    },
  };
}

function larkOf(values: Values): Pick<Config, "lark"> {
  const { LARK_APP_ID: appId, LARK_APP_SECRET: appSecret, LARK_DOMAIN: domain } = values;
  if (!appId) return {};
  const { LARK_ENCRYPT_KEY: encryptKey, LARK_VERIFICATION_TOKEN: verificationToken } = values;
  const { LARK_CARD_IN_ACK, LARK_MAX_TABLES: maxTables } = values;
  return {
    lark: {
      ...{ appId, appSecret, domain, maxTables, cardInAck: LARK_CARD_IN_ACK === "on" },
      ...(encryptKey ? { encryptKey } : {}),
      ...(verificationToken ? { verificationToken } : {}),
    },
  };
}

function speechOf(values: Values): Pick<Config, "speech"> {
  const { SPEECH_BASE_URL: baseUrl, SPEECH_API_KEY: apiKey, SPEECH_MODEL: model } = values;
  return baseUrl ? { speech: { baseUrl, apiKey, model } } : {};
}

function visionOf(values: Values): Pick<Config, "vision"> {
  const { VISION_BASE_URL: baseUrl, VISION_API_KEY: apiKey, VISION_MODEL: model } = values;
  return baseUrl ? { vision: { baseUrl, apiKey, model } } : {};
}

function checksOf(values: Values): Config["checks"] {
  const { CHECK_DNS, REGISTER_GLEIF, REGISTER_VIES } = values;
  return {
    dns: CHECK_DNS === "on",
    ...(REGISTER_GLEIF === "on" ? { gleifUrl: values.REGISTER_GLEIF_URL } : {}),
    ...(REGISTER_VIES === "on" ? { viesUrl: values.REGISTER_VIES_URL } : {}),
  };
}

function embeddingOf(values: Values): Pick<Config, "embedding"> {
  const { EMBEDDING_BASE_URL: baseUrl, EMBEDDING_API_KEY: apiKey, EMBEDDING_MODEL: model } = values;
  return baseUrl ? { embedding: { baseUrl, apiKey, model } } : {};
}

function modelOf(values: Values): Pick<Config, "model"> {
  const { MODEL_BASE_URL: baseUrl, MODEL_API_KEY: apiKey, MODEL_NAME: model } = values;
  const { MODEL_TEMPERATURE: temperature, MODEL_TIMEOUT_SECONDS: timeoutMs } = values;
  return baseUrl ? { model: { baseUrl, apiKey, model, temperature, timeoutMs } } : {};
}

function pagesOf(values: Values): Pick<Config, "pages"> {
  const { PUBLIC_URL: publicUrl, PAGE_LINK_HOURS: lifeMs, HTTP_PORT } = values;
  return publicUrl && HTTP_PORT !== "off" ? { pages: { publicUrl, lifeMs } } : {};
}

function sourcesOf(values: Values): Config["sources"] {
  const { PUBLIC_URL: publicUrl, SOURCE_GA4_FOLDER: ga4Folder } = values;
  const secrets = Object.entries(sourceVariables).map(([id, variable]) => [id, values[variable]]);
  return {
    origins: values.COLLECTOR_ORIGINS,
    secrets: Object.fromEntries(secrets.filter(([, secret]) => secret)),
    ...(publicUrl ? { publicUrl } : {}),
    ...(ga4Folder ? { ga4Folder } : {}),
  };
}

/** Variables that do nothing without another one. */
function findIncomplete(values: Values): string[] {
  const needs: [Name, boolean, Name[]][] = [
    ["SLACK_BOT_TOKEN", !values.SLACK_BOT_TOKEN, ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]],
    ["LARK_APP_ID", !values.LARK_APP_ID, ["LARK_APP_SECRET", "LARK_ENCRYPT_KEY"]],
    ["LARK_APP_SECRET", !values.LARK_APP_SECRET, ["LARK_APP_ID"]],
    ["LARK_ENCRYPT_KEY", !values.LARK_ENCRYPT_KEY, ["LARK_VERIFICATION_TOKEN"]],
    ["COLLECTOR_ORIGINS", values.COLLECTOR_ORIGINS?.length === 0, ["COLLECTOR_KEY"]],
    ["LARK_VERIFICATION_TOKEN", !values.LARK_VERIFICATION_TOKEN, ["LARK_ENCRYPT_KEY"]],
    ["SPEECH_BASE_URL", !values.SPEECH_BASE_URL, ["SPEECH_API_KEY"]],
    ["VISION_BASE_URL", !values.VISION_BASE_URL, ["VISION_API_KEY"]],
    ["EMBEDDING_BASE_URL", !values.EMBEDDING_BASE_URL, ["EMBEDDING_API_KEY"]],
    ["MODEL_BASE_URL", !values.MODEL_BASE_URL, ["MODEL_API_KEY"]],
    ...crmNeeds.map(([name, by]): [Name, boolean, Name[]] => [name, !values[name], by]),
  ];
  const missing = needs.flatMap(([name, isMissing, by]) => {
    const asker = by.find((one) => values[one]);
    return isMissing && asker
      ? [`${name} is missing, and ${asker} needs it. ${settings[name].where}`]
      : [];
  });
  const isMute = values.SLACK_BOT_TOKEN && !values.SLACK_APP_TOKEN && !values.SLACK_SIGNING_SECRET;
  const { where } = settings.SLACK_APP_TOKEN;
  return isMute
    ? [...missing, `SLACK_APP_TOKEN is missing, and SLACK_BOT_TOKEN needs it. ${where}`]
    : missing;
}

const headline = "Fix these variables in .env or in the environment, then start again:";

/** The variables of a .env file under those of `env`, which win where they are not empty. No file: just `env`. */
export function readEnv(file = ".env", env: Env = process.env): Env {
  const fromFile = parseEnv(readText(file));
  const set = Object.entries(env).filter(([, value]) => value?.trim());
  return { ...fromFile, ...Object.fromEntries(set) };
}

/**
 * Takes LangChain's own variables out: with them, what is said in practice would also go to a service that traces calls,
 * or to stdout. Where words go is for .env to say, and for `privacy` to show.
 */
export function dropTracing(env: Env = process.env): void {
  for (const name of Object.keys(env)) {
    if (/^LANG(CHAIN|SMITH)_/.test(name)) delete env[name];
  }
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
  const one = settings[name];
  const result = one.read.safeParse(value ?? one.fallback);
  if (result.success) return result.data;
  const is = "secret" in one ? "is set" : `is "${shorten(value ?? "")}"`;
  problems.push(`${name} ${is} but expects ${one.expects}. ${one.where}`);
  return undefined;
}

function portsClash({ LOCAL_CHAT, CHAT_PORT, HTTP_PORT }: Values): boolean {
  // 0 takes a free port each; and a wrong value, which has its own message, is undefined here.
  return LOCAL_CHAT !== "off" && Boolean(HTTP_PORT) && HTTP_PORT === CHAT_PORT;
}

const shorten = (value: string) => (value.length > 40 ? `${value.slice(0, 40)}…` : value);

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
    const meant = names.find((ours) => editDistance(name.toUpperCase(), ours) <= 2);
    return meant ? [`${name} is not a variable of Ringside and does nothing. Is it ${meant}?`] : [];
  });
}
