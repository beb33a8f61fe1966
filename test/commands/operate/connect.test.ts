// Two further Slack workspaces, connected while the bot runs, as an operator does it.
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { botUser, type SlackEmulator, startSlack } from "../../emulators/slack/emulator.ts";
import { aMessage, anEvent } from "../../emulators/slack/payloads.ts";
import { newDataFolder } from "../../helpers/records.ts";
import { type Bot, type Run, runCli, startBot } from "../run-cli.ts";

/** The second workspace: the emulator has one id for all, so the gateway answers for it. */
const secondTeam = "T0SECOND";
const secrets = ["xoxb-test-token", "xapp-test-token", "xapp-second-token"];

let first: SlackEmulator;
let second: SlackEmulator;
let folder: string;
let bot: Bot | undefined;
const written: string[] = [];
let count = 0;

const env = () => ({
  ...{ DATA_DIR: folder, CHAT_PORT: "0", HTTP_PORT: "0", SAMPLE_TEAM: "off" },
  ...{ SECOND_BOT_TOKEN: second.botToken, SECOND_APP_TOKEN: "xapp-second-token" },
  ...{ SHARED_BOT_TOKEN: second.botToken, SHARED_APP_TOKEN: first.appToken },
});
const command = async (args: string[], input?: string): Promise<Run> => {
  const ran = await runCli(args, env(), input);
  written.push(ran.out, ran.err);
  return ran;
};
const connectFirst = () =>
  command(
    ["connect", "slack", "--stdin", "--api-url", first.apiUrl, "--json"],
    `BOT_TOKEN=${first.botToken}\nAPP_TOKEN=${first.appToken}\n`,
  );
const connectSecond = () =>
  command(["connect", "slack", "--from-env", "SECOND", "--api-url", second.apiUrl, "--json"]);

/** Says "help" to the bot in one workspace; resolves with the answer it posts there. */
async function askIn(slack: SlackEmulator, team: string): Promise<string> {
  const user = slack.user("user1");
  const from = slack.gateway.calls.length;
  count += 1;
  const message = aMessage({
    user,
    channel: await slack.channel(user),
    ts: `17.${count}`,
    text: "help",
  });
  await slack.gateway.send({ type: "events_api", payload: anEvent(team, message, `Ev${count}`) });
  const posted = await slack.gateway.called("chat.postMessage", () => true, from);
  return posted.args.blocks ?? "";
}

/** The second workspace's answers differ only in the team. */
function answerAsSecond(): void {
  const identity = { team_id: secondTeam, team: "Second Team", user: "ringside", user_id: botUser };
  const user = {
    id: second.user("user1"),
    team_id: secondTeam,
    profile: { email: "user1@team.example" },
  };
  for (let times = 0; times < 8; times += 1) {
    second.gateway.fail("auth.test", { kind: "answer", body: identity });
    second.gateway.fail("users.info", { kind: "answer", body: { user } });
  }
}

beforeAll(async () => {
  [first, second] = await Promise.all([startSlack(), startSlack()]);
  answerAsSecond();
  folder = await newDataFolder();
  chmodSync(folder, 0o700);
  const person = ["--name", "Ana", "--email", "user1@team.example", "--role", "manager"];
  await command(["people", "add", ...person]);
  bot = await startBot(env());
});
afterAll(async () => {
  await bot?.stop();
  await Promise.all([first.close(), second.close()]);
});

describe("ringside connect", () => {
  it("refuses keys that Slack refuses, and stores nothing", async () => {
    first.gateway.fail("auth.test", { kind: "error", code: "invalid_auth" });
    const { code, out } = await connectFirst();
    expect(code).toBe(1);
    expect(JSON.parse(out).error).toMatchObject({ code: "connect.refused" });
    expect(JSON.parse((await command(["connect", "list", "--json"])).out)).toEqual({
      connections: [],
    });
  });

  it("names every key that is missing, and where it is found", async () => {
    const { code, out } = await command(["connect", "lark", "--json"]);
    expect(code).toBe(1);
    const { message } = JSON.parse(out).error;
    expect(message).toContain("--app-id");
    expect(message).toContain("--app-secret");
    expect(message).toContain("Credentials & Basic Info");
  });

  it("connects a workspace at once while the bot runs", async () => {
    const { code, out } = await connectFirst();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      surface: "slack",
      workspace: first.teamId,
      state: "on",
    });
    expect(await askIn(first, first.teamId)).toContain("Ana");
  });

  it("connects a second one beside it, and each is answered where it asks", async () => {
    const { out } = await connectSecond();
    expect(JSON.parse(out)).toMatchObject({
      workspace: secondTeam,
      name: "Second Team",
      state: "on",
    });
    expect(await askIn(second, secondTeam)).toContain("Ana");
    expect(await askIn(first, first.teamId)).toContain("Ana");
  });

  it("refuses a second workspace on the first one's app token", async () => {
    const shared = ["connect", "slack", "--from-env", "SHARED", "--api-url", second.apiUrl];
    const { code, out } = await command([...shared, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(out).error.code).toBe("connect.shared-app");
  });

  it("takes renewed keys for a workspace under the same id", async () => {
    const before = JSON.parse((await command(["connect", "list", "--json"])).out).connections;
    const again = JSON.parse((await connectFirst()).out);
    expect(again.id).toBe(before[0].id);
    expect(await askIn(first, first.teamId)).toContain("Ana");
  });

  it("leaves one off whose stored keys were changed, and runs the other", async () => {
    await bot?.stop();
    const database = new Database(join(folder, "records.db"));
    database
      .prepare(
        "UPDATE Connection SET secrets = replace(secrets, 'v1.', 'v1.x') WHERE workspace = ?",
      )
      .run(first.teamId);
    database.close();
    bot = await startBot(env());
    await bot.says("Second Team: connected");
    expect(await askIn(second, secondTeam)).toContain("Ana");
    const { out, code } = await command(["doctor", "--json"]);
    const broken = JSON.parse(out).parts.filter(
      ({ state }: { state: string }) => state === "broken",
    );
    expect(code).toBe(1);
    expect(broken).toMatchObject([
      { part: `slack ${first.teamId}`, fix: expect.stringContaining("connect again") },
    ]);
  });

  it("is asked for real by doctor --live, line by line", async () => {
    const { out } = await command(["doctor", "--live", "--json"]);
    const { live, ok } = JSON.parse(out);
    expect(ok).toBe(false);
    expect(live).toMatchObject([
      { lines: [{ what: "keys", state: "broken" }] },
      {
        workspace: secondTeam,
        lines: [{ what: "token", state: "ok" }, {}, { what: "socket", state: "ok" }],
      },
    ]);
  });

  it("closes a connection at once when it is removed", async () => {
    const { connections } = JSON.parse((await command(["connect", "list", "--json"])).out);
    for (const { id } of connections)
      expect((await command(["connect", "remove", id])).code).toBe(0);
    expect(second.gateway.sockets()).toBe(0);
    expect((await command(["connect", "remove", connections[0].id, "--json"])).code).toBe(1);
  });

  it("writes no key in clear anywhere: not to the terminal, the log, or a file", async () => {
    await connectFirst();
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
    const bytes = Buffer.concat(files.map(({ name }) => readFileSync(join(folder, name))));
    const everything = [...written, bot?.said()].join("\n");
    expect(bytes.includes(first.teamId)).toBe(true);
    for (const secret of secrets) {
      expect(bytes.includes(secret)).toBe(false);
      expect(everything).not.toContain(secret);
    }
  });
});
