// Conversations on Lark: events go in as real frames or as signed, encrypted callbacks, and cards are read back
// from the emulator as a person would see them.
import { randomUUID } from "node:crypto";
import type { SurfaceParts } from "../../src/chat/adapter.ts";
import { createLark, type LarkSurface } from "../../src/chat/lark/adapter.ts";
import type { LarkOptions } from "../../src/chat/lark/connection.ts";
import type { Outcome } from "../../src/core/card.ts";
import type { Clock, Store } from "../../src/core/ports.ts";
import { createLog } from "../../src/log.ts";
import { checkAck } from "../emulators/lark/check-ack.ts";
import { type Emulator, startEmulator } from "../emulators/lark/emulator.ts";
import {
  type Envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../emulators/lark/envelopes.ts";
import type { PushOptions } from "../emulators/lark/sockets.ts";
import { errorsOf, findButton, isOpened, toAnswers, toShown } from "./lark-shown.ts";
import type { Scene, SurfaceDriver } from "./surfaces.ts";

type LarkMode = "long" | "http";

/** The two surfaces for the matrix. */
export const larkSurfaces = [
  { name: "lark long connection", prepare: () => prepareLark("long") },
  { name: "lark http", prepare: () => prepareLark("http") },
] as const;

/** A scene whose Lark a test may make go wrong. */
export type LarkScene = Scene & {
  emulator: Emulator;
  surface: NonNullable<Scene["surface"]>;
  /** Delivers an event as Lark does; returns its answer, whatever that is. */
  deliver(envelope: Envelope, options?: PushOptions): Promise<Delivered>;
  /** The surface that a test opened. */
  lark(): LarkSurface;
};
type Delivered = { status: number; data: Record<string, unknown> };

/** Starts a Lark on loopback for one test. */
export async function prepareLark(
  mode: LarkMode,
  more: Partial<LarkOptions> = {},
): Promise<LarkScene> {
  let clock: Clock = Date.now;
  const emulator = await startEmulator({ clock: () => clock() });
  let surface: LarkSurface | undefined;
  const lark = () => {
    if (surface) return surface;
    throw new Error("Open Ringside with this scene's surface first.");
  };
  return {
    emulator,
    lark,
    surface(parts) {
      clock = parts.clock;
      surface = createLarkFor(emulator, parts, { mode, more });
      return surface;
    },
    async open({ ringside }) {
      await lark().start();
      const store = ringside.records;
      for (const { id } of await store.read.people.find({})) await connect(id, { store, emulator });
      return createDriver({ mode, emulator, surface: lark(), store, clock });
    },
    deliver: (envelope, options) =>
      send(envelope, { mode, emulator, surface: lark(), clock, ...options }),
    async close() {
      await surface?.stop();
      await emulator.close();
    },
  };
}

/** The adapter against an emulator, with the keys of its app. */
function createLarkFor(
  emulator: Emulator,
  { assets, count, ...parts }: SurfaceParts,
  { mode, more }: { mode: LarkMode; more: Partial<LarkOptions> },
): LarkSurface {
  const { appId, appSecret, encryptKey, verificationToken } = emulator.state.app;
  const connection = { connection: appId, appId, appSecret, encryptKey, verificationToken };
  return createLark({
    ...parts,
    connections: [{ ...connection, domain: emulator.url, mode }],
    log: createLog({ level: "silent" }),
    // The clock of a test stands still, so a pause would never end.
    pace: { perTargetMs: 0, perSecond: 10_000 },
    settleMs: 0,
    count: (what) => count("lark", what),
    saveFile: async (file) => (await assets.save({ ...file, personId: null })).id,
    readAsset: (id) => assets.read(id),
    ...more,
  });
}

const openIdOf = (personId: string) => `ou_${personId}`;

type Joining = { store: Store; emulator: Emulator };

async function connect(personId: string, { store, emulator }: Joining): Promise<void> {
  const { users, app } = emulator.state;
  const externalId = openIdOf(personId);
  if (users.has(externalId)) return;
  users.set(externalId, {});
  await store.write(async (unit) => {
    const identity = {
      id: `idn_${app.appId}_${personId}`,
      personId,
      surface: "lark",
      verifiedBy: "email",
    } as const;
    const times = { createdAt: unit.now, lastSeenAt: unit.now };
    await unit.identities.put({ ...identity, connection: app.appId, externalId, ...times });
  });
}

type Driving = Joining & { mode: LarkMode; surface: LarkSurface; clock: Clock };

function createDriver(driving: Driving): SurfaceDriver {
  const { emulator, clock, surface } = driving;
  const { app, messages } = emulator.state;
  const opened = new Set<string>();
  const note = () => {
    for (const message of messages) if (isOpened(message.content)) opened.add(message.id);
  };
  const press = async (
    personId: string,
    ref: string,
    more: { formValue?: object; eventId?: string },
  ) => {
    const pressed = findButton(messages, ref) ?? {
      messageId: messages.at(-1)?.id ?? "om_x",
      value: { ref },
    };
    const from = openIdOf(personId);
    const ack = await deliver(pressEvent(app, { from, at: clock(), ...pressed, ...more }), driving);
    emulator.state.complaints.push(...checkAck(ack));
    await surface.idle();
    note();
    const toast = ack.toast as { type: string; content: string } | undefined;
    return { toast, message: messages.find(({ id }) => id === pressed.messageId) };
  };
  return {
    async says(personId, text, under) {
      await connect(personId, driving);
      const from = openIdOf(personId);
      const root = messages.findLast(
        ({ to, content, type, repliesTo }) =>
          under && to === from && !repliesTo && toShown(content, type).text.includes(under),
      );
      await deliver(messageEvent(app, { from, text, at: clock(), rootId: root?.id }), driving);
    },
    async forwards(personId, text) {
      await connect(personId, driving);
      const messageId = `om_${randomUUID()}`;
      emulator.state.forwards.set(messageId, text.split("\n"));
      const content = "Merged and Forwarded Message" as unknown as object;
      const from = openIdOf(personId);
      const said = { from, type: "merge_forward", content, at: clock(), messageId };
      await deliver(messageEvent(app, said), driving);
    },
    async drops(personId, { name, content, mediaType = "text/csv" }) {
      await connect(personId, driving);
      const fileKey = `file_${emulator.state.files.size}`;
      emulator.state.files.set(fileKey, { bytes: Buffer.from(content), mediaType });
      const file = toMessage({ fileKey, name, mediaType });
      await deliver(messageEvent(app, { from: openIdOf(personId), ...file, at: clock() }), driving);
    },
    async files(personId) {
      const sent = messages.filter(({ to, type }) => to === openIdOf(personId) && type === "file");
      return sent.map(({ content }) => emulator.state.uploads.get(String(content.file_key)) ?? "");
    },
    async shows(personId) {
      note();
      return (
        messages
          .filter(({ to }) => to === openIdOf(personId))
          // A form that a press opened is gone once it is answered, as a dialog would be.
          .filter(({ id, content }) => !opened.has(id) || isOpened(content))
          .map(({ content, type }) => toShown(content, type))
      );
    },
    async presses(personId, ref, key) {
      const { toast } = await press(personId, ref, key ? { eventId: key } : {});
      return toast ? { toast: toast.content } : {};
    },
    async submits(personId, ref, values) {
      const formValue = toAnswers(messages, ref, values);
      const { toast, message } = await press(personId, ref, { formValue });
      if (toast?.type !== "error") return toast ? { toast: toast.content } : {};
      return { errors: errorsOf(message?.content ?? {}) } satisfies Outcome;
    },
  };
}

/** Resolves with what Lark got as the answer; anything but success is an error of the test. */
async function deliver(envelope: Envelope, driving: Driving): Promise<Record<string, unknown>> {
  const { status, data } = await send(envelope, driving);
  if (status !== 200) throw new Error(`answered with ${status}`);
  return data;
}

type Sending = Omit<Driving, "store"> & PushOptions;

async function send(
  envelope: Envelope,
  { mode, emulator, surface, clock, ...options }: Sending,
): Promise<Delivered> {
  if (mode === "long") {
    const { code, data = {} } = await emulator.sockets.push(envelope, options);
    return { status: code, data };
  }
  const response = await surface.fetch?.(toCallback(emulator.state.app, envelope, { at: clock() }));
  return { status: response?.status ?? 0, data: (await response?.json()) as Delivered["data"] };
}

/** Lark has messages of their own for voices and pictures. */
function toMessage({ fileKey, name, mediaType }: Record<"fileKey" | "name" | "mediaType", string>) {
  if (mediaType.startsWith("audio/")) {
    return { type: "audio", content: { file_key: fileKey, duration: 2_000 } };
  }
  if (mediaType.startsWith("image/")) return { type: "image", content: { image_key: fileKey } };
  return { type: "file", content: { file_key: fileKey, file_name: name } };
}
