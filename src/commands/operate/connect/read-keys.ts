// The keys of an app from wherever they are given: options, the environment, standard input, or asked for.
import { parseEnv } from "node:util";
import { type Env, readEnv } from "../../../config.ts";
import { Refused } from "../../../core/errors.ts";
import { settings } from "../../../settings.ts";
import type { AskSecret } from "./ask-secret.ts";

/** One key: its name in the code and as an option, and as a variable after its prefix. */
type Key = { name: string; variable: string; setting: KeySetting; isNeeded?: true; isAsked?: true };
type KeySetting = Pick<(typeof settings)["SLACK_BOT_TOKEN"], "what" | "expects" | "where" | "read">;

const slackKeys: Key[] = [
  { name: "botToken", variable: "BOT_TOKEN", setting: settings.SLACK_BOT_TOKEN, isNeeded: true },
  { name: "appToken", variable: "APP_TOKEN", setting: settings.SLACK_APP_TOKEN, isAsked: true },
  { name: "signingSecret", variable: "SIGNING_SECRET", setting: settings.SLACK_SIGNING_SECRET },
];
const larkKeys: Key[] = [
  { name: "appId", variable: "APP_ID", setting: settings.LARK_APP_ID, isNeeded: true },
  { name: "appSecret", variable: "APP_SECRET", setting: settings.LARK_APP_SECRET, isNeeded: true },
  { name: "encryptKey", variable: "ENCRYPT_KEY", setting: settings.LARK_ENCRYPT_KEY },
  {
    name: "verificationToken",
    variable: "VERIFICATION_TOKEN",
    setting: settings.LARK_VERIFICATION_TOKEN,
  },
];
const keysOf = { slack: slackKeys, lark: larkKeys };

export type KeySources = {
  /** Given as options. */
  options: Record<string, string | undefined>;
  /** Variables with this prefix are read. */
  fromEnv?: string;
  /** Lines such as BOT_TOKEN=… on standard input. */
  stdin?: () => Promise<string>;
  ask?: AskSecret;
};

/** The keys of one app, checked for their form. Refuses, naming every one that is missing or wrong. */
export async function readKeys(
  surface: "slack" | "lark",
  sources: KeySources,
): Promise<Record<string, string>> {
  const given = await readValues(keysOf[surface], sources);
  const keys: Record<string, string> = {};
  const problems: string[] = [];
  for (const { name, setting, isNeeded } of keysOf[surface]) {
    const value = given[name] ?? "";
    const problem = problemOf(setting, value, isNeeded);
    if (problem) problems.push(`${toOption(name)} ${problem} ${setting.where}`);
    else if (value) keys[name] = value;
  }
  if (problems.length > 0) throw new Refused("connect.bad-keys", problems.join("\n"));
  return keys;
}

/** By name. Asked for only where nothing was given in another way. */
async function readValues(keys: Key[], sources: KeySources): Promise<Env> {
  const { options, ask } = sources;
  const given = await readGiven(sources);
  const values: Env = {};
  for (const { name, variable } of keys) values[name] = options[name] ?? given[variable];
  if (!ask || Object.values(values).some(Boolean)) return values;
  const asked = keys.filter(({ isNeeded, isAsked }) => isNeeded || isAsked);
  for (const { name, setting } of asked) values[name] = await ask(questionOf(setting));
  return values;
}

async function readGiven({ fromEnv, stdin }: KeySources): Promise<Env> {
  if (stdin) return parseEnv(await stdin());
  if (!fromEnv) return {};
  const prefix = `${fromEnv.replace(/_$/, "")}_`;
  const mine = Object.entries(readEnv()).filter(([name]) => name.startsWith(prefix));
  if (mine.length === 0) {
    throw new Refused(
      "connect.no-variables",
      `No variable begins with ${prefix}, such as ${prefix}BOT_TOKEN (Slack) or ${prefix}APP_ID (Lark).`,
    );
  }
  return Object.fromEntries(mine.map(([name, value]) => [name.slice(prefix.length), value]));
}

const questionOf = ({ what, where }: KeySetting) => `${what}\n${where} (not shown while you type)`;

function problemOf(
  { read, expects }: KeySetting,
  value: string,
  isNeeded: true | undefined,
): string | undefined {
  if (isNeeded && !value) return "is missing.";
  return read.safeParse(value).success ? undefined : `expects ${expects}.`;
}

const toOption = (name: string) =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
