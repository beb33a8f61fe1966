// Every entry once with planted secrets and personal words, most of them as attempts that fail, at the most talkative
// level: none of it comes out in a log line, a metric, a health page, an error's answer or what doctor prints.
import { afterAll, beforeAll, expect, it } from "vitest";
import { diagnose, toLines } from "../../src/commands/doctor/diagnose.ts";
import { openListeners } from "../../src/commands/start/listeners.ts";
import { type Env, readConfig } from "../../src/config.ts";
import { Refused, RetryLater } from "../../src/core/errors.ts";
import { createRest } from "../../src/crm/rest/connector.ts";
import { restSchema } from "../../src/crm/rest/schema.ts";
import { createLog } from "../../src/log.ts";
import { toConnectModel } from "../../src/model/connect-model.ts";
import { createLicenceReader } from "../../src/model/licence.ts";
import { fails } from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { samples } from "../emulators/sources/samples.ts";
import { larkSurfaces } from "../helpers/lark-surface.ts";
import { slackSurfaces } from "../helpers/slack-surface.ts";
import type { Scene } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";

/** Each is somewhere in what comes in below; none has a shape of its own that a filter could know. */
const planted = {
  hook: "plantedhooksecret1",
  api: "plantedapikey2",
  model: "plantedmodelkey3",
  crm: "plantedcrmkey4",
  slack: "plantedslacksecret5",
  lark: "plantedlarksecret6",
  pages: "plantedlinktoken7",
  name: "Yolanda Quince",
  mail: "yolanda.q@buyer.example",
  phone: "+8613912345678",
  words: "pomegranate promise",
  chinese: "石榴承诺",
};
const personal = [planted.name, planted.mail, planted.phone, planted.words, planted.chinese].join(
  " ",
);

const lines: string[] = [];
const answers: string[] = [];
const log = createLog({ level: "debug", destination: { write: (line) => void lines.push(line) } });
let world: World;
let scenes: Scene[];
let endpoint: ModelEndpoint;
let listeners: { url: string; close(): Promise<void> }[];
let url = "";

const env: Env = {
  ...{ HTTP_PORT: "0", HTTP_HOST: "127.0.0.1", LOCAL_CHAT: "off" },
  ...{ SOURCE_WEBHOOK_SECRET: `whsec_${Buffer.from(planted.hook).toString("base64")}` },
  ...{ SOURCE_SALESFORCE_SECRET: planted.hook, SOURCE_MAILCHIMP_SECRET: planted.hook },
};

beforeAll(async () => {
  endpoint = await startModelEndpoint(fails(401), fails(500), fails(429), fails(400));
  await sharedTraining().reload();
  const http = [...slackSurfaces, ...larkSurfaces].filter(({ name }) => name.endsWith("http"));
  scenes = await Promise.all(http.map(({ prepare }) => prepare()));
  const connectModel = toConnectModel({
    ...{ baseUrl: endpoint.url, apiKey: planted.model, model: "m", maxRetries: 0 },
    timeoutMs: 1_000,
  });
  world = await createWorld(
    scenes.flatMap(({ surface }) => surface ?? []),
    { log, connectModel },
  );
  for (const scene of scenes) await scene.open(world);
  const config = { ...readConfig(env), dataDir: world.ringside.dataDir };
  listeners = await openListeners(world.ringside, { config, log, isConnected: true });
  url = listeners[0]?.url ?? "";
});

afterAll(async () => {
  for (const listener of listeners) await listener.close();
  await world.close();
  for (const scene of scenes) await scene.close();
  await endpoint.close();
});

async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${url}${path}`, init);
  answers.push(await response.text());
  return response.status;
}

/** What an error of ours says to people; any error in the log, as its catchers write it. */
async function failing(work: () => unknown): Promise<void> {
  try {
    const result = await work();
    answers.push(JSON.stringify(result ?? ""));
  } catch (error) {
    if (error instanceof Refused || error instanceof RetryLater) answers.push(error.message);
    log.error({ err: error }, "it failed");
  }
}

const json = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: "POST", headers: { ...json, ...headers }, body },
});

it("keeps planted secrets and personal words out of everything that is written for operators", async () => {
  // Webhooks: wrong signatures, the right secret in the address, bodies that are none.
  for (const { source, body } of samples) {
    const odd = body.replaceAll("ana@acme.com", planted.mail);
    await ask(
      `/hooks/${source}?secret=${planted.hook}x`,
      post(odd, { "x-signature": planted.hook }),
    );
    await ask(`/hooks/${source}?secret=${planted.hook}`, post(`${personal}{`));
  }
  await ask(`/hooks/mailchimp?secret=${planted.hook}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `type=unsubscribe&data[email]=${planted.mail}&data[merges][FNAME]=${planted.name}`,
  });
  // The API: keys that are none, in the header and in the address, and words where they do not belong.
  const bearer = { authorization: `Bearer rsk_${planted.api}` };
  expect(await ask("/api/v1/leads", { headers: bearer })).toBe(401);
  expect(await ask(`/api/v1/leads?key=${planted.api}&q=${planted.name}`)).toBe(401);
  await ask(`/api/v1/people?email=${planted.mail}`, { headers: bearer });
  await ask("/api/v1/leads", post(JSON.stringify({ title: personal }), bearer));
  await ask("/api/v1/leads", post(`{"title": "${personal}`, bearer));
  await ask(`/pages/customers/${planted.pages}`);
  await ask(`/nothing/${planted.pages}?token=${planted.pages}`);
  // The chat platforms' own addresses: unsigned, wrongly signed, malformed.
  for (const path of ["/slack/events", "/lark/callback"]) {
    const body = JSON.stringify({ token: planted.slack, event: { text: personal } });
    const signed = {
      "x-slack-signature": `v0=${planted.slack}`,
      "x-slack-request-timestamp": "1700000000",
      "x-lark-signature": planted.lark,
      "x-lark-request-timestamp": "1700000000",
      "x-lark-request-nonce": planted.lark,
    };
    await ask(path, post(body));
    await ask(path, post(body, signed));
    await ask(path, post(personal, signed));
    await ask(`${path}?token=${planted.slack}`, post(body));
  }
  // People: what they say, drop, press and fill in.
  const { localChat, drain } = world.ringside;
  for (const said of [
    ...[`new lead: ${personal}`, `note Acme: ${personal}`, `update Acme: ${personal}`, personal],
    ...[`ask: ${personal}`, `customer ${planted.name}`, "practice", `话术 ${planted.chinese}`],
  ]) {
    await localChat.say("per_ana", said);
    await drain();
  }
  const bytes = new TextEncoder().encode(`name,email,phone\n${personal}\n"`);
  const file = { name: `${planted.name}.csv`, mediaType: "text/csv", bytes };
  await localChat.drop("per_mia", file, personal);
  await drain();
  await failing(() => localChat.tap("per_ana", planted.pages));
  // Services we call: their answers repeat what was asked, their addresses carry keys.
  const picture = { bytes: new Uint8Array(20), mediaType: "image/png" } as const;
  const reader = { baseUrl: endpoint.url, apiKey: planted.model, model: "m", maxRetries: 0 };
  await failing(() => createLicenceReader(reader).read(picture, "zh"));
  await failing(() => crmAt(`${endpoint.url}/`).read({ object: "deals", fields: [], ids: ["1"] }));
  await failing(() => crmAt("http://127.0.0.1:2").users([]));
  await failing(() => fetch(`http://crm:${planted.crm}@127.0.0.1:2/a?token=${planted.crm}`));
  // Settings that are wrong, and what doctor says of them and of right ones.
  const wrong: Env = {
    ...{ SLACK_BOT_TOKEN: planted.slack, LARK_APP_SECRET: `${planted.lark} x` },
    ...{ MODEL_API_KEY: `${planted.model} x`, HUBSPOT_TOKEN: `${planted.crm} x` },
    ...{ SOURCE_WEBHOOK_SECRET: planted.hook, PUBLIC_URL: `https://u:${planted.crm}@r.example` },
  };
  await failing(() => readConfig(wrong));
  for (const given of [wrong, env]) {
    const dataDir = world.ringside.dataDir;
    answers.push(toLines(await diagnose(() => ({ ...readConfig(given), dataDir }))).join("\n"));
  }
  for (const path of ["/metrics", "/healthz", "/readyz"]) expect(await ask(path)).toBe(200);

  expect(lines.length).toBeGreaterThan(20);
  expect(answers.length).toBeGreaterThan(50);
  const written = [...lines, ...answers].join("\n");
  for (const [what, secret] of Object.entries(planted)) {
    const at = written.indexOf(secret);
    expect(at < 0 ? "" : written.slice(Math.max(0, at - 200), at + 60), what).toBe("");
  }
});

const crmAt = (baseUrl: string) =>
  createRest({
    ...{ key: planted.crm, secret: planted.crm, timeoutMs: 500 },
    settings: restSchema.parse({
      ...{ label: "CRM", baseUrl, auth: { kind: "query", name: "key", value: "{key}" } },
      describe: { path: "/describe", list: "", name: "name" },
      users: { path: "/users", list: "", id: "id", email: "email" },
      read: { path: "/{object}/{id}", list: "", id: "id" },
      write: { method: "POST", path: "/{object}/{id}" },
      changed: { path: "/{object}", list: "", id: "id", paging: "page" },
    }),
  });

it("lets an operator follow what somebody said to what they were sent, by ids", () => {
  const entries = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const event = entries.find(({ msg, kind, person }) => msg === "chat event" && kind && person);
  expect(event).toMatchObject({ event: expect.any(String), surface: expect.any(String) });
  const sent = entries.find(({ msg, to }) => msg === "message" && to === event?.person);
  expect(sent).toMatchObject({ state: "sent", message: expect.stringMatching(/^out_/) });
});
