// Every variable of Ringside, described once: how it is read, and the words a person needs to set it. src/config.ts
// reads them; .env.example is made from them.
import { isIP } from "node:net";
import { z } from "zod";
import { companySettings } from "./settings/company.ts";
import { crmSettings } from "./settings/crm.ts";
import { embeddingSettings } from "./settings/embedding.ts";
import { modelSettings } from "./settings/model.ts";
import { ownershipSettings } from "./settings/ownership.ts";
import { pageSettings } from "./settings/pages.ts";
import { retentionSettings } from "./settings/retention.ts";
import { reviewSettings } from "./settings/reviews.ts";
import { sourceSettings } from "./settings/sources.ts";
import { speechSettings } from "./settings/speech.ts";
import { visionSettings } from "./settings/vision.ts";

/** One variable: how it is read, and the words a person needs to set it. */
type Setting<Value> = {
  what: string;
  expects: string;
  where: string;
  fallback: string;
  /** Never shown, not even when it is wrong. */
  secret?: true;
  read: z.ZodType<Value, string>;
};

const setting = <Value>(one: Setting<Value>): Setting<Value> => one;

/** A secret: off while it is empty. */
const token = ({
  prefix = "",
  ...one
}: Pick<Setting<string>, "what" | "expects" | "where"> & { prefix?: string }) =>
  setting({
    ...one,
    fallback: "",
    secret: true,
    read: z
      .string()
      .refine((value) => value === "" || (value.startsWith(prefix) && !/\s/.test(value))),
  });

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535);
const oneOf = <Word extends string>(...words: Word[]) =>
  z.string().toLowerCase().pipe(z.enum(words));
const hostName = /^(?=.{1,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i;

/** Every variable there is. */
export const settings = {
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
  SLACK_BOT_TOKEN: token({
    what: "Slack: the bot's token. With SLACK_APP_TOKEN or SLACK_SIGNING_SECRET it connects Slack.",
    expects: "a token that begins with xoxb-",
    where: "api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token.",
    prefix: "xoxb-",
  }),
  SLACK_APP_TOKEN: token({
    what: "Slack: the app-level token for Socket Mode, which needs no public address.",
    expects: "a token that begins with xapp-",
    where:
      "api.slack.com/apps → your app → Basic Information → App-Level Tokens (connections:write).",
    prefix: "xapp-",
  }),
  SLACK_SIGNING_SECRET: token({
    what: "Slack: the signing secret for HTTP instead of Socket Mode (leave SLACK_APP_TOKEN empty).",
    expects: "32 letters and digits",
    where: "api.slack.com/apps → your app → Basic Information → Signing Secret.",
  }),
  LARK_APP_ID: token({
    what: "Feishu/Lark: the app's id. With LARK_APP_SECRET it connects Feishu or Lark.",
    expects: "an id that begins with cli_",
    where: "open.feishu.cn or open.larksuite.com → your app → Credentials & Basic Info.",
    prefix: "cli_",
  }),
  LARK_APP_SECRET: token({
    what: "Feishu/Lark: the app's secret.",
    expects: "letters and digits",
    where: "Beside the app's id, under Credentials & Basic Info.",
  }),
  LARK_DOMAIN: setting({
    what: "Feishu/Lark: which of the two.",
    expects: "feishu (in China) or lark (elsewhere)",
    where: "feishu when you sign in at feishu.cn, lark when you sign in at larksuite.com.",
    fallback: "feishu",
    read: oneOf("feishu", "lark"),
  }),
  LARK_ENCRYPT_KEY: token({
    what: "Feishu/Lark: the encrypt key, for HTTP callbacks instead of the long connection.",
    expects: "letters and digits",
    where: "Your app → Events & Callbacks → Encryption Strategy. Empty: long connection.",
  }),
  LARK_VERIFICATION_TOKEN: token({
    what: "Feishu/Lark: the verification token, for HTTP callbacks.",
    expects: "letters and digits",
    where: "Beside the encrypt key, under Encryption Strategy.",
  }),
  LARK_CARD_IN_ACK: setting({
    what: "Feishu/Lark: whether a pressed card changes in the answer to the press, not only just after it.",
    expects: "on or off",
    where:
      "off until you have seen it work on your tenant (docs/verify-on-a-real-tenant.md): some refuse it with code 200673.",
    fallback: "off",
    read: oneOf("on", "off"),
  }),
  LARK_MAX_TABLES: setting({
    what: "Feishu/Lark: how many tables one card may hold; further ones are shown as lines of text.",
    expects: "a number from 0 to 5",
    where: "3 works for everybody; Lark's documents say 5, and some tenants refuse more than 3.",
    fallback: "3",
    read: z
      .string()
      .regex(/^[0-5]$/)
      .transform(Number),
  }),
  ...speechSettings,
  ...visionSettings,
  ...companySettings,
  ...crmSettings,
  ...embeddingSettings,
  ...modelSettings,
  ...ownershipSettings,
  ...pageSettings,
  ...retentionSettings,
  ...reviewSettings,
  ...sourceSettings,
} as const;

// Digits and dots alone would be a mistyped address, not a name.
const isHostName = (host: string) => hostName.test(host) && !/^[\d.]+$/.test(host);
