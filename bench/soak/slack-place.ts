// People on Slack: real envelopes or signed requests in, and what the emulated Slack keeps out.
import { parseState } from "../../src/chat/slack/render/modal.ts";
import {
  botUser,
  type Message,
  type SlackEmulator,
  startSlack,
} from "../../test/emulators/slack/emulator.ts";
import {
  aMessage,
  anEvent,
  aPress,
  asTyped,
  type Body,
  kindOf,
  toRequest,
} from "../../test/emulators/slack/payloads.ts";
import { buttonsOf, readMessage } from "../../test/emulators/slack/read-message.ts";
import { toSending, toState, type View } from "../../test/emulators/slack/read-view.ts";
import { type Deliver, type OpenForm, type Place, type Shown, scrollsBack } from "./place.ts";

type Options = { mode: "socket" | "http"; people: number; clock: () => number; team: string };

export async function startSlackPlace({ mode, people, clock, team }: Options): Promise<Place> {
  const slack = await startSlack({ people });
  await callItself(slack, team);
  const users = Array.from({ length: people }, (_, index) => slack.user(`user${index + 1}`));
  for (const user of users) await slack.channel(user);
  const { botToken, appToken, signingSecret, apiUrl } = slack;
  const way = mode === "socket" ? { appToken } : { signingSecret };
  const deliver = createDeliver(slack, { mode, clock });
  let stamp = 0;

  return {
    platform: {
      name: `slack ${mode}`,
      app: { surface: "slack", keys: { botToken, apiUrl, ...way } },
      ...{ connection: team, users },
    },
    say(user, { words, id, under }) {
      stamp += 1;
      // Slack's own time of a message is also its id in a conversation.
      const ts = `${(clock() / 1_000).toFixed(0)}.${String(stamp).padStart(6, "0")}`;
      const thread = under ? { thread_ts: under } : {};
      const text = asTyped(words);
      return async (base) => {
        const channel = await slack.channel(user);
        return deliver(anEvent(team, aMessage({ user, channel, ts, text, ...thread }), id))(base);
      };
    },
    newPressId: async (user) =>
      String((await slack.call("views.generateTriggerId", { user_id: user })).trigger_id),
    press:
      (user, { message, ref }, trigger) =>
      async (base) => {
        const channel = await slack.channel(user);
        const action = { action_id: "press:0", value: ref };
        const pressed = { team, user, trigger, channel, message: { ts: message.id }, action };
        return deliver(aPress(pressed))(base);
      },
    openedBy: async (user, pressId) => findView(slack, { user, pressId, team, deliver }),
    async shows(user, under) {
      const messages = under ? await repliesTo(slack, user, under) : await newestFor(slack, user);
      return messages.filter((message) => message.user === botUser).map(toShown);
    },
    async everything() {
      const all = users.map(async (user) => (await allFor(slack, user)).map(toKept(user)));
      return (await Promise.all(all)).flat();
    },
    close: () => slack.close(),
  };
}

/** Every emulated workspace has the same id: this one gets its own. */
async function callItself({ call, gateway, botToken }: SlackEmulator, team: string): Promise<void> {
  const { ok: _, ...answer } = await call("auth.test", {});
  const answers = { [botToken]: { ...answer, team_id: team } };
  gateway.fail("auth.test", { kind: "by_token", answers });
}

type Delivering = (body: Body) => Deliver;

function createDeliver(
  { gateway, signingSecret }: SlackEmulator,
  { mode, clock }: Pick<Options, "mode" | "clock">,
): Delivering {
  return (body) => {
    if (mode === "socket") {
      return async () => {
        await gateway.send({ type: kindOf(body), payload: body });
        return true;
      };
    }
    return async (base) => {
      const request = toRequest(body, { secret: signingSecret, now: clock() });
      const { headers } = request;
      const text = await request.text();
      const at = `${base}/slack/events`;
      const response = await fetch(at, { method: "POST", headers, body: text });
      await response.arrayBuffer();
      return response.status === 200;
    };
  };
}

type Page = { messages?: Message[] };

async function newestFor(slack: SlackEmulator, user: string): Promise<Message[]> {
  const args = { channel: await slack.channel(user), limit: String(scrollsBack) };
  const { messages = [] } = (await slack.call("conversations.history", args)) as Page;
  return messages.toReversed();
}

async function repliesTo(slack: SlackEmulator, user: string, ts: string): Promise<Message[]> {
  const args = { channel: await slack.channel(user), ts };
  const { messages = [] } = (await slack.call("conversations.replies", args)) as Page;
  return messages.slice(1);
}

/** The whole conversation and every thread in it. */
async function allFor(slack: SlackEmulator, user: string): Promise<Message[]> {
  const args = { channel: await slack.channel(user), include_all_metadata: "true", limit: "1000" };
  const all: Message[] = [];
  for (let cursor = ""; ; ) {
    const page = (await slack.call("conversations.history", { ...args, cursor })) as Page & {
      response_metadata?: { next_cursor?: string };
    };
    all.push(...(page.messages ?? []));
    cursor = page.response_metadata?.next_cursor ?? "";
    if (!cursor) break;
  }
  for (const { ts, reply_count: replies = 0 } of [...all]) {
    if (replies === 0) continue;
    const page = (await slack.call("conversations.replies", { ...args, ts })) as Page;
    all.push(...(page.messages ?? []).slice(1));
  }
  return all.filter((message) => message.user === botUser);
}

const toKept = (user: string) => (message: Message) => ({
  user,
  key: message.metadata?.event_payload.key ?? "",
  content: JSON.stringify(message),
});

function toShown(message: Message): Shown {
  const buttons = buttonsOf(message.blocks ?? [])
    .filter(({ action_id: id }) => id.startsWith("press:"))
    .map(({ text, value }) => ({ label: text.text, ref: value ?? "" }));
  return { id: message.ts, text: readMessage(message), buttons };
}

type Finding = { user: string; pressId: string; team: string; deliver: Delivering };

/** The modal that this press opened. */
function findView(
  { gateway }: SlackEmulator,
  { user, pressId, team, deliver }: Finding,
): OpenForm | undefined {
  const call = gateway.calls.findLast(
    ({ method, args }) => method === "views.open" && args.trigger_id === pressId,
  );
  if (!call) return undefined;
  const view: View = {
    ...(JSON.parse(call.args.view ?? "{}") as View),
    id: `V${pressId}`,
    hash: "1",
  };
  const { ref = "" } = parseState(view.private_metadata as string);
  return {
    submit(values, trigger) {
      const filled = { ...view, state: { values: toState(view.blocks, values) } };
      return deliver(toSending({ team, user, trigger, view: filled }, ref));
    },
  };
}
