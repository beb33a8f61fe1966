// The same conversation on every surface: each drives its real adapter and reads back what a person would see.
import { randomUUID } from "node:crypto";
import { describe, it } from "vitest";
import type { ChatSurface, SurfaceParts, Values } from "../../src/chat/adapter.ts";
import type { Block, Card, Outcome } from "../../src/core/card.ts";
import { plain } from "../../src/core/card.ts";
import type { CrmConnection } from "../../src/core/pipeline/write-back/mapping.ts";
import type { Speech } from "../../src/core/ports.ts";
import { larkSurfaces } from "./lark-surface.ts";
import { slackSurfaces } from "./slack-surface.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** A message as a person sees it, whatever the platform made of it. */
export type Shown = { text: string; buttons: { label: string; ref: string }[]; form?: ShownForm };
export type ShownForm = { fields: string[]; submits: { label: string; ref: string }[] };

/** A file as it is dropped; a table unless it says otherwise. A recording is sent as each platform's voice message. */
export type DroppedFile = { name: string; content: string | Uint8Array; mediaType?: string };

/** One surface with everybody on it. */
export type SurfaceDriver = {
  /** `under`: in the thread of the newest message with these words, where the platform has threads. */
  says(personId: string, text: string, under?: string): Promise<void>;
  /** A message of somebody else, as the platform marks it; absent where it marks none. */
  forwards?(personId: string, text: string): Promise<void>;
  drops(personId: string, file: DroppedFile): Promise<void>;
  /** Everything in the conversation, oldest first. */
  shows(personId: string): Promise<Shown[]>;
  presses(personId: string, ref: string, key?: string): Promise<Outcome>;
  submits(personId: string, ref: string, values: Values): Promise<Outcome>;
  /** The text of every file we sent into the conversation, oldest first. */
  files(personId: string): Promise<string[]>;
};

/** One platform for one test. What `surface` makes goes into Ringside; `open` gives everybody an account on it. */
export type Scene = {
  surface?: (parts: SurfaceParts) => ChatSurface;
  open(world: World): Promise<SurfaceDriver>;
  close(): Promise<void>;
};
type Surface = { name: string; prepare(): Promise<Scene> };

const local: Surface = {
  name: "local",
  prepare: async () => ({ open: async (world) => createLocalDriver(world), close: async () => {} }),
};

const surfaces: Surface[] = [local, ...slackSurfaces, ...larkSurfaces];

function createLocalDriver({ ringside: { localChat } }: World): SurfaceDriver {
  return {
    says: (personId, text) => localChat.say(personId, text, randomUUID()),
    async drops(personId, { name, content, mediaType = "text/csv" }) {
      const bytes = Buffer.from(content);
      await localChat.drop(personId, { name, mediaType, bytes }, "", randomUUID());
    },
    presses: (personId, ref, key = randomUUID()) => localChat.tap(personId, ref, key),
    submits: (personId, ref, values) => localChat.submit(personId, ref, values, randomUUID()),
    async files(personId) {
      const messages = await localChat.transcript(personId, { limit: 200 });
      const blocks = messages.flatMap(({ body }) => (body as Partial<Card>).blocks ?? []);
      const ids = blocks.flatMap((block) => (block.t === "file" ? [block.file.asset] : []));
      const kept = await Promise.all(ids.map((id) => localChat.asset(id)));
      return kept.flatMap((one) => (one ? [new TextDecoder().decode(one.bytes)] : []));
    },
    async shows(personId) {
      const messages = await localChat.transcript(personId, { limit: 200 });
      return messages
        .filter(({ author }) => author === "ringside")
        .map(({ body }) => toShown(body as Card));
    },
  };
}

/** What a conversation is about: the company, and the people in it by id. */
export type Stage = { world: World; as(personId: string): Actor };
type Conversation = (stage: Stage) => Promise<void>;

/** What a set of conversations is called, and what its world has besides the usual. */
type Setting = {
  title: string;
  speech?: () => Speech;
  /** Connects CRMs, anew for each conversation. */
  crm?: () => Promise<CrmConnection[]>;
  /** Whatever else the world is made with. */
  options?: () => Promise<WorldOptions>;
};

/** Runs a set of conversations on every surface there is. */
export function onEverySurface(
  setting: string | Setting,
  conversations: Record<string, Conversation>,
): void {
  converse(surfaces, setting, conversations);
}

/** Runs those in the local chat alone: about rules, with cards that others show on every surface. */
export function onLocalChat(
  setting: string | Setting,
  conversations: Record<string, Conversation>,
): void {
  converse([local], setting, conversations);
}

function converse(
  on: Surface[],
  setting: string | Setting,
  conversations: Record<string, Conversation>,
): void {
  const { title, speech, crm, options }: Setting =
    typeof setting === "string" ? { title: setting } : setting;
  describe.each(on)(`${title} on $name`, ({ prepare }) => {
    for (const [name, conversation] of Object.entries(conversations)) {
      it(name, async () => {
        const given = { ...(await options?.()), ...(speech ? { speech: speech() } : {}) };
        await playOn(prepare, conversation, { ...given, ...(crm ? { crm: await crm() } : {}) });
      });
    }
  });
}

async function playOn(
  prepare: Surface["prepare"],
  conversation: Conversation,
  options: WorldOptions,
): Promise<void> {
  const scene = await prepare();
  const world = await createWorld(scene.surface ? [scene.surface] : [], options);
  try {
    const driver = await scene.open(world);
    const actors = new Map<string, Actor>();
    const as = (personId: string) => {
      const actor = actors.get(personId) ?? createActor(driver, world, personId);
      actors.set(personId, actor);
      return actor;
    };
    await conversation({ world, as });
  } finally {
    await world.close();
    await scene.close();
  }
}

export type Actor = {
  says(text: string, options?: { under?: string }): Promise<void>;
  /** False where the platform marks no forwarded message, and it came as words of their own. */
  forwards(text: string): Promise<boolean>;
  drops(file: DroppedFile): Promise<void>;
  /** Presses the newest button with this label; returns what was answered at once. */
  taps(label: string, options?: { key?: string; ref?: string }): Promise<Outcome>;
  /** Fills the form that the last press opened, or the newest form shown. */
  fills(values: Values, submit?: string): Promise<Outcome>;
  /** All text of the newest message. */
  last(): Promise<string>;
  all(): Promise<Shown[]>;
  /** The text of every file in the conversation that is ours, oldest first. */
  files(): Promise<string[]>;
  refOf(label: string): Promise<string>;
};

function createActor(driver: SurfaceDriver, world: World, personId: string): Actor {
  let opened: Card | undefined;
  const settle = async (outcome: Outcome) => {
    opened = outcome.open ?? (outcome.errors ? opened : undefined);
    await world.ringside.drain();
    return outcome;
  };
  const all = () => driver.shows(personId);
  const refOf = async (label: string) => {
    const buttons = (await all())
      .flatMap((shown) => shown.buttons)
      .filter((button) => button.label === label);
    const ref = buttons.at(-1)?.ref;
    if (!ref) throw new Error(`${personId} sees no button “${label}”`);
    return ref;
  };
  return {
    all,
    files: () => driver.files(personId),
    refOf,
    async says(text, { under } = {}) {
      await driver.says(personId, text, under);
      await world.ringside.drain();
    },
    async forwards(text) {
      await (driver.forwards ?? driver.says)(personId, text);
      await world.ringside.drain();
      return driver.forwards !== undefined;
    },
    async drops(file) {
      await driver.drops(personId, file);
      await world.ringside.drain();
    },
    async taps(label, { key, ref } = {}) {
      return settle(await driver.presses(personId, ref ?? (await refOf(label)), key));
    },
    async fills(values, submit) {
      const form = opened
        ? toShown(opened).form
        : (await all()).findLast((shown) => shown.form)?.form;
      const button = form?.submits.find(({ label }) => submit === undefined || label === submit);
      if (!button) throw new Error(`${personId} has no form open`);
      return settle(await driver.submits(personId, button.ref, values));
    },
    async last() {
      return (await all()).at(-1)?.text ?? "";
    },
  };
}

function toShown(card: Card): Shown {
  const blocks = flatten(card.blocks);
  const form = blocks.find((block) => block.t === "form");
  return {
    text: [card.title, card.subtitle ?? "", ...(card.tags ?? []), ...blocks.map(textOf)]
      .filter(Boolean)
      .join("\n"),
    buttons: blocks.flatMap((block) =>
      block.t === "actions"
        ? block.actions.flatMap((action) => ("ref" in action ? [action] : []))
        : [],
    ),
    ...(form
      ? {
          form: {
            fields: form.fields.map(({ name }) => name),
            submits: [form.submit, ...(form.others ?? []), ...(form.cancel ? [form.cancel] : [])],
          },
        }
      : {}),
  };
}

function flatten(blocks: Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.t === "more" ? [block, ...flatten(block.blocks)] : [block],
  );
}

function textOf(block: Block): string {
  if (block.t === "text" || block.t === "context") return plain(block.text);
  if (block.t === "fields")
    return block.items.map(({ label, value }) => `${label}: ${plain(value)}`).join("\n");
  if (block.t === "table") {
    return [block.columns, ...block.rows.map((row) => row.map(plain))]
      .map((row) => row.join(" | "))
      .join("\n");
  }
  if (block.t === "chart" || block.t === "image") return block.alt;
  if (block.t === "file") return block.name;
  return block.t === "more" ? block.title : "";
}
