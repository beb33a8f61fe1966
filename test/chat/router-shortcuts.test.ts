import { describe, expect, it } from "vitest";
import type { ChatEvent, Interaction } from "../../src/chat/adapter.ts";
import { createRouter } from "../../src/chat/router.ts";
import type { Table } from "../../src/chat/table.ts";
import type { Card } from "../../src/core/card.ts";
import type { Post, Reader, Unit } from "../../src/core/ports.ts";
import { aPerson } from "../helpers/people.ts";

type ShortcutHandler = NonNullable<Table["shortcuts"]["lead"]>;

const ana = aPerson("per_ana");
const from = { key: "k", surface: "slack", connection: "T1", externalId: "U1", at: 1 } as const;
const card: Card = { key: "c", title: "A card", tone: "info", summary: "A card", blocks: [] };
const submit = { id: "s", label: "Save", ref: "act_1" };
const form: Card = { ...card, blocks: [{ t: "form", id: "f", fields: [], submit }] };

/** What an event is answered with, and what was posted over it. */
async function route(event: ChatEvent | Interaction, lead?: ShortcutHandler) {
  const table = { shortcuts: lead ? { lead } : {} } as Table;
  const router = createRouter({ read: {} as Reader, table, onFile: async () => async () => ({}) });
  const posts: Post[] = [];
  const effect = await router(event, ana);
  const outcome = await effect({ post: (post) => void posts.push(post) } as Unit);
  return { outcome, posts };
}
const picked = (text = "") => ({ ...from, kind: "shortcut", shortcut: "lead", text }) as const;

describe("a shortcut", () => {
  it("opens the form its use case posts, instead of posting it", async () => {
    const posting: ShortcutHandler = () => async (unit) => {
      unit.post({ to: ana.id, card: form });
      unit.post({ to: ana.id, card });
      return {};
    };
    expect(await route(picked(), posting)).toEqual({
      outcome: { open: form },
      posts: [{ to: ana.id, card }],
    });
  });

  it("opens the form its use case answers with, and leaves other cards and sentences as they are", async () => {
    expect((await route(picked(), () => async () => ({ card: form }))).outcome).toEqual({
      open: form,
    });
    const said = { card, toast: "Done" };
    expect((await route(picked(), () => async () => said)).outcome).toEqual(said);
  });

  it("hands on the words it was picked on", async () => {
    const words: ShortcutHandler = (_, text) => async () => ({ toast: text });
    expect((await route(picked("too expensive"), words)).outcome.toast).toBe("too expensive");
  });

  it("that nothing answers is gone", async () => {
    await expect(route(picked())).rejects.toMatchObject({ name: "NotFound", code: "gone" });
  });
});

describe("a form that could not be opened", () => {
  it("is posted to whoever it was for", async () => {
    const { posts } = await route({ ...from, kind: "unopened", card: form });
    expect(posts).toEqual([{ to: ana.id, card: form }]);
  });
});
