// A model server in a process of its own: it streams, stalls, errs, talks nonsense, refuses, and is killed.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CustomerMaker } from "../../../src/core/training/customer/maker.ts";
import { toPlan } from "../../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../../src/core/training/customer/reply.ts";
import { toConnectModel } from "../../../src/model/connect-model.ts";
import { library } from "../../core/training/reps.ts";
import type { Mood } from "../../emulators/model/process.ts";

let server: ChildProcess;
let customers: CustomerMaker;
/** Gives up after a second. */
let impatient: CustomerMaker;

beforeAll(async () => {
  const program = fileURLToPath(new URL("../../emulators/model/process.ts", import.meta.url));
  server = fork(program, [], { execArgv: ["--import", "tsx"] });
  const [{ url }] = (await once(server, "message")) as [{ url: string }];
  const endpoint = { baseUrl: url, model: "small-model", maxRetries: 0 };
  customers = toConnectModel({ ...endpoint, timeoutMs: 60_000 })({}).customers;
  impatient = toConnectModel({ ...endpoint, timeoutMs: 1_000 })({}).customers;
});
afterAll(() => void server.kill());

const plan = toPlan(library, { scenario: "pumps-night-shift", language: "en" });
const { state } = openTalk(plan, 1);
const heard = "We are the leading provider.";
const embedded = replyTo(plan, state, heard).text;
const ask = (of = customers) => of.reply({ plan, state, turns: [], heard });

async function turns(mood: Mood): Promise<void> {
  server.send(mood);
  await once(server, "message");
}

it("words the turn over a real connection", async () => {
  await turns("plays");
  expect(await ask()).toMatchObject({
    ...{ maker: "model", text: "Leading at what, exactly? I asked about nights." },
  });
});

it.each(["stalls", "fails", "nonsense", "refuses", "cuts"] as const)(
  "leaves the turn to the embedded customer when it %s",
  async (mood) => {
    await turns(mood);
    const asked = ask(mood === "stalls" ? impatient : customers);
    expect(await asked).toMatchObject({ maker: "embedded", text: embedded });
    await turns("plays");
    expect(await ask()).toMatchObject({ maker: "model" });
  },
);

it("leaves the turn to the embedded customer once it is killed", async () => {
  server.kill("SIGKILL");
  await once(server, "exit");
  expect(await ask()).toMatchObject({ maker: "embedded", text: embedded });
});
