// People on Lark: real frames or encrypted, signed callbacks in, and what the emulated Lark keeps out.
import { type Emulator, startEmulator } from "../../test/emulators/lark/emulator.ts";
import {
  type Envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../../test/emulators/lark/envelopes.ts";
import { findButton as findByRef, toShown } from "../../test/helpers/lark-shown.ts";
import type { Deliver, Mode, Side } from "./wire.ts";

type Button = { messageId: string; value: object };

export async function startLarkSide(mode: Mode, people: number): Promise<Side> {
  const lark = await startEmulator();
  const { app, users: known, messages } = lark.state;
  const users = Array.from({ length: people }, (_, index) => `ou_user${index + 1}`);
  for (const user of users) known.set(user, { email: `${user}@team.example` });
  const buttons = new Map<string, Button>();
  const deliver = createDeliver(lark, mode);
  const { appId, appSecret, encryptKey, verificationToken } = app;
  const way =
    mode === "socket" ? { mode: "long" as const } : { mode, encryptKey, verificationToken };

  return {
    platform: {
      name: mode === "socket" ? "lark long connection" : "lark http",
      app: {
        surface: "lark",
        keys: { connection: appId, appId, appSecret, domain: lark.url, ...way },
      },
      connection: appId,
      users,
    },
    async findButtons(label) {
      for (const user of users) buttons.set(user, findButton(lark, user, label));
    },
    say: (user, text, id) =>
      deliver(
        messageEvent(app, { from: user, text, at: Date.now(), eventId: id, messageId: `om_${id}` }),
      ),
    press(user, id) {
      const button = buttons.get(user);
      if (!button) throw new Error(`${user} has no button`);
      return deliver(pressEvent(app, { from: user, at: Date.now(), eventId: id, ...button }));
    },
    seen: async (user) =>
      messages.filter(({ to }) => to === user).map(({ content }) => JSON.stringify(content)),
    close: () => lark.close(),
  };
}

function createDeliver({ sockets, state }: Emulator, mode: Mode) {
  return (envelope: Envelope): Deliver => {
    if (mode === "socket") return async () => (await sockets.push(envelope)).code === 200;
    const request = toCallback(state.app, envelope, { at: Date.now() });
    const { headers } = request;
    return async (base) => {
      const body = await request.clone().text();
      const response = await fetch(`${base}/lark/callback`, { method: "POST", headers, body });
      await response.arrayBuffer();
      return response.status === 200;
    };
  };
}

function findButton({ state }: Emulator, user: string, label: string): Button {
  for (const { id, to, type, content, ...rest } of state.messages.toReversed()) {
    if (to !== user) continue;
    const found = toShown(content, type).buttons.find((one) => one.label === label);
    const button = found && findByRef([{ id, to, type, content, ...rest }], found.ref);
    if (button) return button;
  }
  throw new Error(`${user} sees no button “${label}”.`);
}
