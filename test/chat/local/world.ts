// A local chat over a real store, with a small host on the other side of its port.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ChatEvent, Interaction } from "../../../src/chat/adapter.ts";
import { createLocalChat, type LocalChat } from "../../../src/chat/local/chat.ts";
import type { Card, Outcome } from "../../../src/core/card.ts";
import type { Person } from "../../../src/core/model.ts";
import { createAssetStore } from "../../../src/store/assets.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords, type Records } from "../../../src/store/records/records.ts";
import { at } from "./sample-cards.ts";

export type World = {
  chat: LocalChat;
  records: Records;
  /** What the host heard, in order. */
  events: ChatEvent[];
  interactions: Interaction[];
  /** What the host does; replace what a test needs. */
  behaviour: Behaviour;
  post(personId: string, card: Card): Promise<void>;
  setTime(now: number): void;
  close(): Promise<void>;
};

type Behaviour = {
  accept(event: ChatEvent): Promise<void>;
  interact(interaction: Interaction): Promise<Outcome>;
};

export async function openWorld({ featured = ["per_ana", "per_li"] } = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "ringside-local-"));
  const newId = createNewId();
  let now = at;
  const clock = () => now;
  const records = await openRecords({ file: join(folder, "records.db"), clock, newId });
  await records.write((unit) => unit.putRecords("person", people));

  const events: ChatEvent[] = [];
  const interactions: Interaction[] = [];
  const behaviour: Behaviour = { accept: async () => {}, interact: async () => ({}) };
  const seen = new Set<string>();
  const isNew = (key: string) => !seen.has(key) && seen.add(key);
  const chat = createLocalChat({
    store: records,
    assets: createAssetStore(join(folder, "assets"), records),
    host: {
      async accept(event) {
        if (!isNew(event.key)) return;
        events.push(event);
        await behaviour.accept(event);
      },
      async interact(interaction) {
        if (isNew(interaction.key)) interactions.push(interaction);
        return behaviour.interact(interaction);
      },
    },
    clock,
    newId,
    featured,
  });
  return {
    ...{ chat, records, events, interactions, behaviour },
    async post(personId, card) {
      await chat.adapter.send({ connection: "local", externalId: personId }, card, newId("outbox"));
    },
    setTime(time) {
      now = time;
    },
    async close() {
      await records.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const person = (set: Pick<Person, "id" | "name"> & Partial<Person>): Person => ({
  email: null,
  phone: null,
  role: "rep",
  teamId: null,
  managerId: null,
  timeZone: "Europe/Madrid",
  language: "en",
  territories: [],
  languages: [],
  licences: [],
  industries: [],
  capacity: 10,
  hiredAt: null,
  active: true,
  createdAt: at,
  updatedAt: at,
  ...set,
});

const people: Person[] = [
  person({ id: "per_ana", name: "Ana Ruiz" }),
  person({ id: "per_li", name: "李娜", language: "zh", timeZone: "Asia/Shanghai" }),
  person({ id: "per_mira", name: "Mira Novak", role: "manager" }),
  person({ id: "per_bo", name: "Bo Lindqvist", role: "contributor" }),
  person({ id: "per_ben", name: "Ben Okafor" }),
  person({ id: "per_gone", name: "Gone Away", active: false }),
];
