// People on Lark: real frames or encrypted, signed callbacks in, and what the emulated Lark keeps out.
import { type Emulator, startEmulator } from "../../test/emulators/lark/emulator.ts";
import {
  type Envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../../test/emulators/lark/envelopes.ts";
import type { StoredMessage } from "../../test/emulators/lark/state.ts";
import { findButton, isOpened, toAnswers, toShown } from "../../test/helpers/lark-shown.ts";
import type { Deliver, OpenForm, Place, Shown } from "./place.ts";
import { scrollsBack } from "./place.ts";

type Options = { mode: "long" | "http"; people: number; clock: () => number };

export async function startLarkPlace({ mode, people, clock }: Options): Promise<Place> {
  const lark = await startEmulator({ clock });
  const { app, users: known, messages } = lark.state;
  const users = Array.from({ length: people }, (_, index) => `ou_${mode}${index + 1}`);
  for (const user of users) known.set(user, { email: `${user}@team.example` });
  const deliver = createDeliver(lark, { mode, clock });
  const { appId, appSecret, encryptKey, verificationToken } = app;
  const way = mode === "http" ? { encryptKey, verificationToken } : {};
  let presses = 0;

  return {
    platform: {
      name: `lark ${mode}`,
      app: {
        surface: "lark",
        keys: { connection: appId, appId, appSecret, domain: lark.url, mode, ...way },
      },
      ...{ connection: appId, users },
    },
    say: (from, { words: text, id, under: rootId }) =>
      deliver(
        messageEvent(app, {
          ...{ from, text, at: clock(), eventId: id, messageId: `om_${id}` },
          ...(rootId ? { rootId } : {}),
        }),
      ),
    async newPressId() {
      presses += 1;
      return `press-${mode}-${presses}`;
    },
    press(from, { message, ref }, eventId) {
      const value = findButton(messages, ref)?.value ?? { ref };
      const pressed = { from, at: clock(), messageId: message.id, value, eventId };
      return deliver(pressEvent(app, pressed));
    },
    openedBy: async (user) => findForm(lark, user, { deliver, clock }),
    shows: async (user, under) =>
      newestOf(messages, (one) => one.to === user && one.repliesTo?.messageId === under),
    everything: async () =>
      messages.map(({ to: user, uuid: key, content }) => ({
        ...{ user, key },
        content: JSON.stringify(content),
      })),
    close: () => lark.close(),
  };
}

type Delivering = (envelope: Envelope) => Deliver;

function createDeliver(
  { sockets, state }: Emulator,
  { mode, clock }: Pick<Options, "mode" | "clock">,
): Delivering {
  return (envelope) => {
    if (mode === "long") return async () => (await sockets.push(envelope)).code === 200;
    return async (base) => {
      const request = toCallback(state.app, envelope, { at: clock() });
      const { headers } = request;
      const body = await request.text();
      const response = await fetch(`${base}/lark/callback`, { method: "POST", headers, body });
      await response.arrayBuffer();
      return response.status === 200;
    };
  };
}

function newestOf(messages: StoredMessage[], isWanted: (one: StoredMessage) => boolean): Shown[] {
  const found: Shown[] = [];
  for (let at = messages.length - 1; at >= 0 && found.length < scrollsBack; at -= 1) {
    const message = messages[at];
    if (!message || !isWanted(message)) continue;
    const { text, buttons } = toShown(message.content, message.type);
    found.push({ id: message.id, text, buttons });
  }
  return found.reverse();
}

type Answering = { deliver: Delivering; clock: () => number };

/** On Lark a form is a message of its own. */
function findForm(
  { state: { app, messages } }: Emulator,
  from: string,
  { deliver, clock }: Answering,
): OpenForm | undefined {
  const message = messages.findLast(({ to, content }) => to === from && isOpened(content));
  const [submit] = message ? (toShown(message.content, message.type).form?.submits ?? []) : [];
  const button = submit && findButton(messages, submit.ref);
  if (!button) return undefined;
  return {
    submit: (values, eventId) =>
      deliver(
        pressEvent(app, {
          ...{ from, at: clock(), eventId, ...button },
          formValue: toAnswers(messages, submit.ref, values),
        }),
      ),
  };
}
