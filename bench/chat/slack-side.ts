// People on Slack: real envelopes or signed requests in, and what the emulated Slack keeps out.
import { type SlackEmulator, startSlack } from "../../test/emulators/slack/emulator.ts";
import {
  aMessage,
  anEvent,
  aPress,
  type Body,
  kindOf,
  toRequest,
} from "../../test/emulators/slack/payloads.ts";
import type { Deliver, Mode, Side } from "./wire.ts";

type Button = { channel: string; message: object; action: { action_id: string; value?: string } };

export async function startSlackSide(mode: Mode, people: number): Promise<Side> {
  const slack = await startSlack({ people });
  const users = Array.from({ length: people }, (_, index) => slack.user(`user${index + 1}`));
  const channels = new Map<string, string>();
  for (const user of users) channels.set(user, await slack.channel(user));
  const buttons = new Map<string, Button>();
  const { botToken, appToken, signingSecret, apiUrl, teamId: team } = slack;
  const way = mode === "socket" ? { appToken } : { signingSecret };
  const deliver = createDeliver(slack, mode);
  let stamp = 0;

  return {
    platform: {
      name: `slack ${mode}`,
      app: { surface: "slack", keys: { botToken, apiUrl, ...way } },
      connection: team,
      users,
    },
    async findButtons(label) {
      for (const user of users) buttons.set(user, await findButton(slack, user, label));
    },
    say(user, words, id) {
      stamp += 1;
      const at = { user, channel: channels.get(user) ?? "", ts: `1700000000.${stamp}` };
      return deliver(anEvent(team, aMessage({ ...at, text: words }), id));
    },
    press(user, id) {
      const button = buttons.get(user);
      if (!button) throw new Error(`${user} has no button`);
      return deliver(aPress({ team, user, trigger: id, ...button }));
    },
    seen: async (user) => (await slack.messages(user)).map((message) => JSON.stringify(message)),
    close: () => slack.close(),
  };
}

function createDeliver({ gateway, signingSecret }: SlackEmulator, mode: Mode) {
  return (body: Body): Deliver => {
    if (mode === "socket") {
      const envelope = { type: kindOf(body), payload: body };
      return async () => {
        await gateway.send(envelope);
        return true;
      };
    }
    const request = toRequest(body, { secret: signingSecret, now: Date.now() });
    return async (base) => {
      const { headers } = request;
      const text = await request.clone().text();
      const at = `${base}/slack/events`;
      const response = await fetch(at, { method: "POST", headers, body: text });
      await response.arrayBuffer();
      return response.status === 200;
    };
  };
}

type Element = { action_id?: string; value?: string; text?: { text?: string } };

async function findButton(slack: SlackEmulator, user: string, label: string): Promise<Button> {
  for (const message of (await slack.messages(user)).toReversed()) {
    const elements = (message.blocks ?? []).flatMap((block) => (block.elements ?? []) as Element[]);
    const found = elements.find(({ text }) => text?.text === label);
    if (!found?.action_id) continue;
    const action = { action_id: found.action_id, ...(found.value ? { value: found.value } : {}) };
    return { channel: await slack.channel(user), message, action };
  }
  throw new Error(`${user} sees no button “${label}”.`);
}
