import { beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/core/card.ts";
import { runForget } from "../../../src/core/training/practice/end-practice.ts";
import { createTalkTraces } from "../../../src/store/personal/talk-traces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const under = "room:prc_1";
const words = "marzipan-metronome";
const aCard = (key: string): Card => ({
  ...{ key, title: words, tone: "info", summary: "", blocks: [] },
});

describe("words of a talk that may not be kept", () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
    return () => world.close();
  });
  const kept = async () => JSON.stringify(await world.ringside.personal.read("per_ana"));
  const talk = () => ({ personId: "per_ana", under, from: 0, to: world.ringside.clock() });

  it("go from what came in, went out and stands in the local chat, but for the card of the room", async () => {
    const { records, localChat } = world.ringside;
    await records.write(async (unit) => {
      unit.post({ to: "per_ana", card: { ...aCard(under), title: "the room" } });
      unit.post({ to: "per_ana", card: aCard("turn:1"), under });
      unit.post({ to: "per_ana", card: { ...aCard("other"), title: "elsewhere" } });
    });
    await localChat.say("per_ana", words);
    await world.ringside.drain();
    await createTalkTraces(records).forget(talk());
    const left = await kept();
    expect(left).not.toContain(words);
    expect(left).toContain("the room");
    expect(left).toContain("elsewhere");
  });

  it("that are still on their way are forgotten by a later try, which asks for itself", async () => {
    const { records } = world.ringside;
    const traces = createTalkTraces(records);
    await records.write(async (unit) => unit.post({ to: "per_ana", card: aCard("turn:1"), under }));
    expect(await traces.forget(talk())).toBe(1);
    expect(await kept()).toContain(words);
    await records.write(await runForget(talk(), { traces }));
    await world.ringside.drain();
    await world.passes(60_000);
    expect(await kept()).not.toContain(words);
  });
});
