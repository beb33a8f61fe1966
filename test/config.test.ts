import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { dropTracing, type Env, readConfig, readEnv, renderEnvExample } from "../src/config.ts";
import { Refused } from "../src/core/errors.ts";
import { usualReviewTitles } from "../src/core/pipeline/review/calendar-review.ts";
import { settings } from "../src/settings.ts";

const defaults = {
  checks: { dns: true },
  dataDir: "./data",
  chatPort: 3000,
  httpPort: 3001,
  httpHost: "127.0.0.1",
  localChat: "auto",
  logLevel: "info",
  sampleTeam: "auto",
  ownership: {
    ...{ acceptMs: 14_400_000, untakenMs: 259_200_000 },
    ...{ protectMs: 2_592_000_000, othersFirstMs: 604_800_000 },
  },
  retention: {
    ...{ practice: 31_536_000_000, calls: 15_552_000_000 },
    ...{ messages: 7_776_000_000, looks: 31_536_000_000 },
  },
  reviewTitles: usualReviewTitles,
  crm: { mappings: [], rest: { key: "", secret: "" } },
  sources: { origins: [], secrets: {} },
  warnings: [],
};

function refusal(env: Env): Refused {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
  throw new Error("The config was accepted.");
}

function envFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "ringside-env-")), ".env");
  writeFileSync(file, text);
  return file;
}

describe("readConfig", () => {
  it("connects a chat model by its address, with a temperature only where one is given", () => {
    const MODEL_BASE_URL = "http://localhost:11434/v1";
    const model = { baseUrl: MODEL_BASE_URL, apiKey: "", model: "gpt-4o-mini", timeoutMs: 20_000 };
    expect(readConfig({ MODEL_BASE_URL }).model).toEqual({ ...model, temperature: undefined });
    const more = { MODEL_NAME: "qwen3:8b", MODEL_TEMPERATURE: "0.7", MODEL_TIMEOUT_SECONDS: "8" };
    const set = { model: "qwen3:8b", temperature: 0.7, timeoutMs: 8_000 };
    expect(readConfig({ MODEL_BASE_URL, ...more }).model).toEqual({ ...model, ...set });
  });

  it.each([
    ["MODEL_BASE_URL", "localhost:11434"],
    ["MODEL_BASE_URL", "https://me:secret@example.com/v1"],
    ["MODEL_TEMPERATURE", "3"],
    ["MODEL_TIMEOUT_SECONDS", "0"],
  ])("refuses %s=%s", (name, value) => {
    expect(refusal({ [name]: value }).message).toContain(name);
  });

  it("asks for the model's address where only its key is given", () => {
    expect(refusal({ MODEL_API_KEY: "sk-1" }).message).toContain("MODEL_BASE_URL is missing");
  });

  it("has a default for everything", () => {
    expect(readConfig({})).toEqual(defaults);
  });

  it("takes an empty or blank value as not set", () => {
    expect(readConfig({ CHAT_PORT: "", HTTP_HOST: "  ", LOG_LEVEL: "\t" })).toEqual(defaults);
  });

  it("reads every variable", () => {
    const env = {
      DATA_DIR: "/var/lib/ringside",
      CHAT_PORT: " 8080 ",
      HTTP_PORT: "OFF",
      HTTP_HOST: "::",
      LOCAL_CHAT: "On",
      LOG_LEVEL: "DEBUG",
      SAMPLE_TEAM: "off",
      LEAD_ACCEPT_HOURS: "1.5",
      LEAD_UNTAKEN_DAYS: "1",
      LEAD_PROTECT_DAYS: "15",
      LEAD_OTHERS_FIRST_DAYS: "2",
      RETENTION_PRACTICE_DAYS: "30",
      RETENTION_CALLS_DAYS: "20",
      RETENTION_MESSAGES_DAYS: "10",
      ...{ RETENTION_LOOKS_DAYS: "5", REVIEW_TITLES: "win room" },
      ...{ CRM_MAPPING: "a.yaml, b.yaml", CRM_REST_KEY: "k", CRM_REST_SECRET: "s" },
      ...{ HUBSPOT_TOKEN: "pat", BITABLE_APP_TOKEN: "bas" },
      ...{ SALESFORCE_URL: "https://x.my.salesforce.com", SALESFORCE_CLIENT_ID: "id" },
      SALESFORCE_CLIENT_SECRET: "secret",
      CHECK_DNS: "off",
      REGISTER_GLEIF: "on",
      REGISTER_VIES: "on",
      REGISTER_VIES_URL: "https://vies.example/rest",
      VISION_BASE_URL: "http://127.0.0.1:9/v1",
    };
    expect(readConfig(env)).toEqual({
      checks: {
        ...{ dns: false, gleifUrl: "https://api.gleif.org/api/v1" },
        viesUrl: "https://vies.example/rest",
      },
      vision: { baseUrl: "http://127.0.0.1:9/v1", apiKey: "", model: "gpt-4o-mini" },
      crm: {
        ...{ mappings: ["a.yaml", "b.yaml"], rest: { key: "k", secret: "s" } },
        ...{ hubspotToken: "pat", bitableApp: "bas" },
        salesforce: { url: "https://x.my.salesforce.com", clientId: "id", clientSecret: "secret" },
      },
      retention: {
        ...{ practice: 2_592_000_000, calls: 1_728_000_000 },
        ...{ messages: 864_000_000, looks: 432_000_000 },
      },
      reviewTitles: ["win room"],
      ownership: {
        ...{ acceptMs: 5_400_000, untakenMs: 86_400_000 },
        ...{ protectMs: 1_296_000_000, othersFirstMs: 172_800_000 },
      },
      dataDir: "/var/lib/ringside",
      chatPort: 8080,
      httpPort: "off",
      httpHost: "::",
      localChat: "on",
      logLevel: "debug",
      sampleTeam: "off",
      sources: { origins: [], secrets: {} },
      warnings: [],
    });
  });

  it("names every wrong variable in one refusal, with what it expects", () => {
    const env = { CHAT_PORT: "abc", LOG_LEVEL: "loud", LOCAL_CHAT: "yes", SAMPLE_TEAM: "on" };
    const { code, message } = refusal(env);
    expect(code).toBe("bad_env");
    for (const [name, value] of Object.entries(env))
      expect(message).toContain(`${name} is "${value}"`);
    expect(message).toContain("expects a number from 0 to 65535");
    expect(message).not.toContain("HTTP_HOST");
  });

  it.each(["-1", "65536", "3000.5", "0x10", "1e3", "off", "３０００", "3000 3001"])(
    "refuses %s as a port of the chat",
    (CHAT_PORT) => {
      expect(refusal({ CHAT_PORT }).message).toContain("CHAT_PORT");
    },
  );

  it.each(["http://a.example", "a.example:80", "256.1.1.1", "1.2.3", "[::1]", "a b", "-a"])(
    "refuses %s as a host",
    (HTTP_HOST) => {
      expect(refusal({ HTTP_HOST }).message).toContain("without port or http://");
    },
  );

  it.each(["0.0.0.0", "::1", "localhost", "ringside.example.com"])("takes %s as a host", (host) => {
    expect(readConfig({ HTTP_HOST: host }).httpHost).toBe(host);
  });

  it("refuses one port for two listeners, unless one of them is off or the port is any", () => {
    expect(refusal({ CHAT_PORT: "3001" }).message).toContain("HTTP_PORT is 3001, as CHAT_PORT is");
    expect(readConfig({ CHAT_PORT: "3001", LOCAL_CHAT: "off" }).chatPort).toBe(3001);
    expect(readConfig({ CHAT_PORT: "0", HTTP_PORT: "0" }).httpPort).toBe(0);
  });

  it("shortens a long value, which may be a secret in the wrong place", () => {
    expect(refusal({ LOG_LEVEL: "x".repeat(5_000) }).message.length).toBeLessThan(400);
  });

  it.each([
    ["DATADIR", "DATA_DIR"],
    ["CHATPORT", "CHAT_PORT"],
    ["chat_port", "CHAT_PORT"],
    ["LOGLEVEL", "LOG_LEVEL"],
    ["SAMPLE_TEAMS", "SAMPLE_TEAM"],
  ])("warns that %s may be meant as %s", (wrong, meant) => {
    const { warnings } = readConfig({ [wrong]: "1" });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(wrong);
    expect(warnings[0]).toContain(meant);
  });

  it("says nothing about variables of other programs", () => {
    const others = [
      "PATH",
      "HOME",
      "PORT",
      "HTTP_PROXY",
      "NODE_ENV",
      "LANG",
      "HOST",
      "SHELL",
      "TZ",
    ];
    expect(readConfig(Object.fromEntries(others.map((name) => [name, "x"]))).warnings).toEqual([]);
  });
});

describe("readEnv", () => {
  it("reads the file, under the real environment", () => {
    const file = envFile('CHAT_PORT=4000\r\nLOG_LEVEL="warn" # quiet\r\n');
    const config = readConfig(readEnv(file, { CHAT_PORT: "5000" }));
    expect(config).toMatchObject({ chatPort: 5000, logLevel: "warn" });
  });

  it("lets the file speak where the environment is empty", () => {
    const file = envFile("CHAT_PORT=4000\n");
    expect(readConfig(readEnv(file, { CHAT_PORT: "" })).chatPort).toBe(4000);
  });

  it("reads past a byte order mark", () => {
    expect(readEnv(envFile("\uFEFFDATA_DIR=d"), {})).toEqual({ DATA_DIR: "d" });
  });

  it("does without a file", () => {
    expect(readEnv(join(tmpdir(), "no-such-folder", ".env"), { LOG_LEVEL: "warn" })).toEqual({
      LOG_LEVEL: "warn",
    });
  });

  it("refuses what is no file", () => {
    const folder = join(mkdtempSync(join(tmpdir(), "ringside-env-")), ".env");
    mkdirSync(folder);
    expect(() => readEnv(folder, {})).toThrow(/cannot be read \(EISDIR\)/);
  });
});

describe(".env.example", () => {
  const text = readFileSync(new URL("../.env.example", import.meta.url), "utf8");

  it("is what the settings say", () => {
    expect(text).toBe(renderEnvExample());
  });

  it("holds every default, so that a copy changes nothing", () => {
    expect(readConfig(parseEnv(text))).toEqual(defaults);
    expect(Object.keys(parseEnv(text)).sort()).toEqual(Object.keys(settings).sort());
  });
});

describe("connections", () => {
  it("are off until their variables are set", () => {
    expect(readConfig({})).not.toHaveProperty("slack");
    expect(readConfig({})).not.toHaveProperty("lark");
  });

  it("are read whole", () => {
    const env = {
      SLACK_BOT_TOKEN: "xoxb-1",
      SLACK_APP_TOKEN: "xapp-1",
      LARK_APP_ID: "cli_1",
      LARK_APP_SECRET: "s",
    };
    expect(readConfig(env)).toMatchObject({
      slack: { botToken: "xoxb-1", appToken: "xapp-1" },
      lark: {
        ...{ appId: "cli_1", appSecret: "s", domain: "feishu" },
        ...{ cardInAck: false, maxTables: 3 },
      },
    });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: "xoxb-1" }, "SLACK_APP_TOKEN"],
    [{ SLACK_APP_TOKEN: "xapp-1" }, "SLACK_BOT_TOKEN"],
    [{ LARK_APP_ID: "cli_1" }, "LARK_APP_SECRET"],
    [
      { LARK_APP_ID: "cli_1", LARK_APP_SECRET: "s", LARK_VERIFICATION_TOKEN: "t" },
      "LARK_ENCRYPT_KEY",
    ],
  ])("name what %j lacks, and where to find it", (env, missing) => {
    expect(refusal(env).message).toContain(`${missing} is missing`);
  });

  it("never show a secret, right or wrong", () => {
    const { message } = refusal({
      SLACK_BOT_TOKEN: "hunter2-very-secret",
      SLACK_APP_TOKEN: "xapp-1",
    });
    expect(message).toContain("SLACK_BOT_TOKEN is set but expects a token that begins with xoxb-");
    expect(message).not.toContain("hunter2");
  });
});

describe("dropTracing", () => {
  it("takes out what would send or print what is said in practice", () => {
    const env: Env = { LANGSMITH_TRACING: "true", LANGCHAIN_VERBOSE: "true", PATH: "/bin" };
    dropTracing(env);
    expect(env).toEqual({ PATH: "/bin" });
  });
});
