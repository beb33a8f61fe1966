// The real adapter and SDK against the emulated Lark, with a host that only remembers.
import type { ChatEvent, ChatHost, Interaction } from "../../../src/chat/adapter.ts";
import { createLark, type LarkSurface } from "../../../src/chat/lark/adapter.ts";
import type {
  LarkConnection,
  LarkOptions,
  ReceivedFile,
} from "../../../src/chat/lark/connection.ts";
import type { Card, Outcome } from "../../../src/core/card.ts";
import type { TaskNews } from "../../../src/core/journey/actions/tasks/platform-tasks.ts";
import { type Emulator, startEmulator } from "../../emulators/lark/emulator.ts";

export type LarkWorld = {
  emulator: Emulator;
  lark: LarkSurface;
  accepted: ChatEvent[];
  news: TaskNews[];
  pressed: Interaction[];
  files: ReceivedFile[];
  logged: string[];
  counted: string[];
  /** What the host does; by default it says "ok". */
  answer: { with: (interaction: Interaction) => Promise<Outcome>; accept: () => Promise<void> };
  to: { connection: string; externalId: string };
  now: number;
  close(): Promise<void>;
};

export type WorldOptions = {
  mode?: "long" | "http";
  start?: boolean;
  lark?: Partial<LarkOptions>;
  connection?: Partial<LarkConnection>;
};

export async function createLarkWorld({
  mode = "long",
  start = true,
  lark: more = {},
  connection = {},
}: WorldOptions = {}): Promise<LarkWorld> {
  const emulator = await startEmulator({ clock: () => world.now });
  const { appId, appSecret, encryptKey, verificationToken } = emulator.state.app;
  const externalId = "ou_ana";
  emulator.state.users.set(externalId, { email: "ana@team.example", mobile: "+4477009001" });
  const host: ChatHost = {
    async accept(event) {
      await world.answer.accept();
      world.accepted.push(event);
    },
    interact(interaction) {
      world.pressed.push(interaction);
      return world.answer.with(interaction);
    },
  };
  const world: LarkWorld = {
    ...{ emulator, accepted: [], news: [], pressed: [], files: [], logged: [], counted: [] },
    answer: { with: async () => ({ toast: "ok" }), accept: async () => {} },
    to: { connection: appId, externalId },
    now: Date.UTC(2026, 10, 23, 9),
    lark: undefined as never,
    async close() {
      await world.lark.stop();
      await emulator.close();
    },
  };
  const say = (fields: object, message: string) =>
    void world.logged.push(`${message} ${JSON.stringify(fields)}`);
  world.lark = createLark({
    connections: [
      {
        connection: appId,
        appId,
        appSecret,
        encryptKey,
        verificationToken,
        domain: emulator.url,
        mode,
        ...connection,
      },
    ],
    ...{ host, clock: () => world.now, settleMs: 0, timeoutMs: 10_000, connectMs: 15_000 },
    log: { debug: say, info: say, warn: say, error: say },
    async saveFile(file) {
      world.files.push(file);
      return `ast_${world.files.length}`;
    },
    languageOf: async () => "en",
    agreedToVoice: async () => undefined,
    onTask: async (one) => void world.news.push(one),
    count: (what) => void world.counted.push(what),
    ...more,
  });
  if (start) await world.lark.start();
  return world;
}

export function aCard(set: Partial<Card> = {}): Card {
  const text = [{ t: "text", text: "Call them" }] as const;
  return {
    key: "card_1",
    title: "Acme",
    tone: "info",
    summary: "Acme",
    blocks: [{ t: "text", text: [...text] }],
    ...set,
  };
}

/** A card with one button, or one form. */
export function aForm(set: Partial<Card> = {}): Card {
  const submit = { id: "save", label: "Save", ref: "act_save" };
  const fields = [{ kind: "text", name: "name", label: "Name" }] as const;
  return aCard({
    key: "form_1",
    title: "New lead",
    blocks: [{ t: "form", id: "f", fields: [...fields], submit }],
    ...set,
  });
}
