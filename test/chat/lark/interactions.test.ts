import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/core/card.ts";
import { pressEvent } from "../../emulators/lark/envelopes.ts";
import { refusal } from "../../emulators/lark/faults.ts";
import { errorsOf, findButton, toShown } from "../../helpers/lark-shown.ts";
import { aCard, aForm, createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
afterEach(() => world.close());

const messages = () => world.emulator.state.messages;
const shown = () => messages().map(({ content, type }) => toShown(content, type));

async function press(ref: string, { formValue }: { formValue?: object } = {}) {
  const place = findButton(messages(), ref) ?? { messageId: "om_gone", value: { ref } };
  const filled = formValue ? { formValue } : {};
  const event = pressEvent(world.emulator.state.app, {
    from: "ou_ana",
    at: world.now,
    ...place,
    ...filled,
  });
  const acked = await world.emulator.sockets.push(event);
  await world.lark.idle();
  return acked;
}

const answering = (outcome: Outcome) => {
  world.answer.with = async () => outcome;
};
const button = { t: "actions", actions: [{ id: "go", label: "Go", ref: "act_go" }] } as const;
const pressable = () => aCard({ blocks: [{ t: "actions", actions: [...button.actions] }] });

describe("a press", () => {
  it("is answered with a toast and the card in its new state", async () => {
    world = await createLarkWorld({ connection: { cardInAck: true } });
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    answering({ toast: "Yours", card: aCard({ title: "Acme, yours" }) });
    const { data } = await press("act_go");
    expect(data).toMatchObject({
      toast: { type: "success", content: "Yours" },
      card: { type: "raw" },
    });
    expect(JSON.stringify(data)).toContain("Acme, yours");
    expect(world.pressed).toMatchObject([{ kind: "action", ref: "act_go", externalId: "ou_ana" }]);
  });

  it("is answered with a toast only, unless raw cards in the answer are known to work", async () => {
    world = await createLarkWorld();
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    answering({ toast: "Yours", card: aCard() });
    expect((await press("act_go")).data).toEqual({ toast: { type: "success", content: "Yours" } });
  });

  it("never puts another card in place of the pressed one", async () => {
    world = await createLarkWorld();
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    answering({ card: aCard({ key: "card_2" }) });
    expect((await press("act_go")).data).toEqual({});
  });

  const words = (title: string) => `${title}\n${title}`;
  it.each<[string, () => Promise<Outcome>, string]>([
    ["done", async () => ({ toast: "Done at last" }), "Done at last"],
    ["wrong", async () => ({ errors: { name: "Too short." } }), "Too short."],
    [
      "impossible",
      () => Promise.reject(new Error("disk full")),
      "Something went wrong on my side. Nothing was changed.",
    ],
  ])(
    "is answered in time when the work takes longer, and told afterwards what was %s",
    async (_, end, said) => {
      world = await createLarkWorld({ lark: { answerMs: 50 } });
      await world.lark.adapter.send(world.to, pressable(), "msg_1");
      let finish = (): void => {};
      world.answer.with = () =>
        new Promise((resolve, reject) => {
          finish = () => void end().then(resolve, reject);
        });
      const place = findButton(messages(), "act_go") ?? { messageId: "", value: {} };
      const event = pressEvent(world.emulator.state.app, {
        from: "ou_ana",
        at: world.now,
        ...place,
      });
      const { data } = await world.emulator.sockets.push(event);
      expect(data).toMatchObject({ toast: { type: "info" } });
      finish();
      await world.lark.idle();
      expect(shown().at(-1)?.text).toBe(words(said));
    },
  );

  it("is held against changes of its card until it is answered", async () => {
    world = await createLarkWorld({ lark: { settleMs: 60 } });
    const ref = await world.lark.adapter.send(world.to, pressable(), "msg_1");
    let changed: Promise<void> | undefined;
    world.answer.with = async () => {
      changed = world.lark.adapter.update(ref, aCard({ title: "Changed" }));
      await setTimeout(50);
      expect(messages()[0]?.changes).toBe(0);
      return { toast: "ok" };
    };
    await press("act_go");
    await changed;
    expect(messages()[0]?.changes).toBe(1);
  });

  it("that could not be kept says so to whoever pressed", async () => {
    world = await createLarkWorld();
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    world.answer.with = () => Promise.reject(new Error("disk full"));
    expect((await press("act_go")).data).toMatchObject({ toast: { type: "error" } });
    expect(world.logged.join()).toContain("was not taken");
  });

  it("of something that is not ours is answered with nothing", async () => {
    world = await createLarkWorld();
    const value = { somebody: "else's" };
    const event = pressEvent(world.emulator.state.app, {
      from: "ou_ana",
      at: world.now,
      messageId: "om_1",
      value,
    });
    expect((await world.emulator.sockets.push(event)).code).toBe(200);
    expect(world.counted).toEqual(["malformed-event"]);
  });
});

describe("a form that a press opens", () => {
  const open = async () => {
    world = await createLarkWorld();
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    answering({ open: aForm() });
    await press("act_go");
  };

  it("comes as a message of its own, once", async () => {
    await open();
    expect(shown().at(-1)).toMatchObject({
      form: { fields: ["name"], submits: [{ label: "Save" }] },
    });
  });

  it("shows what is wrong under its fields and keeps what was typed", async () => {
    await open();
    answering({ errors: { name: "Too short" } });
    const { data } = await press("act_save", { formValue: { name: "A" } });
    expect(data).toMatchObject({ toast: { type: "error", content: "Too short" } });
    expect(errorsOf(messages()[1]?.content ?? {})).toEqual({ name: "Too short" });
    expect(JSON.stringify(messages()[1]?.content)).toContain('"default_value":"A"');
    expect(world.pressed.at(-1)).toMatchObject({ kind: "submit", values: { name: "A" } });
  });

  it("becomes a line once it is answered", async () => {
    await open();
    answering({ toast: "Saved" });
    await press("act_save", { formValue: { name: "Ann" } });
    expect(messages()).toHaveLength(2);
    expect(shown()[1]).toEqual({ text: "Saved\nSaved", buttons: [] });
  });

  it("is replaced by the next one", async () => {
    await open();
    answering({ open: aForm({ title: "Step 2" }) });
    await press("act_save", { formValue: { name: "Ann" } });
    expect(messages()).toHaveLength(2);
    expect(shown()[1]?.text).toContain("Step 2");
  });

  it("comes although Lark is busy for a moment", async () => {
    world = await createLarkWorld();
    await world.lark.adapter.send(world.to, pressable(), "msg_1");
    world.emulator.faults.add({ path: /\/messages$/, ...refusal(230020) });
    answering({ open: aForm() });
    await press("act_go");
    expect(messages()).toHaveLength(2);
  });
});
